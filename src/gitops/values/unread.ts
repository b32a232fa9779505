import type { Json, JsonObject } from "../../model/resource.ts";
import { closest } from "../../model/closest.ts";
import { isObject, objectAt } from "../json.ts";
import type { ChartFacts } from "./chart-facts.ts";
import type { Named } from "./mentions.ts";

/** A key that nothing in a chart can read, and the key that was probably meant. */
export interface UnreadValue {
  path: string[];
  closest?: string;
}

/** One of the charts that see a place in the values. */
interface Reader {
  mentions: Named | undefined;
  defaults: Json | undefined;
  schema: JsonObject | undefined;
  /** At the root of a chart's values: that chart. */
  chart?: ChartFacts;
}

/** Keys of values that a chart has no default for, that its schema does not know and its templates do not name. */
export function unreadValues(values: JsonObject, chart: ChartFacts): UnreadValue[] {
  return unread(values, readersOf(chart), []);
}

function readersOf(chart: ChartFacts): Reader[] {
  return [chart, ...chart.libraries].map((one) => ({
    mentions: one.mentions.below,
    defaults: one.defaults,
    schema: one.schema,
    chart: one,
  }));
}

function unread(values: JsonObject, readers: readonly Reader[], path: readonly string[]): UnreadValue[] {
  if (readers.some(isOpen)) return [];
  return Object.entries(values).flatMap(([key, value]) => {
    const known = readers.flatMap((reader) => below(reader, key));
    if (known.includes("anything")) return [];
    const inside = known.filter((one) => one !== "anything");
    if (inside.length > 0) return isObject(value) ? unread(value, inside, [...path, key]) : [];
    const near = closest(key, new Set(readers.flatMap(keysOf)));
    return [{ path: [...path, key], ...(near !== undefined && { closest: near }) }];
  });
}

/** A place that is read as a whole, or whose schema takes what it does not name. */
function isOpen({ mentions, schema }: Reader): boolean {
  return (
    mentions?.whole === true ||
    ["$ref", "allOf", "anyOf", "oneOf", "patternProperties"].some((key) => schema?.[key] !== undefined)
  );
}

/** How a chart sees one key: not at all, whatever is in it, or by what it names below. */
function below({ mentions, defaults, schema, chart }: Reader, key: string): (Reader | "anything")[] {
  const found: (Reader | "anything")[] = [];
  if (chart !== undefined) {
    // Every chart is given these.
    if (key === "global" || key === "tags") return ["anything"];
    if (chart.dependencies.has(key)) {
      const dependency = chart.dependencies.get(key);
      found.push(...(dependency === undefined ? ["anything" as const] : readersOf(dependency)));
    }
  }
  const named = mentions?.child(key);
  const property = objectAt(schema, "properties")?.[key];
  const hasDefault = isObject(defaults) && Object.hasOwn(defaults, key);
  if (named === undefined && !hasDefault && property === undefined) return found;
  // Without a name below it, the chart reads it in a way that is not seen.
  if (named === undefined && found.length === 0) return ["anything"];
  const child = {
    mentions: named,
    defaults: hasDefault ? defaults[key] : undefined,
    schema: isObject(property) ? property : undefined,
  };
  return [...found, child];
}

function keysOf({ mentions, defaults, schema, chart }: Reader): string[] {
  return [
    ...(isObject(defaults) ? Object.keys(defaults) : []),
    ...Object.keys(objectAt(schema, "properties") ?? {}),
    ...(mentions?.keys() ?? []),
    ...(chart?.dependencies.keys() ?? []),
  ];
}

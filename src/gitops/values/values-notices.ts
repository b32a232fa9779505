import type { Json, SourceLocation } from "../../model/resource.ts";
import { isJson, isObject } from "../json.ts";
import type { SourceNotice } from "../render-source.ts";
import { type FieldPath, formatPath, PositionedDocument } from "../yaml-positions.ts";
import { parseYaml, splitDocuments } from "../yaml-read.ts";
import type { ChartFacts } from "./chart-facts.ts";
import { lentValues } from "./lent-values.ts";
import { unreadValues } from "./unread.ts";
import { scanTemplatesIn } from "./value-templates.ts";

/** Values that somebody gives a chart, and where each of their keys stands. */
export interface GivenValues {
  values: Json | undefined;
  place: (path: readonly string[]) => SourceLocation[];
  /** The text of a file of values. */
  text?: string;
}

/** Says which of the given values the chart never reads. */
export function valuesNotices(given: readonly GivenValues[], chart: ChartFacts): SourceNotice[] {
  for (const { values } of given) if (isObject(values)) scanTemplatesIn(values, chart);
  return given.flatMap(({ values, place, text = "" }) => {
    if (!isObject(values)) return [];
    const unread = unreadValues(values, chart);
    const isLent = unread.length === 0 ? () => false : lentValues(text);
    return unread.flatMap(({ path, closest }): SourceNotice | [] => {
      if (isLent(path)) return [];
      const key = path.map((step) => (/^[\w-]+$/.test(step) ? step : JSON.stringify(step))).join(".");
      const message = `Chart ${chart.name} never reads the value ${key}, so it has no effect`;
      const meant = formatPath([...path.slice(0, -1), closest ?? ""]);
      const hint =
        closest === undefined
          ? "Compare with the chart's values.yaml: perhaps the key belongs elsewhere, or is of another version of the chart"
          : `Perhaps ${meant} is meant`;
      const at = place(path);
      return { rule: "wiring/unread-value", message, hint, at, ...(closest === undefined && { severity: "notice" }) };
    });
  });
}

/** The values in a file, or in part of it. */
export function valuesInFile(file: string, content: Uint8Array | undefined, prefix: FieldPath = []): GivenValues {
  const text = new TextDecoder().decode(content);
  const [document] = splitDocuments(text);
  let positioned: PositionedDocument | undefined;
  return {
    values: prefix.reduce<Json | undefined>(child, parsed(text)),
    ...(prefix.length === 0 && { text }),
    place: (path) => {
      if (document === undefined) return [{ file, line: 1, column: 1 }];
      positioned ??= new PositionedDocument(document);
      return [{ file, ...positioned.nearest([...prefix, ...path]).position, via: "values" }];
    },
  };
}

/** Undefined where it is broken: Helm has said so. */
export function parsed(text: string): Json | undefined {
  try {
    const value = parseYaml(text);
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function child(value: Json | undefined, step: string | number): Json | undefined {
  if (Array.isArray(value)) return value[Number(step)];
  return isObject(value) && Object.hasOwn(value, String(step)) ? value[String(step)] : undefined;
}

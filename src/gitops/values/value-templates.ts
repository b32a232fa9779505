import type { Json, JsonObject } from "../../model/resource.ts";
import { isObject } from "../json.ts";
import type { ChartFacts } from "./chart-facts.ts";

/** Values may be templates themselves, and name others: of the chart that they are given to. */
export function scanTemplatesIn(values: JsonObject, chart: ChartFacts): void {
  for (const [key, value] of Object.entries(values)) {
    const dependency = chart.dependencies.get(key);
    if (dependency !== undefined && isObject(value)) scanTemplatesIn(value, dependency);
    for (const template of templatesIn(value)) chart.mentions.scan(template);
  }
}

function* templatesIn(value: Json): Generator<string> {
  if (typeof value === "string") {
    if (value.includes(".Values")) yield value;
  } else if (typeof value === "object" && value !== null) {
    for (const item of Object.values(value)) yield* templatesIn(item);
  }
}

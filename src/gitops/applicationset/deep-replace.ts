import type { Json, JsonObject } from "../../model/resource.ts";
import { isObject } from "../json.ts";
import { type GeneratorContext, renderTexts } from "./context.ts";
import type { Parameters } from "./fasttemplate.ts";

/** Renders every string of a value, keys included, as Argo CD walks its templates. */
export async function deepReplace<T extends Json>(
  value: T,
  parameters: Parameters,
  context: GeneratorContext,
): Promise<Json> {
  const texts: string[] = [];
  const collect = (text: string): number => texts.push(text) - 1;
  const plan = walk(value, collect);
  const rendered = await renderTexts(texts, parameters, context);
  return plan((index) => rendered[index] ?? "");
}

type Plan = (textOf: (index: number) => string) => Json;

function walk(value: Json, collect: (text: string) => number): Plan {
  if (typeof value === "string") {
    const index = collect(value);
    return (textOf) => textOf(index);
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => walk(item, collect));
    return (textOf) => items.map((item) => item(textOf));
  }
  if (!isObject(value)) return () => value;
  const entries = Object.entries(value).map(([key, item]) => ({ key: collect(key), item: walk(item, collect) }));
  return (textOf) => {
    const out: JsonObject = {};
    for (const { key, item } of entries) out[textOf(key)] = item(textOf);
    return out;
  };
}

import { isObject } from "../json.ts";
import { parseYaml } from "../yaml-read.ts";
import type { Templating } from "./context.ts";
import type { Parameters } from "./fasttemplate.ts";
import type { Generator } from "./schema.ts";

/** Elements as they are with goTemplate; in classic mode only strings, and `values` becomes `values.<key>`. */
export function listParameters(list: NonNullable<Generator["list"]>, { goTemplate }: Templating): Parameters[] {
  const elements = (list.elements ?? []).map((element, index) => {
    if (!isObject(element)) throw new Error(`element ${index} of the list is not an object`);
    return goTemplate ? element : classicElement(element, index);
  });
  if (!list.elementsYaml) return elements;
  const more = parseYaml(list.elementsYaml);
  if (!Array.isArray(more) || !more.every(isObject)) throw new Error("`elementsYaml` is not a list of objects");
  return [...elements, ...more];
}

function classicElement(element: Readonly<Record<string, unknown>>, index: number): Parameters {
  const out: Record<string, string> = {};
  const put = (name: string, value: unknown): void => {
    if (typeof value !== "string")
      throw new Error(`\`${name}\` of element ${index} is not a string, which only goTemplate accepts`);
    out[name] = value;
  };
  for (const [key, value] of Object.entries(element)) {
    if (key !== "values") put(key, value);
    else if (isObject(value)) for (const [name, inner] of Object.entries(value)) put(`values.${name}`, inner);
    else throw new Error(`\`values\` of element ${index} is not a map`);
  }
  return out;
}

import { dump } from "js-yaml";
import type { Json } from "../model/resource.ts";
import { visible, visibleLine } from "./visible.ts";

/** A value on one line: text as it is where that leaves no doubt, JSON otherwise. */
export function inlineValue(value: Json, limit = 200): string {
  const isPlain =
    typeof value === "string" && value !== "" && !/^\s|\s$|^(?:true|false|null|[-+.\d][\d.eE+-]*)$/.test(value);
  if (isPlain) return visibleLine(value, limit);
  const json = JSON.stringify(value);
  return visibleLine(typeof value === "object" && value !== null ? flow(json) : json, limit);
}

/** `{"a":1,"b":[2]}` with room to breathe. */
function flow(json: string): string {
  return json.replaceAll(/"(?:[^"\\]|\\.)*"|[,:]/g, (part) => (part === "," || part === ":" ? `${part} ` : part));
}

/** A value as lines of YAML; a scalar takes one. */
export function valueLines(value: Json): string[] {
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) return [inlineValue(value)];
  return visible(dump(value, { lineWidth: -1, noRefs: true }).trimEnd()).split("\n");
}

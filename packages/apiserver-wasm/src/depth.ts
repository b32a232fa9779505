import type { Manifest } from "./request.ts";

/** Deeper than any manifest is, and shallow enough for the engine's stack. */
const limit = 300;

/** Whether a manifest is nested so deeply that reading it could exhaust a stack. */
export function isTooDeep(manifest: Manifest): boolean {
  return typeof manifest === "string" ? textIsTooDeep(manifest) : valueIsTooDeep(manifest, limit);
}

function valueIsTooDeep(value: unknown, left: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (left === 0) return true;
  return Object.values(value).some((inner) => valueIsTooDeep(inner, left - 1));
}

function textIsTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === "\\") at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{" || character === "[") {
      depth += 1;
      if (depth > limit) return true;
    } else if (character === "}" || character === "]") depth -= 1;
  }
  return false;
}

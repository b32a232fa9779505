import { dump } from "js-yaml";
import type { JsonObject } from "../model/resource.ts";
import { capLines, shown } from "./text.ts";

/** A new resource is shown in full up to here; a chart's CRDs alone run to tens of thousands of lines. */
const maxLines = 80;

/** A whole masked manifest as the added lines of a unified diff. */
export function addedText(masked: JsonObject): string {
  const yaml = dump(shown(masked), { lineWidth: -1, noRefs: true });
  return capLines(
    yaml
      .trimEnd()
      .split("\n")
      .map((line) => `+${line}`),
    maxLines,
  );
}

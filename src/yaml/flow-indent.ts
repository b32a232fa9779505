import { YAMLException } from "js-yaml";

const margin = " ".repeat(100);
/** A file with more such lines than this is not worth reading over and over. */
const maxLines = 100;

export interface Reading<T> {
  value: T;
  /** The text that was read: some lines may be indented further than in the file. */
  text: string;
  /** By how many columns each of those lines, counted from 1, is indented further. */
  moved: ReadonlyMap<number, number>;
}

/**
 * Reads with js-yaml what Go reads. Inside `{…}` and `[…]` Go asks for no indentation, and people end them under their
 * key; js-yaml refuses that. There indentation means nothing, so the lines it complains about are indented for it.
 */
export function readFlowsAsGo<T>(text: string, read: (text: string) => T): Reading<T> {
  const moved = new Map<number, number>();
  let lines: string[] | undefined;
  for (let current = text; ;) {
    try {
      return { value: read(current), text: current, moved };
    } catch (error) {
      const line = complaint(error);
      if (line === undefined || moved.has(line + 1) || moved.size === maxLines) throw error;
      lines ??= text.split("\n");
      lines[line] = margin + (lines[line] ?? "");
      moved.set(line + 1, margin.length);
      current = lines.join("\n");
    }
  }
}

/** The line that is indented too little, from 0. */
function complaint(error: unknown): number | undefined {
  return error instanceof YAMLException && error.reason === "deficient indentation" ? error.mark?.line : undefined;
}

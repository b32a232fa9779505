import { stripVTControlCharacters } from "node:util";
import { changeLines, treeLines } from "../cluster/waiting/text.ts";
import type { Progress } from "../cluster/waiting/progress.ts";
import { coloured, plain } from "../report/text/style.ts";
import type { Terminal } from "./terminal.ts";

export interface ProgressView {
  onProgress: (progress: Progress, elapsed: number) => void;
  clear: () => void;
}

/** A tree that is redrawn in place; one line for each change where nobody could see it move. */
export function progressView(terminal: Terminal): ProgressView {
  const paint = terminal.colour ? coloured : plain;
  let last: Progress | undefined;
  let height = 0;
  const clear = (): void => {
    if (height > 0) terminal.err(`\u001B[${height}A\u001B[J`);
    height = 0;
  };
  return {
    clear,
    onProgress(progress, elapsed) {
      const changes = changeLines(last, progress, elapsed, paint);
      last = progress;
      if (changes.length === 0) return;
      if (!terminal.live) return terminal.err(`${changes.join("\n")}\n`);
      const lines = treeLines(progress, paint).map((line) => clipped(line, terminal.width ?? 80));
      clear();
      terminal.err(`${lines.join("\n")}\n`);
      height = lines.length;
    },
  };
}

/** A line that wraps would leave the redrawing one line short. */
const clipped = (line: string, width: number): string => {
  const bare = stripVTControlCharacters(line);
  return bare.length < width ? line : `${bare.slice(0, width - 2)}…`;
};

import type { Phase, RunEvent } from "../run/options.ts";
import type { Terminal } from "./terminal.ts";

const doing: Record<Phase, string> = {
  read: "reading the repository",
  render: "rendering",
  compare: "rendering the base",
  check: "checking",
  diff: "comparing",
};

/** One line that says what is going on, redrawn in place; nothing at all where nobody could see it move. */
export function progressLine(terminal: Terminal): { onProgress: (event: RunEvent) => void; clear: () => void } {
  if (!terminal.live) return { onProgress: () => undefined, clear: () => undefined };
  const draw = (text: string): void => terminal.err(`\r\u001B[K${text}`);
  return {
    onProgress(event) {
      if (event.kind === "phase") draw(`${doing[event.phase]} …`);
      else if (event.event.kind === "started") draw(`fetching ${event.event.source} …`);
      else if (event.event.kind === "retrying") draw(`fetching ${event.event.source} again: ${event.event.reason}`);
    },
    clear: () => draw(""),
  };
}

import type { ApplyEvent } from "../../hetzner/apply/ports.ts";
import type { Terminal } from "../terminal.ts";

/** Milliseconds between two lines that say that something is still being waited for, where a line cannot be redrawn. */
const silence = 10_000;

/** Tells every step, what it waits for, and how long it took. A wait is redrawn in place, or told now and then. */
export function applyProgress(terminal: Terminal): (event: ApplyEvent) => void {
  let told = 0;
  const clear = (): void => (terminal.live ? terminal.err("\r\u001B[K") : undefined);
  const line = (text: string): void => {
    clear();
    terminal.err(`${text}\n`);
  };
  return (event) => {
    switch (event.kind) {
      case "started":
        told = 0;
        line(`${event.number}/${event.total} ${event.step.id} …`);
        break;
      case "waiting":
        if (terminal.live) terminal.err(`\r\u001B[K    ${seconds(event.elapsed)} ${event.for}`);
        else if (event.elapsed - told >= silence) {
          told = event.elapsed;
          line(`    ${seconds(event.elapsed)} waiting: ${event.for}`);
        }
        break;
      case "attempt":
        line(`    ${event.placement}: ${event.outcome}`);
        break;
      case "finished":
        line(`    done in ${seconds(event.elapsed)}`);
        break;
      case "failed":
        line(`    failed after ${seconds(event.elapsed)}`);
        break;
      default:
        event satisfies never;
    }
  };
}

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

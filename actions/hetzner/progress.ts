import type { ApplyEvent } from "../../src/hetzner/apply/ports.ts";

/** Milliseconds between two lines that say that something is still being waited for. */
const silence = 10_000;

/** One line for each step, for each attempt, and now and then for what is waited for: a log cannot be redrawn. */
export function progressLines(info: (line: string) => void): (event: ApplyEvent) => void {
  let told = 0;
  return (event) => {
    switch (event.kind) {
      case "started":
        told = 0;
        return info(`${event.number}/${event.total} ${event.step.title} …`);
      case "waiting":
        if (event.elapsed - told < silence) return;
        told = event.elapsed;
        return info(`    ${seconds(event.elapsed)} waiting: ${event.for}`);
      case "attempt":
        return info(`    ${event.placement}: ${event.outcome}`);
      case "finished":
        return info(`    done in ${seconds(event.elapsed)}`);
      case "failed":
        return info(`    failed after ${seconds(event.elapsed)}`);
    }
  };
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

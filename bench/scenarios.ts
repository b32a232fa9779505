import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run, type Timing } from "./processes.ts";

const program = fileURLToPath(new URL("../dist/cli/index.js", import.meta.url));

/** A run of the built slipway, and what its report says about itself. */
export interface SlipwayRun extends Timing {
  rendered: number;
  peakMemory: number;
}

/** Ways to run slipway over one repository; each call is one whole process. */
export interface Scenarios {
  /** Nothing known from before. */
  cold(): SlipwayRun;
  coldAgainst(base: string): SlipwayRun;
  /** With what an earlier run left, which `remember` keeps apart so that every round starts from the same. */
  warm(): SlipwayRun;
  warmAgainst(base: string): SlipwayRun;
  remember(): void;
}

export function scenarios(root: string, work: string): Scenarios {
  const [home, kept] = [join(work, "cache"), join(work, "kept-cache")];
  const validate = (from: "nothing" | "kept", ...options: string[]): SlipwayRun => {
    rmSync(home, { recursive: true, force: true });
    if (from === "kept") cpSync(kept, home, { recursive: true });
    const command = [process.execPath, program, "validate", "--offline", "--fail-on", "never", "--format", "json"];
    const timing = run([...command, ...options], root, { XDG_CACHE_HOME: home });
    const { stats } = JSON.parse(timing.stdout) as { stats: { rendered: number; peakMemoryBytes: number } };
    return { ...timing, rendered: stats.rendered, peakMemory: stats.peakMemoryBytes };
  };
  return {
    cold: () => validate("nothing"),
    coldAgainst: (base) => validate("nothing", "--base", base),
    warm: () => validate("kept"),
    warmAgainst: (base) => validate("kept", "--base", base),
    remember() {
      validate("nothing");
      rmSync(kept, { recursive: true, force: true });
      cpSync(home, kept, { recursive: true });
    },
  };
}

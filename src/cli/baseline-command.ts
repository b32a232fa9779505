import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Baseline, baselineFile, baselineOf, readBaseline, withoutFixed } from "../run/settle/baseline.ts";
import { validate } from "../validate.ts";
import { progressLine } from "./progress.ts";
import type { CommandOptions } from "./report-command.ts";
import { runOptions, runPorts } from "./run-options.ts";
import type { Terminal } from "./terminal.ts";

/** `slipway baseline`: writes down what is found now; with `--update` only takes out what is no longer found. */
export async function runBaseline(
  options: CommandOptions & { update: boolean },
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const file = join(options.root, baselineFile);
  const before = readBaseline({ read: () => bytesOf(file) });
  const progress = progressLine(terminal);
  const { report } = await validate(
    { ...runOptions(options), failOn: "never", withoutBaseline: true },
    runPorts(terminal, signal, progress.onProgress),
  ).finally(progress.clear);
  const { findings } = report;
  const after = options.update && before !== undefined ? withoutFixed(before, findings) : baselineOf(findings);
  writeFileSync(file, textOf(after));
  const fixed = before === undefined ? 0 : countOf(before) - countOf(withoutFixed(before, findings));
  terminal.out(`wrote ${baselineFile}: ${findingsIn(after)}${fixed > 0 ? `, ${fixed} fixed` : ""}\n`);
  return 0;
}

const countOf = ({ findings }: Baseline): number => findings.reduce((sum, { count }) => sum + count, 0);
const findingsIn = (baseline: Baseline): string =>
  countOf(baseline) === 1 ? "1 finding" : `${countOf(baseline)} findings`;

/** One entry a line, so that a diff of the file can be read. */
function textOf({ version, findings }: Baseline): string {
  const entries = findings.map((one) => `\n    ${JSON.stringify(one)}`).join(",");
  const schema = "https://raw.githubusercontent.com/slipway-dev/slipway/main/schemas/baseline.v1.json";
  const list = entries === "" ? "[]" : `[${entries}\n  ]`;
  return `{\n  "$schema": ${JSON.stringify(schema)},\n  "version": ${version},\n  "findings": ${list}\n}\n`;
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

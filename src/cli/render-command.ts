import { stringify } from "yaml";
import { SlipwayError } from "../model/error.ts";
import { renderOnly } from "../render-only.ts";
import { progressLine } from "./progress.ts";
import type { CommandOptions } from "./report-command.ts";
import { runOptions, runPorts } from "./run-options.ts";
import type { Terminal } from "./terminal.ts";

/** `slipway render`: manifests on standard output, and on standard error why some could not be rendered. */
export async function runRender(
  name: string | undefined,
  options: CommandOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const progress = progressLine(terminal);
  const applications = await renderOnly(runOptions(options), runPorts(terminal, signal, progress.onProgress)).finally(
    progress.clear,
  );
  const chosen = name === undefined ? applications : applications.filter(({ report }) => names(report).includes(name));
  if (chosen.length === 0) {
    throw new SlipwayError("SLW-USAGE", `There is no Application "${name ?? ""}"`, {
      hint: `There is: ${applications.map(({ report }) => report.name).join(", ") || "none at all"}`,
    });
  }
  for (const { report, rendered } of chosen) {
    if (report.reason !== undefined) terminal.err(`${report.name}: ${report.reason}\n`);
    // Kubernetes reads YAML 1.1, where a bare Off is false.
    const style = { lineWidth: 0, version: "1.1" } as const;
    for (const { manifest } of rendered.resources) terminal.out(`---\n${stringify(manifest, style)}`);
  }
  return chosen.some(({ report }) => report.status === "failed" || report.status === "not-rendered") ? 1 : 0;
}

const names = ({ name, sources }: { name: string; sources: string[] }): string[] => [name, ...sources];

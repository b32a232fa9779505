import { plural } from "../report/wording.ts";
import type { Report } from "../model/report.ts";
import type { FailOn } from "../report/verdict.ts";
import { validate } from "../validate.ts";
import { progressLine } from "./progress.ts";
import { runOptions, runPorts } from "./run-options.ts";
import type { Terminal } from "./terminal.ts";

export const formats = ["text", "json", "markdown", "sarif"] as const;
export type Format = (typeof formats)[number];

/** Options as commander parses them. */
export interface CommandOptions {
  root: string;
  kubernetesVersion?: string;
  cache: boolean;
  offline: boolean;
  requireSources: boolean;
  timeout?: number;
}

export interface ReportCommandOptions extends CommandOptions {
  base?: string;
  format: Format;
  failOn: FailOn;
  schemaLocation: string[];
  stats: boolean;
}

/** `slipway validate` and `slipway diff`, which leaves out what is not about the change. */
export async function runReport(
  command: "validate" | "diff",
  options: ReportCommandOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const { base, failOn, schemaLocation, format } = options;
  const progress = progressLine(terminal);
  const { report, exitCode } = await validate(
    { ...runOptions(options), ...(base !== undefined && { base }), failOn, schemaLocations: schemaLocation },
    runPorts(terminal, signal, progress.onProgress),
  ).finally(progress.clear);
  const shown = command === "diff" ? onlyChanges(report) : report;
  terminal.out(await formatReport(shown, format, options.root, terminal));
  if (options.stats) terminal.err(statistics(report));
  return command === "diff" ? 0 : exitCode;
}

/** The diff says what it could not compare, and leaves the checks to `validate`. */
function onlyChanges(report: Report): Report {
  return { ...report, findings: report.findings.filter(({ rule }) => /^(render|diff|sources)\//.test(rule)) };
}

async function formatReport(report: Report, format: Format, root: string, terminal: Terminal): Promise<string> {
  switch (format) {
    case "json":
      return (await import("../report/json.ts")).renderJson(report);
    case "markdown": {
      const { renderMarkdown, summaryLimit } = await import("../report/markdown/markdown.ts");
      return renderMarkdown(report, { limit: summaryLimit });
    }
    case "sarif": {
      const [{ renderSarif }, { allRules }] = await Promise.all([import("../report/sarif.ts"), import("../rules.ts")]);
      return renderSarif(report, { describe: (rule) => allRules[rule]?.[1] });
    }
    case "text": {
      const [{ renderText }, style, { lineReader }] = await Promise.all([
        import("../report/text/text.ts"),
        import("../report/text/style.ts"),
        import("./source-lines.ts"),
      ]);
      return renderText(report, {
        ...(terminal.width !== undefined && { width: terminal.width }),
        paint: terminal.colour ? style.coloured : style.plain,
        readLine: lineReader(root),
      });
    }
  }
}

function statistics({ stats }: Report): string {
  const { applications, rendered, cached, resources, durations, peakMemoryBytes } = stats;
  const { ignored = 0, baselined = 0 } = stats;
  const times = Object.entries(durations).map(([phase, ms]) => `${phase} ${Math.round(ms)} ms`);
  return [
    `${applications} Applications: ${rendered} rendered, ${cached} reused; ${resources} resources`,
    `${plural(ignored, "finding")} ignored by comments, ${baselined} hidden by the baseline`,
    times.join(", "),
    `peak memory ${Math.round(peakMemoryBytes / 1024 / 1024)} MiB\n`,
  ].join("\n");
}

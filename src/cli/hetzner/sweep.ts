import { formatEuro } from "../../environment/money.ts";
import { checkedEnvironments } from "../../environments.ts";
import type { Classified, Verdict } from "../../hetzner/classify.ts";
import { exitCodes } from "../../model/error.ts";
import { coloured, type Paint, plain, type Tone } from "../../report/text/style.ts";
import { sweep } from "../../sweep.ts";
import { repositoryOf } from "../../repository-label.ts";
import { grid } from "../environment/grid.ts";
import type { Terminal } from "../terminal.ts";
import type { OutputFormat } from "./commands.ts";
import { accessFrom, hetznerPorts } from "./ports.ts";
import { applyProgress } from "./progress.ts";

export interface SweepCommandOptions {
  root: string;
  format: OutputFormat;
  delete: boolean;
}

/** `slipway sweep`: 1 where there are orphans, 3 where deleting left some. */
export async function runSweep(options: SweepCommandOptions, terminal: Terminal, signal: AbortSignal): Promise<number> {
  const { root, format } = options;
  const { documents } = await checkedEnvironments(root);
  const environments = documents.flatMap(({ environment }) => environment ?? []);
  const paint = terminal.colour ? coloured : plain;
  const { found, orphans, catalogue } = await sweep(
    {
      access: accessFrom(terminal),
      mode: options.delete ? "delete" : "list",
      environments,
      repository: await repositoryOf(root, terminal.env),
    },
    {
      ...hetznerPorts(terminal, signal),
      report: applyProgress(terminal),
      onFound: (found) => (format === "text" ? terminal.out(`${sweepText(found, paint).join("\n")}\n`) : undefined),
      onWait: (left) => terminal.err(`waiting until Hetzner has let go of ${left.length} more\n`),
    },
  );
  if (format === "json") terminal.out(`${JSON.stringify({ found, orphans }, null, 2)}\n`);
  else terminal.out(`Euros a month, net, by prices of ${catalogue.date} from ${catalogue.source}.\n`);
  return orphans.length > 0 ? exitCodes.findings : exitCodes.fine;
}

const tones: Readonly<Record<Verdict, Tone>> = {
  orphan: "error",
  unclear: "warning",
  "in use": "added",
  "another repository's": "dim",
};

function sweepText(found: readonly Classified[], paint: Paint): string[] {
  if (found.length === 0) return ["nothing with slipway's labels is at Hetzner"];
  const sorted = found.toSorted((a, b) => order(a.verdict) - order(b.verdict));
  const rows = sorted.map(({ verdict, environment, kind, resource, detail, monthly, why }) => [
    verdict,
    environment ?? "",
    `${kind} ${resource.name}${detail === "" ? "" : `, ${detail}`}`,
    monthly === undefined ? "?" : formatEuro(monthly),
    why,
  ]);
  const lines = grid([["", "environment", "", "€/month", "why"], ...rows], ["left", "left", "left", "right", "left"]);
  const orphans = found.filter(({ verdict }) => verdict === "orphan");
  const sum = (some: readonly Classified[]): string =>
    formatEuro(some.reduce((total, { monthly = 0 }) => total + monthly, 0));
  return [
    paint("dim", lines[0] ?? ""),
    ...sorted.map(({ verdict }, index) => paint(tones[verdict], lines[index + 1] ?? "")),
    "",
    paint("heading", `${orphans.length} of ${found.length} are orphans: €${sum(orphans)} of €${sum(found)} a month`),
  ];
}

const order = (verdict: Verdict): number => Object.keys(tones).indexOf(verdict);

import type { Finding } from "../../model/finding.ts";
import { mergeFindings } from "../merge-findings.ts";
import { type Reach, weigh } from "../reach.ts";
import { withoutEchoes } from "../without-echoes.ts";
import { type Baseline, hideBaseline } from "./baseline.ts";
import { type CommentsByFile, heedIgnores } from "./ignores.ts";
import { type LevelConfiguration, levelled, levelOf } from "./levels.ts";

/** What a repository says about findings. */
export interface Said {
  levels: LevelConfiguration;
  comments: CommentsByFile;
  baseline?: Baseline;
}

export interface SettleContext {
  reach: Reach;
  /** Whether everything was rendered. */
  complete: boolean;
  requireSources: boolean;
}

export interface Settled {
  findings: Finding[];
  /** How many findings comments ignore. */
  ignored: number;
  /** How many findings the baseline hides. */
  baselined: number;
}

/** Which of all findings are told, and how grave they are: levels first, then comments, then the baseline. */
export function settle(
  found: readonly Finding[],
  { levels, comments, baseline }: Said,
  { reach, complete, requireSources }: SettleContext,
): Settled {
  const isOff = (rule: string, file: string): boolean =>
    levelOf({ rule, at: [{ file, line: 1, column: 1 }] }, levels) === "off";
  const heeded = heedIgnores(levelled(found, levels), comments, { complete, isOff });
  const kept = [...heeded.findings, ...levelled(heeded.about, levels)];
  const merged = mergeFindings(weigh(withoutEchoes(requireSources ? kept.map(demandSource) : kept), reach));
  const { ignored } = heeded;
  if (baseline === undefined) return { findings: merged, ignored, baselined: 0 };
  const { findings, about, baselined } = hideBaseline(merged, baseline, complete);
  return { findings: [...findings, ...levelled(about, levels)], ignored, baselined };
}

/** `--require-sources`: what could not be fetched is no longer a warning. */
function demandSource(finding: Finding): Finding {
  return finding.rule === "render/source-unavailable" ? { ...finding, severity: "error" } : finding;
}

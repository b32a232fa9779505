import type { Change, EffectKind } from "../../model/change.ts";
import type { Report } from "../../model/report.ts";
import { changedOf, findingCounts, number, plural, resourceName } from "../wording.ts";
import { code, text } from "./escape.ts";

const maxNamed = 8;

/** `slipway: 1 error, 2 warnings`: the verdict, before anything else. */
export function heading({ findings, changes, base }: Report): string {
  const counts = findingCounts(findings);
  const changed = new Set(changes.map((change) => change.application)).size;
  const quiet = base === undefined ? "no findings" : changed === 0 ? "no findings, nothing changes" : "no findings";
  return `## slipway: ${counts === "" ? quiet : counts}\n\n`;
}

/** What was compared, how much changes, and what that does to what is running. */
export function introduction(report: Report): string {
  const { applications, changes, base } = report;
  const changed = new Set(changes.map((change) => change.application)).size;
  const missing = applications.filter(({ status }) => status === "not-rendered" || status === "failed").length;
  const resources = applications.reduce((sum, one) => sum + one.resources, 0);
  const rendered = `${plural(applications.length, "Application")} with ${plural(resources, "resource")}`;
  const sentences = [
    base === undefined
      ? `${rendered}, checked for Kubernetes ${text(report.kubernetesVersion, 40)}.`
      : `Compared with ${code(base.ref, 80)} (${code(base.commit.slice(0, 7))}), ${changedOf(changed, applications.length)}${changed === 0 ? "" : ` in ${plural(changes.length, "resource")}`}.`,
    ...(missing === 0 ? [] : [`${number(missing)} could not be rendered.`]),
  ];
  return `${sentences.join(" ")}\n\n${effects(changes)}`;
}

/** Data that goes is told in a box; restarts in a sentence. */
function effects(changes: readonly Change[]): string {
  const lost = withEffect(changes, "deletes-data");
  const restarted = withEffect(changes, "rollout");
  return [
    ...(lost.length === 0 ? [] : [`> [!CAUTION]\n> **Data is deleted** when these are pruned: ${named(lost)}.\n\n`]),
    ...(restarted.length === 0 ? [] : [`**Pods restart** in ${named(restarted)}.\n\n`]),
  ].join("");
}

function withEffect(changes: readonly Change[], kind: EffectKind): Change[] {
  return changes.filter((change) => change.effects.some((effect) => effect.kind === kind));
}

function named(changes: readonly Change[]): string {
  const shown = changes.slice(0, maxNamed).map(({ resource, application }) => {
    return `${code(resourceName(resource), 120)} (${text(application, 80)})`;
  });
  const left = changes.length - shown.length;
  return [...shown, ...(left > 0 ? [`${number(left)} more`] : [])].join(", ");
}

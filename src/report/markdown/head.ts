import type { Report } from "../../model/report.ts";
import { effectsOfLevel, type ToldEffect } from "../overview.ts";
import { changedOf, findingCounts, number, plural, resourceName } from "../wording.ts";
import { effectText } from "./changes.ts";
import { code, text } from "./escape.ts";

/** Effects that are told before everything else; the others are with their resources. */
const maxTold = { danger: 10, caution: 6 } as const;

/** `slipway: 1 error, 2 warnings`: the verdict, before anything else. */
export function heading({ findings, changes, base, environments = [] }: Report): string {
  const counts = findingCounts(findings);
  const changed = new Set(changes.map((change) => change.application)).size;
  const nothing = base !== undefined && changed + environments.length === 0;
  const quiet = nothing ? "no findings, nothing changes" : "no findings";
  return `## slipway: ${counts === "" ? quiet : counts}\n\n`;
}

/** What happens in a line, what was compared, and the grave effects, in at most about `room` bytes of those. */
export function introduction(report: Report, room: number): string {
  const { applications, changes, base, headline } = report;
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
  const line = headline === undefined || changed === 0 ? "" : `**${text(sentence(headline), 250)}**\n\n`;
  return `${line}${sentences.join(" ")}\n\n${graveEffects(report, room)}`;
}

function sentence(headline: string): string {
  return `${headline.slice(0, 1).toUpperCase()}${headline.slice(1)}.`;
}

/** What is dangerous in a red box, what is felt in a yellow one; wider effects follow as a list. */
function graveEffects(report: Report, room: number): string {
  const told = (level: "danger" | "caution"): string[] => resourceEffects(effectsOfLevel(report, level));
  const wider = (report.effects ?? []).map(({ application, ...effect }) => {
    const who = application === undefined ? "" : `${text(application, 80)} `;
    return `${who}${effectText(effect, 200)}`;
  });
  const danger = list(told("danger"), maxTold.danger, room / 2);
  const caution = list(told("caution"), maxTold.caution, room / 4);
  const rest = list(wider, maxTold.caution, room / 4);
  return [
    danger.length === 0 ? "" : `> [!CAUTION]\n${danger.map((line) => `> ${line}\n`).join("")}\n`,
    caution.length === 0 ? "" : `> [!WARNING]\n${caution.map((line) => `> ${line}\n`).join("")}\n`,
    rest.length === 0 ? "" : `${rest.join("\n")}\n\n`,
  ].join("");
}

/** The same resource may be in several Applications, and the same thing happen to it in each. */
function resourceEffects(told: readonly ToldEffect[]): string[] {
  const alike = Map.groupBy(told, ({ effect, change }) => JSON.stringify([effect, resourceName(change.resource)]));
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const names = group.slice(0, 3).map(({ change }) => text(change.application, 60));
    const more = group.length > 3 ? ` and ${number(group.length - 3)} more` : "";
    // The box says how grave it is.
    const what = effectText({ ...first.effect, level: "note" }, 200);
    return [`${code(resourceName(first.change.resource), 100)} (${names.join(", ")}${more}) ${what}`];
  });
}

/** As many items as there is room for, and the number of the others. */
function list(items: readonly string[], limit: number, room: number): string[] {
  let used = 0;
  const shown = items.slice(0, limit).filter((item) => {
    used += Buffer.byteLength(item);
    return used <= room;
  });
  const left = items.length - shown.length;
  return [...shown.map((item) => `- ${item}`), ...(left === 0 ? [] : [`- ${number(left)} more below`])];
}

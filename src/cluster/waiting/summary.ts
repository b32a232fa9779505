import { block, link, text } from "../../report/markdown/escape.ts";
import type { ApplicationProgress } from "./progress.ts";
import { describeReason, duration, shortRevision } from "./text.ts";
import type { Host } from "./hosts.ts";
import type { Timeline } from "./times.ts";
import type { Waited } from "./wait.ts";

/** The outcome as markdown: the tree as a table with times, why what is not there is not, and where to look. */
export function summaryMarkdown(waited: Waited, hosts: readonly Host[], environment: string): string {
  const { applications } = waited.progress;
  const rows = applications.map((one) => row(one, waited.timeline));
  const reasons = applications.flatMap(({ name, reasons: own }) =>
    own.map((one) => `- **${text(name)}**: ${text(describeReason(one))}${tailBlock(one.tail)}`),
  );
  const places = hosts.map(
    ({ url, login }) => `- ${link(text(url), url)}${login === undefined ? "" : `: ${text(login)}`}`,
  );
  return [
    `## ${headline(waited, environment)}`,
    "",
    "| Application | Wave | Sync | Health | Revision | Seen after | Healthy after |",
    "| --- | ---: | --- | --- | --- | ---: | ---: |",
    ...rows,
    ...(reasons.length > 0 ? ["", "### Why not", "", ...reasons] : []),
    ...(places.length > 0 ? ["", "### Where to look", "", ...places] : []),
    "",
  ].join("\n");
}

export function headline({ outcome, progress, elapsed }: Waited, environment: string): string {
  const { length } = progress.applications;
  const done = progress.applications.filter((one) => one.done).length;
  const all = length === 1 ? "The Application" : `All ${length} Applications`;
  switch (outcome.kind) {
    case "done":
      return `${environment}: ${all} synced and healthy after ${duration(elapsed)}`;
    case "stuck":
      return `${environment}: ${outcome.application} cannot become healthy on its own (${done} of ${length} are there)`;
    case "time-limit":
      return `${environment}: not there after ${duration(elapsed)} (${done} of ${length} are)`;
  }
}

function row(one: ApplicationProgress, timeline: Timeline): string {
  const times = timeline.get(one.name);
  const name = `${"&nbsp;&nbsp;".repeat(one.depth)}${text(one.name)}`;
  const wave = one.depth === 0 ? "" : String(one.wave);
  const seen = times === undefined ? "" : duration(times.seen);
  const done = times?.done === undefined ? "" : duration(times.done);
  return `| ${[name, wave, text(one.sync), text(one.health), text(shortRevision(one.revision)), seen, done].join(" | ")} |`;
}

const tailBlock = (tail: string | undefined): string =>
  tail === undefined ? "" : `\n\n${block("text", tail).replaceAll(/^/gm, "  ")}`;

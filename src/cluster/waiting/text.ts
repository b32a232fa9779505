import type { Paint } from "../../report/text/style.ts";
import type { ApplicationProgress, Progress } from "./progress.ts";
import type { Reason } from "./reasons/reason.ts";

const nameWidth = 34;

/** "1 min 5 s" */
export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A commit by its first seven digits, a chart's version as it is. */
export const shortRevision = (revision: string): string =>
  /^[0-9a-f]{40}$/.test(revision) ? revision.slice(0, 7) : revision;

/** The whole tree as it stands, one Application a line, its reasons below it. */
export function treeLines({ applications }: Progress, paint: Paint): string[] {
  return applications.flatMap((one) => {
    const mark = one.done ? paint("added", "✓") : one.reasons.length > 0 ? paint("error", "✗") : paint("dim", "·");
    const indent = "  ".repeat(one.depth);
    const name = `${indent}${one.name}`.padEnd(nameWidth);
    return [`${mark} ${name} ${stateOf(one)}`, ...reasonLines(one, `${indent}    `, paint)];
  });
}

/** "wave -1  Synced  Healthy  3f2a91c  syncing: …" */
function stateOf({ depth, wave, sync, health, revision, operation }: ApplicationProgress): string {
  const place = (depth === 0 ? "" : `wave ${wave}`).padEnd(8);
  const state = `${place} ${sync.padEnd(10)} ${health.padEnd(11)} ${shortRevision(revision).padEnd(8)}`;
  return `${state}${operation === undefined ? "" : ` ${operation}`}`.trimEnd();
}

function reasonLines({ reasons }: ApplicationProgress, indent: string, paint: Paint): string[] {
  return reasons.flatMap((reason) => [
    `${indent}${paint(reason.hope === "good" ? "warning" : "error", describeReason(reason))}`,
    ...(reason.tail ?? "")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => `${indent}  ${paint("dim", `| ${line}`)}`),
  ]);
}

/** "Pod payload/payload-0 cannot be scheduled: 0/1 nodes are available: 1 Insufficient memory." */
export const describeReason = ({ resource, message }: Reason): string =>
  resource === undefined ? message : `${resource} ${message}`;

/** What has changed since the last look, for a log that only grows. */
export function changeLines(before: Progress | undefined, after: Progress, elapsed: number, paint: Paint): string[] {
  const known = new Map(before?.applications.map((one) => [one.name, signature(one)]));
  const time = duration(elapsed).padStart(11);
  return after.applications
    .filter((one) => known.get(one.name) !== signature(one))
    .flatMap((one) => {
      const mark = one.done ? paint("added", "✓") : one.reasons.length > 0 ? paint("error", "✗") : " ";
      return [
        `${time} ${mark} ${one.name.padEnd(nameWidth - 10)} ${stateOf(one)}`,
        ...reasonLines(one, " ".repeat(14), paint),
      ];
    });
}

/** What a person would call a change; counts in an operation's message are none. */
const signature = ({ sync, health, revision, operation, done, reasons }: ApplicationProgress): string =>
  JSON.stringify([
    ...[sync, health, revision, operation?.replaceAll(/\d+/g, "#"), done],
    ...reasons.map(({ cause, resource, tail }) => [cause, resource, tail]),
  ]);

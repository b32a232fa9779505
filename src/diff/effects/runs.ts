import type { EffectFamily } from "./difference.ts";
import { namesOf, touches } from "./difference.ts";
import { textAt, valueAt } from "./json.ts";
import { groupKindOf } from "./surroundings.ts";
import { isHook } from "./sync.ts";

/** What runs to an end: CronJobs at their next time, hooks at the sync. */
export const runs: EffectFamily = ({ id, before, after, fields, followed }) => {
  if (before === undefined || after === undefined) return [];
  const kind = groupKindOf(id);
  const follows = [...followed.inTemplate, ...followed.elsewhere];
  const because = follows.length === 0 ? {} : { because: follows };
  if (kind === "batch/Job" && isHook(after)) {
    const changed = touches(fields, "spec.template") || follows.length > 0;
    return changed
      ? [{ kind: "runs", level: "note", message: "runs at the sync as a hook, with the change", ...because }]
      : [];
  }
  if (kind !== "batch/CronJob") return [];
  if (touches(fields, "spec.suspend")) {
    const stops = valueAt(after, "spec", "suspend") === true;
    return [
      {
        kind: "runs",
        level: stops ? "caution" : "note",
        message: stops ? "runs no more: it is suspended" : "runs again",
      },
    ];
  }
  const times = [before, after].map((side) =>
    [textAt(side, "spec", "schedule"), textAt(side, "spec", "timeZone")].filter((part) => part !== undefined).join(" "),
  );
  const [old = "", now = ""] = times;
  if (touches(fields, "spec.schedule") || touches(fields, "spec.timeZone")) {
    return [{ kind: "runs", level: "note", message: `runs at ${now} instead of ${old}` }];
  }
  if (!touches(fields, "spec.jobTemplate") && follows.length === 0) return [];
  const reason = follows.length === 0 ? "" : ` (${namesOf(follows)} changed)`;
  return [
    {
      kind: "runs",
      level: "note",
      message: `changes from its next run on${now === "" ? "" : ` (${now})`}${reason}`,
      ...because,
    },
  ];
};

import type { ApplicationChange, Change } from "../model/change.ts";
import type { ApplicationSide } from "./match.ts";

/**
 * Applications that one side lacks. One whose resources mostly came from a single Application that is gone has been
 * renamed.
 */
export function diffApplicationNames(
  base: readonly ApplicationSide[],
  head: readonly ApplicationSide[],
  changes: readonly Change[],
): ApplicationChange[] {
  const before = new Set(base.map((side) => side.application));
  const after = new Set(head.map((side) => side.application));
  const gone = new Set([...before].filter((name) => !after.has(name)));
  const fresh = head.filter((side) => !before.has(side.application));
  const found = fresh.map(({ application, resources }): ApplicationChange => {
    const origins = changes.filter((change) => change.application === application && change.kind === "moved");
    for (const previous of gone) {
      const moved = origins.filter((change) => change.previous?.application === previous).length;
      if (moved * 2 <= resources.length) continue;
      gone.delete(previous);
      return { application, kind: "renamed", previous };
    }
    return { application, kind: "added" };
  });
  return [...found, ...[...gone].map((application): ApplicationChange => ({ application, kind: "removed" }))];
}

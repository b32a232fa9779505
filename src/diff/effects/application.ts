import type { Effect } from "../../model/change.ts";
import type { JsonObject } from "../../model/resource.ts";
import { isCascading } from "./deletion.ts";
import { type EffectFamily, touches } from "./difference.ts";
import { objectAt, textAt, textsAt, valueAt } from "./json.ts";
import { groupKindOf } from "./surroundings.ts";

/** What an Application that changes does to what it deployed so far. */
export const application: EffectFamily = ({ id, before, after, fields }) => {
  if (groupKindOf(id) !== "argoproj.io/Application" || before === undefined || after === undefined) return [];
  const cluster = (side: JsonObject): string =>
    textAt(side, "spec", "destination", "server") ?? textAt(side, "spec", "destination", "name") ?? "";
  const effects: Effect[] = [];
  if (cluster(before) !== cluster(after)) {
    const message = `leaves running what it deployed on ${cluster(before)}, and deploys it again on ${cluster(after)}`;
    effects.push({ kind: "orphaned", level: "caution", message });
  }
  if (touches(fields, "spec.syncPolicy") && prunes(after) && !prunes(before)) {
    const message = "prunes from now on, also what was left behind before";
    effects.push({ kind: "pruned", level: "caution", message });
  }
  const [cascaded, cascades] = [before, after].map((side) => textsAt(side, "metadata", "finalizers").some(isCascading));
  if (cascaded !== cascades) {
    const message =
      cascades === true
        ? "takes along what it deployed once it is deleted"
        : "leaves running what it deployed once it is deleted";
    effects.push({ kind: cascades === true ? "pruned" : "orphaned", level: "note", message });
  }
  return effects;
};

function prunes(manifest: JsonObject): boolean {
  const automated = objectAt(manifest, "spec", "syncPolicy", "automated");
  return automated.prune === true && valueAt(automated, "enabled") !== false;
}

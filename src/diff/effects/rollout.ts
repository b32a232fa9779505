import type { Effect } from "../../model/change.ts";
import { type Course, courses, isPaused } from "./courses.ts";
import { type Difference, type EffectFamily, isWithin, namesOf, type Situation, touches } from "./difference.ts";
import { gap, span } from "./downtime.ts";
import { objectAt } from "./json.ts";
import { groupKindOf, hostsOf } from "./surroundings.ts";
import { podTemplate, replicasOf } from "./workload.ts";

/** Replaced pods of everything that keeps pods running. */
export const rollout: EffectFamily = (difference, situation) => {
  const { id, before, after, fields, followed } = difference;
  if (before === undefined || after === undefined) return [];
  const kind = groupKindOf(id);
  const course = Object.hasOwn(courses, kind) ? courses[kind] : undefined;
  const resumes = kind === "apps/Deployment" && isPaused(before) && !isPaused(after);
  const inTemplate = followed.inTemplate.length > 0;
  const own = resumes || restartedBy(kind).some((path) => touches(fields, path));
  if (course === undefined || !(own || inTemplate)) return [];
  const found = course({ difference, situation, before, after, replicas: replicasBefore(difference, situation) });
  const reason = inTemplate && !own ? ` (${namesOf(followed.inTemplate)} changed)` : "";
  return [effectOf(found, reason, difference, situation)];
};

function effectOf(
  course: Course,
  reason: string,
  { id, before, after, followed, fields }: Difference,
  situation: Situation,
): Effect {
  const because = followed.inTemplate.length === 0 ? {} : { because: [...followed.inTemplate] };
  const pods = course.pods === undefined ? {} : { pods: course.pods };
  const effect = { kind: "rollout" as const, ...pods, ...because };
  if (course.gap === undefined || after === undefined)
    return { ...effect, level: "note", message: course.message + reason };
  const template = podTemplate(id, after);
  const seconds = course.gap === "brief" ? 1 : gap(template, changesImage(fields) ? "newImage" : "sameImage");
  const hosts = hostsOf(id.namespace, objectAt(podTemplate(id, before ?? {}), "metadata", "labels"), situation.before);
  const what = hosts.length === 0 ? "" : ` for ${hosts.slice(0, 3).join(", ")}`;
  return {
    ...effect,
    level: course.gap === "brief" ? "note" : "caution",
    message: `${course.message}${reason}; downtime of ${span(seconds)}${what}`,
    downtime: seconds,
    ...(hosts.length === 0 ? {} : { hosts }),
  };
}

function changesImage(fields: Difference["fields"]): boolean {
  return fields.some(({ path }) => isWithin(path, "spec") && /\.image(?:Name)?$/.test(path));
}

function replicasBefore({ id, before }: Difference, situation: Situation): number {
  return before === undefined ? 0 : replicasOf(id, before, situation.before);
}

/** The fields whose change replaces the pods. */
function restartedBy(kind: string): readonly string[] {
  return kind === "postgresql.cnpg.io/Cluster" ? ["spec.imageName", "spec.resources"] : ["spec.template"];
}

import type { Effect } from "../../model/change.ts";
import { type JsonObject, type Resource, type ResourceId, resourceKey } from "../../model/resource.ts";
import { type Dependency, dependenciesOf } from "./dependencies.ts";
import { type Difference, namesOf, type Situation, touches } from "./difference.ts";
import { annotationOf } from "./json.ts";
import { groupKindOf, type Surroundings } from "./surroundings.ts";
import type { SyncPosition } from "./sync.ts";
import { podTemplate, templatePath } from "./workload.ts";

/** One changed resource of an Application with what was found so far. */
export interface Told {
  difference: Difference;
  situation: Situation;
  effects: Effect[];
}

/** Effects that only the changes of an Application together show: their order, and who notices them. */
export function effectsTogether(told: readonly Told[]): Effect[][] {
  const changed = new Set(told.map(({ difference }) => resourceKey(difference.id)));
  const replaced = new Set(
    told
      .filter(({ effects }) => effects.some(({ kind }) => kind === "rollout" || kind === "recreated"))
      .map(({ difference }) => resourceKey(difference.id)),
  );
  const known = new Map<Surroundings, ReadonlyMap<string, readonly Resource[]>>();
  const readers = (beside: Surroundings): ReadonlyMap<string, readonly Resource[]> => {
    const found = known.get(beside) ?? readersIn(beside);
    known.set(beside, found);
    return found;
  };
  return told.map((one) => [...outOfOrder(one, changed), ...unnoticed(one, replaced, readers)]);
}

/** Pods that start in an earlier step of the sync than what they read. */
function outOfOrder({ difference, situation, effects }: Told, changed: ReadonlySet<string>): Effect[] {
  const { id, before, after } = difference;
  const starts = before === undefined || effects.some(({ kind }) => kind === "rollout" || kind === "runs");
  if (after === undefined || !starts || templatePath(id) === undefined) return [];
  const own = situation.positionOf(after);
  const found = dependenciesOf(podTemplate(id, after)).flatMap((dependency) => {
    const needed = provider(dependency, id.namespace, situation.after);
    const position = needed === undefined ? undefined : situation.positionOf(needed.manifest);
    const isLater = own !== undefined && position !== undefined && comesAfter(position, own);
    return needed === undefined || !isLater ? [] : [{ needed: needed.id, position, own }];
  });
  const isNew = ({ needed }: { needed: ResourceId }): boolean =>
    situation.before.find(groupKindOf(needed), needed.namespace, needed.name) === undefined;
  return [
    ...told(
      found.filter(isNew),
      "danger",
      (what) => `needs ${what} that come only in a later step of the sync, which waits for these pods`,
    ),
    ...told(
      found.filter((one) => !isNew(one) && changed.has(resourceKey(one.needed))),
      "caution",
      (what) => `starts its pods before the change of ${what}, which comes in a later step of the sync`,
    ),
  ];
}

function told(
  found: readonly { needed: ResourceId; position: SyncPosition; own: SyncPosition }[],
  level: Effect["level"],
  words: (what: string) => string,
): Effect[] {
  const [first] = found;
  if (first === undefined) return [];
  const because = [...new Map(found.map(({ needed }) => [resourceKey(needed), needed])).values()];
  const steps = `${stepName(first.own)} before ${stepName(first.position)}`;
  const hint = "Give what is needed the earlier argocd.argoproj.io/sync-wave";
  return [{ kind: "wave-order", level, message: `${words(namesOf(because))} (${steps})`, hint, because }];
}

const phases = ["PreSync", "Sync", "PostSync", "SyncFail"];

function stepName({ phase, wave }: SyncPosition): string {
  return phase === 1 ? `wave ${wave}` : `${phases[phase] ?? "phase"} wave ${wave}`;
}

function comesAfter(a: SyncPosition, b: SyncPosition): boolean {
  return a.phase > b.phase || (a.phase === b.phase && a.wave > b.wave);
}

/** A Secret may be declared by what makes it. */
function provider(
  { groupKind, name }: Dependency,
  namespace: string | undefined,
  beside: Surroundings,
): Resource | undefined {
  const declared = beside.find(groupKind, namespace, name);
  if (declared !== undefined || groupKind !== "/Secret") return declared;
  return (
    beside.find("bitnami.com/SealedSecret", namespace, name) ??
    beside.find("external-secrets.io/ExternalSecret", namespace, name)
  );
}

/** Kinds whose pods go on with what they read at their start. */
const longRunning = ["apps/Deployment", "apps/StatefulSet", "apps/DaemonSet", "argoproj.io/Rollout"];

/** What is read once → the workloads that read it; made once for an Application, because many of its ConfigMaps may change. */
function readersIn(beside: Surroundings): ReadonlyMap<string, readonly Resource[]> {
  const readings = longRunning.flatMap((groupKind) =>
    beside.ofKind(groupKind).flatMap((workload) => {
      const read = dependenciesOf(podTemplate(workload.id, workload.manifest)).filter(({ once }) => once);
      const keys = new Set(read.map((one) => `${one.groupKind} ${workload.id.namespace ?? ""}/${one.name}`));
      return [...keys].map((key) => ({ key, workload }));
    }),
  );
  const byKey = Map.groupBy(readings, ({ key }) => key);
  return new Map([...byKey].map(([key, found]) => [key, found.map(({ workload }) => workload)]));
}

/** A ConfigMap or Secret that changes under its name, and pods that go on with the old content. */
function unnoticed(
  { difference, situation }: Told,
  replaced: ReadonlySet<string>,
  readers: (beside: Surroundings) => ReadonlyMap<string, readonly Resource[]>,
): Effect[] {
  const { id, kind, before, after, fields } = difference;
  const source = groupKindOf(id) === "bitnami.com/SealedSecret" ? "/Secret" : groupKindOf(id);
  const isContent = source === "/ConfigMap" || source === "/Secret";
  if (!isContent || kind !== "changed" || before === undefined || after === undefined) return [];
  if (!["data", "stringData", "binaryData", "spec.encryptedData"].some((path) => touches(fields, path))) return [];
  const reading = readers(situation.after).get(`${source} ${id.namespace ?? ""}/${id.name}`) ?? [];
  const ids = reading
    .filter((workload) => !replaced.has(resourceKey(workload.id)) && !isReloaded(workload.manifest))
    .map((workload) => workload.id);
  if (ids.length === 0) return [];
  const message = `is not noticed by ${namesOf(ids)}, whose pods keep the old content until they restart`;
  const hint = "Let kustomize generate it with a hash in its name, so that its pods follow";
  return [{ kind: "not-picked-up", level: "caution", message, hint, because: ids }];
}

/** Stakater's Reloader restarts the pods. */
function isReloaded(manifest: JsonObject): boolean {
  return [
    "reloader.stakater.com/auto",
    "configmap.reloader.stakater.com/reload",
    "secret.reloader.stakater.com/reload",
  ].some((key) => annotationOf(manifest, key) !== undefined);
}

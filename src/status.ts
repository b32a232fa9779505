import { randomBytes } from "node:crypto";
import { readDeclared } from "./bootstrap/environment.ts";
import { revisionResolver } from "./bootstrap/revisions.ts";
import type { BootstrapPorts } from "./bootstrap/options.ts";
import { openApi } from "./cluster/api/client.ts";
import { type Objects, openObjects } from "./cluster/api/objects.ts";
import { patientApi } from "./cluster/api/patience.ts";
import { snapshotWorld } from "./cluster/diagnosis/gather.ts";
import { type DriftedResource, type DriftReport, driftedResources } from "./cluster/status/drift.ts";
import { type Progress, progressOf, revisionKey } from "./cluster/waiting/progress.ts";
import { diffApplications } from "./diff/diff.ts";
import type { ApplicationSide } from "./diff/match.ts";
import { appOfApps } from "./gitops/app-of-apps.ts";
import { isObject } from "./gitops/json.ts";
import type { RenderedApplication } from "./gitops/rendered-repository.ts";
import type { Change } from "./model/change.ts";
import { type JsonObject, type Resource, resourceKey } from "./model/resource.ts";
import { renderOnly } from "./render-only.ts";

export interface StatusOptions {
  /** Folder of the repository, checked out at the revision that Argo CD follows. */
  root: string;
  environment: string;
}

export type StatusPorts = Pick<BootstrapPorts, "connect" | "clock" | "log" | "signal" | "env" | "sources">;

/** By what name Argo CD applies: what it would change is asked of the API server in its name. */
const argoManager = "argocd-controller";

/** How the cluster of an Environment stands to Git now: what Argo CD says, and what a sync would change. Changes nothing. */
export async function status({ root, environment: name }: StatusOptions, ports: StatusPorts): Promise<DriftReport> {
  const { environment, platform, file } = await readDeclared(root, name);
  await using access = await ports.connect(environment);
  const objects = openObjects(patientApi(await openApi(access.kubeconfig), ports));
  const world = await snapshotWorld(objects);
  const now = ports.clock.now();
  const goal = { namespace: platform.namespace, root: platform.root, revisions: new Map<string, string>(), since: now };
  const resolve = revisionResolver(ports);
  for (const { repoURL, targetRevision } of progressOf(world, goal).applications.flatMap(({ sources }) => sources)) {
    const key = revisionKey({ repoURL, targetRevision });
    const commit = goal.revisions.has(key) ? undefined : await resolve(repoURL, targetRevision || "HEAD");
    if (commit !== undefined) goal.revisions.set(key, commit);
  }
  const progress: Progress = progressOf(world, goal);
  const drifted = driftedResources(world, progress);
  const changes = drifted.length === 0 ? [] : await changesOf(drifted, objects, { root, file }, ports);
  const at = new Date(now).toISOString();
  const clean = progress.done && drifted.length === 0;
  return { environment: name, at, clean, applications: progress.applications, drifted, changes };
}

/** Live objects on one side; on the other what the API server would make of Git's manifests, which it is asked by a dry run. */
async function changesOf(
  drifted: readonly DriftedResource[],
  objects: Objects,
  { root, file }: { root: string; file: string },
  { clock, log, signal, env, sources }: StatusPorts,
): Promise<Change[]> {
  const run = { root, cache: true, offline: false, requireSources: false };
  const everything = await renderOnly(run, { clock, log, signal, env, ...(sources && { sources }) });
  const rendered = appOfApps(everything, file);
  const sides = await Promise.all(
    [...Map.groupBy(drifted, ({ application }) => application)].map(async ([application, resources]) => {
      const pairs = await Promise.all(resources.map((one) => pairOf(one, rendered, objects)));
      const side = (which: "live" | "wanted"): ApplicationSide => ({
        application,
        resources: pairs.flatMap((pair) => pair?.[which] ?? []),
      });
      return { live: side("live"), wanted: side("wanted") };
    }),
  );
  return diffApplications(
    sides.map(({ live }) => live),
    sides.map(({ wanted }) => wanted),
    { secretKey: randomBytes(32) },
  );
}

/** Undefined where Git's manifest is not known here: then only Argo CD's word is passed on. */
async function pairOf(
  one: DriftedResource,
  rendered: ReadonlyMap<string, RenderedApplication>,
  objects: Objects,
): Promise<{ live: Resource[]; wanted: Resource[] } | undefined> {
  const live = await objects.get(one);
  const there = live === undefined ? [] : [resource(one, live)];
  if (one.surplus) return { live: there, wanted: [] };
  const declared = rendered
    .get(one.application)
    ?.rendered.resources.find(({ id }) => resourceKey(id) === resourceKey(one));
  if (declared === undefined) return undefined;
  const manifest = live === undefined ? declared.manifest : await predicted(declared.manifest, one, objects);
  return manifest === undefined ? undefined : { live: there, wanted: [resource(one, manifest, declared.origin)] };
}

async function predicted(
  manifest: JsonObject,
  { namespace }: DriftedResource,
  objects: Objects,
): Promise<JsonObject | undefined> {
  const metadata = isObject(manifest["metadata"]) ? manifest["metadata"] : {};
  const placed = { ...manifest, metadata: { ...(namespace !== undefined && { namespace }), ...metadata } };
  const answer = await objects.apply(placed, { dryRun: "All", conflicts: "take over", manager: argoManager });
  return answer?.status === 200 && isObject(answer.body) ? answer.body : undefined;
}

const resource = (
  { apiVersion, kind, namespace, name }: DriftedResource,
  manifest: JsonObject,
  origin: Resource["origin"] = [],
): Resource => ({
  id: { apiVersion, kind, name, ...(namespace !== undefined && { namespace }) },
  manifest: { ...manifest, apiVersion, kind },
  origin,
});

import { plainWords, reviewFindings, updateFindings, updateRefusals } from "../checks/apiserver.ts";
import type { DeployedApplication } from "../checks/platform.ts";
import { isTemplate } from "../checks/unfinished.ts";
import type { Verdict } from "../diff/effects/difference.ts";
import { isForced, isHook, syncOption } from "../diff/effects/sync.ts";
import type { Engines, Review, ReviewItem } from "../engine/index.ts";
import { locate } from "../gitops/locate.ts";
import type { Provenance } from "../gitops/provenance/provenance.ts";
import type { RenderedApplication } from "../gitops/rendered-repository.ts";
import type { Finding } from "../model/finding.ts";
import { type Resource, resourceKey } from "../model/resource.ts";
import type { Tree } from "../tree/index.ts";
import { sameRenderings } from "./compare.ts";
import { changedWithin } from "./changed-within.ts";
import type { Results } from "./results.ts";
import { type Ask, reviewer } from "./review.ts";
import { type Cluster, clustersOf, digestOf, unknownCluster } from "./review-contexts.ts";

export interface ApiserverContext {
  engines: Pick<Engines, "review">;
  results: Results;
  provenance: Provenance;
  tree: Tree;
  deployed: readonly DeployedApplication[];
  /** The base side, where there is one. */
  before: readonly RenderedApplication[] | undefined;
}

export interface ApiserverVerdict {
  findings: Finding[];
  /** The updates from the base that the API server refuses. */
  refused: Verdict[];
}

/** What `kubectl apply` would be told of every rendered resource, as a new one and as an update of what the base renders. */
export async function checkApiserver(
  applications: readonly RenderedApplication[],
  { engines, results, provenance, tree, deployed, before = [] }: ApiserverContext,
): Promise<ApiserverVerdict> {
  const definitions = definitionsIn(applications);
  const ask = reviewer(engines, definitions, results);
  const known = digestOf(definitions);
  const clusters = clustersOf(deployed, applications);
  const same = sameRenderings(before, applications);
  const old = new Map(before.map((one) => [one.report.name, one]));
  const judged = await Promise.all(
    applications.map(async (application): Promise<ApiserverVerdict> => {
      const { name } = application.report;
      const cluster = clusters.get(name) ?? unknownCluster;
      const reviews = await asNew(application, { ask, cluster, results, tree, known });
      const placeIn = (resource: Resource) => (path: string) => locate(resource, path, { provenance, application });
      const { resources } = application.rendered;
      const findings = resources.flatMap((resource, at) => {
        const review = reviews[at];
        return review ? reviewFindings(name, resource, review, placeIn(resource)) : [];
      });
      const updates = same.has(name) ? [] : await asUpdates(application, old.get(name), { ask, cluster, reviews });
      return {
        findings: [
          ...findings,
          ...updates.flatMap(({ resource, old: before, errors }) =>
            updateFindings(name, resource, errors, (path) =>
              placeIn(resource)(changedWithin(before, resource.manifest, path)),
            ),
          ),
        ],
        refused: updates.map(({ resource, errors }) => ({
          application: name,
          resource: resource.id,
          errors: errors.map((error) => ({ path: error.field, message: plainWords(error) })),
        })),
      };
    }),
  );
  return { findings: judged.flatMap(({ findings }) => findings), refused: judged.flatMap(({ refused }) => refused) };
}

interface Refusal {
  resource: Resource;
  old: Resource["manifest"];
  errors: Review["errors"];
}

interface Asking {
  ask: Ask;
  cluster: Cluster;
}

/** The review of each resource, in order; null where nothing is to be said. */
async function asNew(
  application: RenderedApplication,
  { ask, cluster, results, tree, known }: Asking & { results: Results; tree: Tree; known: string },
): Promise<readonly (Review | null)[]> {
  const { report, rendered, rendering } = application;
  const make = (): Promise<(Review | null)[]> =>
    Promise.all(
      rendered.resources.map(async (resource) => {
        if (report.kind === "implicit" && isTemplate(resource.manifest)) return null;
        return (await ask(itemOf(resource, application, cluster), cluster)) ?? null;
      }),
    );
  const request = rendering && results.renderings.requestOf(rendering);
  if (request === undefined) return make();
  const about = [request, report.kind, rendered.resources.map(({ id }) => id), cluster.digest, known];
  const key = `review ${digestOf(about)}`;
  return results.recall(key, tree, async () => ({ value: await make(), reads: rendered.reads }));
}

async function asUpdates(
  application: RenderedApplication,
  before: RenderedApplication | undefined,
  { ask, cluster, reviews }: Asking & { reviews: readonly (Review | null)[] },
): Promise<Refusal[]> {
  const old = new Map(before?.rendered.resources.map((resource) => [resourceKey(resource.id), resource]));
  const found = await Promise.all(
    application.rendered.resources.map(async (resource, at) => {
      const { manifest } = resource;
      const oldObject = old.get(resourceKey(resource.id))?.manifest;
      if (oldObject === undefined || isHook(manifest) || isForced(manifest, application.sync)) return [];
      if (JSON.stringify(oldObject) === JSON.stringify(manifest)) return [];
      const item = { ...itemOf(resource, application, cluster), oldObject };
      const review = await ask(item, cluster);
      const errors = review ? updateRefusals(review, reviews[at] ?? undefined) : [];
      return errors.length === 0 ? [] : [{ resource, old: oldObject, errors }];
    }),
  );
  return found.flat();
}

function itemOf({ id, manifest }: Resource, { sync }: RenderedApplication, { namespaces }: Cluster): ReviewItem {
  const { namespace } = id;
  const apply = syncOption("ServerSideApply", manifest, sync) === "true" ? "server" : "client";
  const replaced = syncOption("Replace", manifest, sync) === "true";
  return {
    object: manifest,
    apply: replaced ? "replace" : apply,
    ...(namespace !== undefined && { namespace: { name: namespace, ...namespaces.get(namespace) } }),
  };
}

/** Of several definitions of one kind the last counts: that of an Application, not of a fixture, which comes after it. */
function definitionsIn(applications: readonly RenderedApplication[]): Resource["manifest"][] {
  return applications
    .flatMap(({ rendered }) => rendered.resources)
    .flatMap(({ id, manifest }) =>
      id.kind === "CustomResourceDefinition" && id.apiVersion === "apiextensions.k8s.io/v1" ? [manifest] : [],
    )
    .toReversed();
}

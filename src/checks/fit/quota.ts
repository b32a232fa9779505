import type { QuotaRequest, QuotaUse } from "apiserver-wasm";
import { isObject, objectAt } from "../../gitops/json.ts";
import type { Finding } from "../../model/finding.ts";
import type { Json, JsonObject, Resource } from "../../model/resource.ts";
import type { DeployedApplication, Platform } from "../platform.ts";
import { floorsOf } from "../policy/drains.ts";
import { finding } from "../rules.ts";
import { environmentsOf } from "../wiring/environments.ts";
import type { Placed } from "../wiring/pods.ts";
import { countOf } from "./load.ts";

/** A namespace of an environment that has ResourceQuotas, and what the API server is to sum up there. */
export interface QuotaQuestion {
  quotas: readonly Placed[];
  request: QuotaRequest;
}

/** The ResourceQuotas that are declared, with all that is declared for their namespaces, in as many pods as there are at rest. */
export function quotaQuestions(applications: readonly DeployedApplication[]): QuotaQuestion[] {
  return environmentsOf(applications).flatMap(({ applications: members }) => {
    const placed = members.flatMap((application) =>
      application.resources.map((resource) => ({ resource, application })),
    );
    if (!placed.some(isQuota)) return [];
    const byNamespace = Map.groupBy(placed, ({ resource }) => resource.id.namespace ?? "");
    return [...byNamespace.values()].flatMap((all) => {
      const quotas = all.filter(isQuota);
      return quotas.length === 0 ? [] : [{ quotas, request: requestOf(all, quotas) }];
    });
  });
}

function requestOf(all: readonly Placed[], quotas: readonly Placed[]): QuotaRequest {
  const resources = all.map(({ resource }) => resource);
  const floors = floorsOf(resources);
  return {
    quotas: quotas.map(({ resource }) => resource.manifest),
    // Jobs come and go: that they wait for each other is what a quota is for.
    objects: resources.flatMap((one) => (/^(?:Cron)?Job$/.test(one.id.kind) ? [] : [atRest(one, floors)])),
    limitRanges: resources.flatMap(({ id, manifest }) => (id.kind === "LimitRange" ? [manifest] : [])),
  };
}

/** With as many replicas as an autoscaler leaves it, and pods as the API server takes them. */
function atRest(resource: Resource, floors: ReadonlyMap<string, number>): JsonObject {
  const { id, manifest } = resource;
  const spec = objectAt(manifest, "spec");
  const template = objectAt(spec, "template");
  const pods = objectAt(template, "spec");
  const scaled = floors.has(`${id.kind} ${id.namespace ?? ""}/${id.name}`);
  if (!scaled && pods === undefined) return manifest;
  return {
    ...manifest,
    spec: {
      ...spec,
      ...(scaled && { replicas: countOf(resource, floors) }),
      ...(pods && { template: { ...template, spec: { ...pods, ...requesting(pods) } } }),
    },
  };
}

/** A limit without a request is the request, too: the API server says so of pods, and not of their templates. */
function requesting(spec: JsonObject): JsonObject {
  const all = ["containers", "initContainers"].flatMap((key): [string, Json[]][] => {
    const list = spec[key];
    return Array.isArray(list) ? [[key, list.map(asRequested)]] : [];
  });
  return Object.fromEntries(all);
}

function asRequested(container: Json): Json {
  if (!isObject(container)) return container;
  const resources = objectAt(container, "resources");
  const limits = objectAt(resources, "limits");
  if (limits === undefined) return container;
  return { ...container, resources: { ...resources, requests: { ...limits, ...objectAt(resources, "requests") } } };
}

const isQuota = ({ resource: { id } }: Placed): boolean => id.apiVersion === "v1" && id.kind === "ResourceQuota";

/** What the sums mean for those quotas. */
export function quotaFindings(
  { quotas }: QuotaQuestion,
  uses: readonly QuotaUse[],
  place: Platform["place"],
): Finding[] {
  return uses.flatMap((use) => {
    const by = quotas.find(({ resource }) => resource.id.name === use.quota);
    if (by === undefined) return [];
    const { application, resource } = by;
    const path = `spec.hard["${use.resource}"]`;
    const told = [...exceeded(use, resource), ...unsaid(use, resource)];
    if (told.length === 0) return [];
    const at = place(application, resource, path);
    return told.map(({ message, ...rest }) =>
      finding("fit/quota", message, { application: application.name, resource: resource.id, path, at, ...rest }),
    );
  });
}

type Told = Pick<Finding, "message" | "hint" | "detail">;

function exceeded({ quota, resource, hard, used, exceeded: over, by }: QuotaUse, { id }: Resource): Told[] {
  if (!over) return [];
  const message = `ResourceQuota ${quota} allows ${hard} of ${resource}, and what is declared in ${whereOf(id)} needs ${used}`;
  const detail = by.map(({ kind, name, used: share }) => `${kind} ${name}: ${share}`).join("\n");
  return [{ message, detail, hint: "Allow more, or ask for less: what comes last is refused, and waits." }];
}

function unsaid({ quota, resource, silent }: QuotaUse, { id }: Resource): Told[] {
  const [first, ...others] = silent;
  if (first === undefined) return [];
  const also = others.length === 0 ? "" : ` and ${others.length} more`;
  const message = `ResourceQuota ${quota} refuses pods in ${whereOf(id)} that do not say their ${resource}, as those of ${first.kind} ${first.name}${also} do not`;
  const hint = "Say it in every container, or give a default in a LimitRange of the namespace.";
  return [{ message, hint }];
}

const whereOf = ({ namespace }: Resource["id"]): string =>
  namespace === undefined ? "its namespace" : `namespace ${namespace}`;

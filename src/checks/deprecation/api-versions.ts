import { fieldPath } from "../../model/field-path.ts";
import type { Finding } from "../../model/finding.ts";
import type { Resource, ResourceId } from "../../model/resource.ts";
import { objectAt, stringAt } from "../../gitops/json.ts";
import { groupOf } from "../../gitops/scope.ts";
import type { DeployedApplication, Platform } from "../platform.ts";
import { finding } from "../rules.ts";
import lifecycles from "./api-versions.json" with { type: "json" };
import { type OperatorVersion, operatorVersions } from "./operator-versions.ts";

interface Lifecycle {
  /** The first minor that warns. */
  deprecated: string;
  /** The first minor that no longer serves it. */
  removed: string;
  replacement?: string;
}

const builtIn = new Map(
  Object.entries(lifecycles).flatMap(([apiVersion, kinds]) =>
    Object.entries(kinds).map(([kind, [deprecated = "", removed = "", replacement]]): [string, Lifecycle] => [
      `${apiVersion} ${kind}`,
      { deprecated, removed, ...(replacement !== undefined && { replacement }) },
    ]),
  ),
);
const ofOperators = Map.groupBy(operatorVersions, ({ apiVersion }) => apiVersion);

/** API versions that the cluster does not serve any more, or will not for long. */
export function checkApiVersions(platform: Platform): Finding[] {
  const served = servedByOwnCrds(platform);
  return platform.applications.flatMap((application) =>
    application.resources.flatMap((resource) => {
      const { id } = resource;
      const own = builtIn.get(`${id.apiVersion} ${id.kind}`);
      const about = { application, resource, platform };
      if (own !== undefined) return ofKubernetes(own, about);
      const custom = ofOperators.get(id.apiVersion)?.find(({ kinds }) => kinds?.includes(id.kind) ?? true);
      if (custom === undefined || served.has(`${id.apiVersion} ${id.kind}`)) return [];
      return [ofOperator(custom, about)];
    }),
  );
}

interface About {
  application: DeployedApplication;
  resource: Resource;
  platform: Platform;
}

function ofKubernetes({ deprecated, removed, replacement }: Lifecycle, about: About): Finding[] {
  const { resource, platform } = about;
  const now = minorOf(platform.kubernetesVersion);
  if (now < minorOf(deprecated)) return [];
  const instead = standing(replacement, resource.id, now);
  const hint = instead === undefined ? "Nothing replaces it." : `Use ${instead}.`;
  const what = nameOf(resource.id);
  if (now >= minorOf(removed)) {
    const message = `${what} is of ${resource.id.apiVersion}, which Kubernetes ${removed} and later do not serve`;
    return [finding("deprecation/removed-api", message, detailsOf(about, hint))];
  }
  const message = `${what} is of ${resource.id.apiVersion}, which is deprecated since Kubernetes ${deprecated} and gone from ${removed}`;
  return [finding("deprecation/deprecated-api", message, detailsOf(about, hint))];
}

function ofOperator({ apiVersion, replacement, gone }: OperatorVersion, about: About): Finding {
  const until = gone === undefined ? "which is deprecated" : `which is not served since ${gone}`;
  const hint = `Use ${replacement}.`;
  return finding(
    "deprecation/deprecated-api",
    `${nameOf(about.resource.id)} is of ${apiVersion}, ${until}`,
    detailsOf(about, hint),
  );
}

const nameOf = ({ kind, name }: ResourceId): string => `${kind} ${name}`;

function detailsOf({ application, resource, platform }: About, hint: string) {
  const at = platform.place(application, resource, "apiVersion");
  return { application: application.name, resource: resource.id, path: fieldPath(["apiVersion"]), hint, at };
}

/** What replaces it for good: a replacement may have been replaced itself. */
function standing(replacement: string | undefined, { kind }: ResourceId, now: number): string | undefined {
  const [apiVersion = "", other = kind] = replacement?.split(" ") ?? [];
  const next = builtIn.get(`${apiVersion} ${other}`);
  if (next === undefined || now < minorOf(next.deprecated)) return replacement;
  return next.replacement === undefined && now >= minorOf(next.removed) ? undefined : (next.replacement ?? replacement);
}

/** "1.36.3" → 36. Kubernetes has no second major. */
const minorOf = (version: string): number => Number(version.split(".")[1] ?? 0);

/** Who brings the CRD along knows better. */
function servedByOwnCrds({ applications }: Platform): ReadonlySet<string> {
  const served = new Set<string>();
  for (const { id, manifest } of applications.flatMap(({ resources }) => resources)) {
    if (id.kind !== "CustomResourceDefinition" || groupOf(id.apiVersion) !== "apiextensions.k8s.io") continue;
    const spec = objectAt(manifest, "spec");
    const versions: unknown = spec?.["versions"];
    for (const version of Array.isArray(versions) ? versions : []) {
      const one = objectAt(version);
      if (one?.["served"] === false) continue;
      served.add(`${stringAt(spec, "group")}/${stringAt(one, "name")} ${stringAt(spec, "names", "kind")}`);
    }
  }
  return served;
}

import { type Cluster, type GeneratorContext, withValues } from "./context.ts";
import type { Parameters } from "./fasttemplate.ts";
import { normalizeName } from "./names.ts";
import type { Generator } from "./schema.ts";
import { selects } from "./selector.ts";

export const inCluster = { name: "in-cluster", server: "https://kubernetes.default.svc" } as const satisfies Cluster;

/** What Argo CD or kubectl writes on cluster Secrets for themselves; never a parameter. */
const privateAnnotations = new Set([
  "argocd.argoproj.io/refresh",
  "argocd.argoproj.io/refresh-timestamp",
  "argocd.argoproj.io/hydrate",
  "argocd.argoproj.io/hydrate-timestamp",
  "argocd.argoproj.io/tracking-id",
  "argocd.argoproj.io/installation-id",
  "kubectl.kubernetes.io/last-applied-configuration",
]);

/** The declared clusters that the selector takes; the local one comes last, and only without a selector. */
export async function clusterParameters(
  generator: NonNullable<Generator["clusters"]>,
  context: GeneratorContext,
): Promise<Parameters[]> {
  const { matchLabels = {}, matchExpressions = [] } = generator.selector ?? {};
  const selective = Object.keys(matchLabels).length > 0 || matchExpressions.length > 0;
  const declared = context.clusters.filter(
    (cluster) => cluster.server !== inCluster.server || cluster.labels !== undefined,
  );
  const chosen = declared
    .filter((cluster) =>
      selects(generator.selector, { ...cluster.labels, "argocd.argoproj.io/secret-type": "cluster" }),
    )
    .map((cluster) => parametersOf(cluster, context.goTemplate));
  if (!selective && !declared.some((cluster) => cluster.server === inCluster.server)) {
    chosen.push({ ...inCluster, nameNormalized: inCluster.name, project: "" });
  }
  const out: Parameters[] = [];
  for (const parameters of chosen) out.push(await withValues(parameters, generator.values, context));
  return generator.flatList === true ? [{ clusters: out }] : out;
}

function parametersOf(cluster: Cluster, goTemplate: boolean): Parameters {
  const base = {
    name: cluster.name,
    nameNormalized: normalizeName(cluster.name),
    server: cluster.server,
    project: cluster.project ?? "",
  };
  const labels = Object.entries(cluster.labels ?? {});
  const annotations = Object.entries(cluster.annotations ?? {}).filter(([key]) => !privateAnnotations.has(key));
  if (goTemplate) {
    const metadata = {
      ...(cluster.annotations && { annotations: Object.fromEntries(annotations) }),
      ...(labels.length > 0 && { labels: Object.fromEntries(labels) }),
    };
    return { ...base, metadata };
  }
  return {
    ...base,
    ...Object.fromEntries(annotations.map(([key, value]) => [`metadata.annotations.${key}`, value])),
    ...Object.fromEntries(labels.map(([key, value]) => [`metadata.labels.${key}`, value])),
  };
}

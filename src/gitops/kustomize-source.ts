import type { KustomizeBuild } from "./argo-settings.ts";
import { type BuildEnvironment, substitute } from "./build-environment.ts";
import type { FileTree, KustomizeRequest } from "./contracts.ts";
import { RenderFailure } from "./failure.ts";
import { kubeVersionOf } from "./kube-version.ts";
import type { KustomizeSourceOptions } from "./schema-source.ts";
import { fileInSource, join } from "./source-paths.ts";
import { kustomizationNames } from "./source-type.ts";

export interface KustomizeContext {
  tree: FileTree;
  directory: string;
  environment: BuildEnvironment;
  kubeVersion: string;
  apiVersions: readonly string[];
  kustomizeBuild: KustomizeBuild;
}

/** The build that Argo CD's `kustomize edit` commands and flags amount to. */
export function kustomizeRequest(
  source: KustomizeSourceOptions | undefined,
  context: KustomizeContext,
): KustomizeRequest {
  const { directory, environment } = context;
  const kubeVersion = kubeVersionOf(source?.kubeVersion || context.kubeVersion);
  const own = source?.apiVersions?.length ? source.apiVersions : context.apiVersions;
  const apiVersions = [...context.kustomizeBuild.apiVersions, ...own];
  const told = { ...(kubeVersion !== "" && { kubeVersion }), apiVersions };
  if (source === undefined) return { path: directory, options: told };
  // Images and labels are always substituted, annotations only when asked to.
  const annotations =
    source.commonAnnotationsEnvsubst === true ? each(source.commonAnnotations, environment) : source.commonAnnotations;
  const options = {
    ...told,
    namePrefix: source.namePrefix,
    nameSuffix: source.nameSuffix,
    namespace: source.namespace,
    images: source.images?.map((image) => substitute(image, environment)),
    replicas: source.replicas?.map(({ name, count }, index) => ({ name, count: replicaCount(name, count, index) })),
    commonLabels: each(source.commonLabels, environment),
    commonAnnotations: annotations,
    forceCommonLabels: source.forceCommonLabels,
    forceCommonAnnotations: source.forceCommonAnnotations,
    labelWithoutSelector: source.labelWithoutSelector,
    labelIncludeTemplates: source.labelIncludeTemplates,
    patches: source.patches,
    components: componentsOf(source, context),
  };
  return { path: directory, options: withoutUndefined(options) };
}

function each(
  texts: Record<string, string> | undefined,
  environment: BuildEnvironment,
): Record<string, string> | undefined {
  return (
    texts && Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, substitute(value, environment)]))
  );
}

function replicaCount(name: string, count: number | string, index: number): number {
  if (typeof count === "number") return count;
  if (/^[+-]?\d+$/.test(count)) return Number(count);
  throw new RenderFailure(
    "render/failed",
    `kustomize.replicas of ${name} is ${JSON.stringify(count)}, which is no integer`,
    { field: ["kustomize", "replicas", index, "count"] },
  );
}

/** With ignoreMissingComponents Argo CD 3.6 stops at the first component it finds; so do we. */
function componentsOf(source: KustomizeSourceOptions, { tree, directory }: KustomizeContext): string[] | undefined {
  if (source.ignoreMissingComponents !== true) return source.components;
  const found = source.components?.find((component) =>
    kustomizationNames.some((name) => tree.read(join(fileInSource(directory, component), name)) !== undefined),
  );
  return found === undefined ? [] : [found];
}

/** The JSON round trip drops what is undefined, which the engine would take for a value. */
function withoutUndefined(options: object): NonNullable<KustomizeRequest["options"]> {
  return JSON.parse(JSON.stringify(options));
}

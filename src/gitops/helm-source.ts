import { type BuildEnvironment, substitute } from "./build-environment.ts";
import type { HelmRequest } from "./contracts.ts";
import { kubeVersionOf } from "./kube-version.ts";
import type { HelmOptions } from "./schema-source.ts";
import { join } from "./source-paths.ts";
import { type Place, type ResolvedFile, resolveFile, resolveValueFiles } from "./value-files.ts";

export interface HelmContext {
  applicationName: string;
  destinationNamespace: string;
  /** The chart's directory in the engine's tree. */
  chart: string;
  /** Where relative value files are looked up. */
  own: Place;
  references: ReadonlyMap<string, Place>;
  refNames: readonly string[] | undefined;
  remote: ReadonlyMap<string, ResolvedFile>;
  environment: BuildEnvironment;
  kubeVersion: string;
  apiVersions: readonly string[];
}

/** The `helm template` that Argo CD would run. */
export function helmRequest(helm: HelmOptions, context: HelmContext): HelmRequest {
  const { environment } = context;
  const rules = { ...context, ignoreMissing: helm.ignoreMissingValueFiles === true };
  const kubeVersion = kubeVersionOf(helm.kubeVersion || context.kubeVersion);
  return {
    chart: context.chart,
    releaseName: helm.releaseName || context.applicationName,
    namespace: helm.namespace || context.destinationNamespace,
    valuesFiles: resolveValueFiles(helm.valueFiles ?? [], rules).map(enginePath),
    values: valuesText(helm),
    parameters: lastOfEach(helm.parameters ?? []).map(({ name = "", value = "", forceString = false }) => ({
      name,
      value: substitute(value, environment),
      forceString,
    })),
    fileParameters: lastOfEach(helm.fileParameters ?? []).map(({ name = "", path = "" }) => ({
      name,
      path: enginePath(resolveFile(path, rules)),
    })),
    ...(kubeVersion !== "" && { kubeVersion }),
    apiVersions: helm.apiVersions?.length ? helm.apiVersions : context.apiVersions,
    includeCrds: helm.skipCrds !== true,
    skipHooks: false,
    skipTests: helm.skipTests === true,
    skipSchemaValidation: helm.skipSchemaValidation === true,
    dependencies: {},
  };
}

/** valuesObject hides values; neither is subject to build variables. */
function valuesText(helm: HelmOptions): string[] {
  if (helm.valuesObject !== undefined) return [JSON.stringify(helm.valuesObject)];
  return helm.values ? [helm.values] : [];
}

function enginePath({ place, path }: ResolvedFile): string {
  // Mounted trees are not in the engine's record of this repository: the look is noted here.
  if (place.root !== "") place.tree.read(path);
  return join(place.root, path);
}

/** A name given twice counts once, with its last value. */
function lastOfEach<T extends { name?: string | undefined }>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.name ?? "", item])).values()];
}

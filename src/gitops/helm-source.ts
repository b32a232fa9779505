import { type BuildEnvironment, substitute } from "./build-environment.ts";
import type { HelmRequest } from "./contracts.ts";
import { RenderFailure } from "./failure.ts";
import { kubeVersionOf } from "./kube-version.ts";
import type { HelmOptions } from "./schema-source.ts";
import { join } from "./source-paths.ts";
import { type Place, type ResolvedFile, resolveFile, resolveValueFiles } from "./value-files.ts";

export interface HelmContext {
  applicationName: string;
  destinationNamespace: string;
  /** The chart in the engine's tree: a directory or an archive. */
  chart: string;
  /** Where relative value files are looked up. */
  own: Place;
  references: ReadonlyMap<string, Place>;
  refNames: readonly string[] | undefined;
  environment: BuildEnvironment;
  kubeVersion: string;
  apiVersions: readonly string[];
}

/** The `helm template` that Argo CD would run. */
export function helmRequest(helm: HelmOptions, context: HelmContext): HelmRequest {
  const { environment } = context;
  const rules = { ...context, ignoreMissing: helm.ignoreMissingValueFiles === true };
  const kubeVersion = kubeVersionOf(helm.kubeVersion || context.kubeVersion);
  const inline = valuesText(helm);
  return {
    chart: context.chart,
    releaseName: helm.releaseName || context.applicationName,
    namespace: helm.namespace || context.destinationNamespace,
    ...splitValueFiles(resolveValueFiles(helm.valueFiles ?? [], rules), inline),
    parameters: lastOfEach(helm.parameters ?? []).map(({ name = "", value = "", forceString = false }) => ({
      name,
      value: substitute(value, environment),
      forceString,
    })),
    fileParameters: lastOfEach(helm.fileParameters ?? []).map(({ name = "", path = "" }) => ({
      name,
      path: fileParameterPath(resolveFile(path, rules)),
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

/** Files the engine sees go by path; as soon as one lies elsewhere all go by text, so that their order holds. */
function splitValueFiles(
  files: readonly ResolvedFile[],
  inline: string[],
): Pick<HelmRequest, "valuesFiles" | "values"> {
  const paths = files.map(enginePath);
  const valuesFiles = paths.filter((path) => path !== undefined);
  if (valuesFiles.length === paths.length) return { valuesFiles, values: inline };
  return { valuesFiles: [], values: [...files.map(readText), ...inline] };
}

function enginePath({ place, path }: ResolvedFile): string | undefined {
  if (place.root === undefined) return undefined;
  // Mounted trees are not in the engine's record of this repository: the look is noted here.
  if (place.root !== "") place.tree.read(path);
  return join(place.root, path);
}

function readText({ place, path }: ResolvedFile): string {
  const content = place.tree.read(path);
  if (content !== undefined) return new TextDecoder().decode(content);
  throw new RenderFailure("render/failed", `The value file ${path} does not exist`, {
    hint: "Mend the path, or set `ignoreMissingValueFiles: true`",
  });
}

function fileParameterPath(file: ResolvedFile): string {
  const path = enginePath(file);
  if (path !== undefined) return path;
  throw new RenderFailure(
    "render/failed",
    `The file parameter ${file.path} lies inside the fetched chart, which is not supported here`,
  );
}

/** A name given twice counts once, with its last value. */
function lastOfEach<T extends { name?: string | undefined }>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.name ?? "", item])).values()];
}

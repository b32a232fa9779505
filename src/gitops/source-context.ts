import type { SourceLocation } from "../model/resource.ts";
import { type BuildEnvironment, buildEnvironment } from "./build-environment.ts";
import type { KustomizeBuild } from "./argo-settings.ts";
import type { Engines } from "./contracts.ts";
import type { PlacementContext } from "./placement.ts";
import type { ApplicationSource } from "./schema-source.ts";

/** What all sources of one Application have in common. */
export interface SourceContext extends PlacementContext {
  engines: Engines;
  applicationName: string;
  destinationNamespace: string;
  project: string;
  /** The commit that build variables name. */
  revision: string;
  kubeVersion: string;
  apiVersions: readonly string[];
  /** What `argocd-cm` says of all kustomizations. */
  kustomizeBuild: KustomizeBuild;
  /** Whether the Application has `sources`. */
  multiple: boolean;
  /** All its sources, for `$ref`. */
  siblings: readonly ApplicationSource[];
  /** Where the Application is declared. */
  at: readonly SourceLocation[];
}

export function environmentOf(source: ApplicationSource, context: SourceContext): BuildEnvironment {
  return buildEnvironment({
    ...context,
    repoURL: source.repoURL,
    path: source.path ?? "",
    targetRevision: source.targetRevision ?? "",
  });
}

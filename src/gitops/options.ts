import type { Cluster, PullRequestSample } from "./applicationset/context.ts";
import type { Engines, Sources, Tree, Trees } from "./contracts.ts";
import type { Remember } from "./layout.ts";
import type { RenderCache } from "./render-application.ts";
import type { ScopeOf } from "./scope.ts";

/** What the caller knows that the files do not say. */
export interface GitopsOptions {
  /** URLs or `owner/name` of this repository: git remotes, GITHUB_REPOSITORY, `repository` of slipway.yaml. */
  repositories: readonly string[];
  /** Branches whose content is what is checked: the default branch and the pull request's base. */
  branches: readonly string[];
  /** The commit that build variables name. */
  revision: string;
  /** `1.34.2`: what charts see as the cluster's version. Empty: the engine's own default. */
  kubernetesVersion: string;
  /** API versions the cluster has beyond Kubernetes' own, for charts. */
  apiVersions?: readonly string[];
  /** Declared clusters; without any, every destination is believed. */
  clusters?: readonly Cluster[];
  /** Pull requests to preview with. */
  pullRequests?: readonly PullRequestSample[];
  /** Where Argo CD runs. Default: what the declared objects' namespaces say. */
  argoNamespace?: string;
  /** Scope of kinds that no CRD in the repository declares. */
  scopeOf?: ScopeOf;
  /** Globs (doublestar) of paths that are nobody's Application. */
  ignore?: readonly string[];
}

export interface RenderRequest {
  tree: Tree;
  trees: Trees;
  engines: Engines;
  sources: Sources;
  options: GitopsOptions;
  cache?: RenderCache;
  remember?: Remember;
}

export const limits = {
  /** Applications that create Applications that create … */
  depth: 20,
  /** Applications in one repository. */
  applications: 5000,
} as const;

import type { Engines as EnginePool } from "../engine/index.ts";
import type { Mount, Tree } from "../tree/index.ts";

/*
 * What this room needs of its neighbours, and nothing more: any Tree, any set of engines and any fetcher that fit these
 * shapes will do.
 */

export type { DirEntry, FileTree, Tree } from "../tree/index.ts";
export type TreeMount = Mount;

export interface ChartRef {
  repository: string;
  /** Empty for an OCI artifact that is named by its repository alone. */
  chart: string;
  version: string;
}

export type { HelmRequest, KustomizeRequest } from "../engine/index.ts";
export type Engines = Pick<EnginePool, "kustomize" | "helm" | "goTemplate" | "decode">;
export type Decoded = Awaited<ReturnType<Engines["decode"]>>[number];

/** What an engine that may lack charts has in its result. */
export interface NeedsCharts {
  needs: readonly ChartRef[];
}

export interface Unavailable {
  unavailable: string;
  hint?: string;
  rule?: "sources/unavailable" | "sources/digest-mismatch";
}

/** Charts and repositories from elsewhere; `createSources` makes one. */
export interface Sources {
  chart(
    ref: ChartRef,
  ): Promise<{ file: string; id: string; version: string; contents?: string; locked?: boolean } | Unavailable>;
  /** A value file at an https or http address. */
  file(url: string): Promise<{ file: string; id: string; locked?: boolean } | Unavailable>;
  git(repoURL: string, revision: string): Promise<{ directory: string; commit: string } | Unavailable>;
}

/** How this room opens and combines trees. */
export interface Trees {
  /** This repository at another revision; undefined when the clone does not have it. */
  treeAt(revision: string): Promise<Tree | undefined>;
  /** A fetched repository. */
  open(directory: string, commit: string): Promise<Tree>;
  mount(tree: Tree, mounts: readonly TreeMount[]): Tree;
}

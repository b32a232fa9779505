import type { Catalogue } from "../environment/catalogue.ts";
import type { Clock, Log } from "../model/ports.ts";
import type { SourceEnvironment, SourceEvent } from "../gitops/sources.ts";

/** What a person chose for one run. */
export interface RunOptions {
  /** Folder of the repository, or of a part of it. */
  root: string;
  /** Branch, tag or commit to compare with; the remote's default branch unless told. */
  base?: string;
  /** The cluster's version; slipway.yaml's, else the newest bundled one, unless told. */
  kubernetesVersion?: string;
  /** kubeconform's schema locations, in order; slipway.yaml's unless told. */
  schemaLocations?: readonly string[];
  cache: boolean;
  /** Use only what has been fetched before. */
  offline: boolean;
  /** A source that cannot be fetched is an error instead of a warning. */
  requireSources: boolean;
  /** Tell also what the baseline hides. */
  withoutBaseline?: boolean;
  /** Milliseconds for one call of an engine. */
  timeoutMs?: number;
}

/** What the run may use of the outside world. */
export interface RunPorts {
  log: Log;
  clock: Clock;
  signal: AbortSignal;
  env: Record<string, string | undefined>;
  /** Where fetched sources are kept; a folder below the user's cache unless told. */
  sources?: SourceEnvironment;
  /** Prices as the provider says them today; the committed, dated ones unless told. */
  catalogue?: Catalogue;
  /** What is going on, for whoever watches. */
  onProgress?: (event: RunEvent) => void;
}

export type RunEvent = { kind: "phase"; phase: Phase } | { kind: "source"; event: SourceEvent };

export type Phase = "read" | "render" | "compare" | "check" | "diff";

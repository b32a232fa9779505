import type { ArchiveLimits } from "./archive.ts";
import type { Digest } from "./digest.ts";
import type { Http } from "./http.ts";
import { SourceProblem } from "./problem.ts";
import type { Contents } from "./registry-manifest.ts";

/** A version found in a repository, not yet downloaded. */
export interface FoundChart {
  version: string;
  /** What the repository says its digest is, if it does. */
  promised: Digest | undefined;
  contents: Contents;
  /** Whether it is a tar without gzip around it. */
  plain: boolean;
  download(): Promise<Uint8Array>;
}

export interface ChartFetchOptions {
  http: Http;
  readIndex: (url: URL) => Promise<string>;
  authorize: (url: URL, kind?: "path" | "registry") => string | undefined;
  offline: boolean;
  limits: ArchiveLimits;
  signal: AbortSignal;
}

/** Ends a step that would need the network when the run may not use it. */
export function requireOnline(offline: boolean, what: string): void {
  if (offline) throw new SourceProblem(`${what} is not cached, and this run is offline`);
}

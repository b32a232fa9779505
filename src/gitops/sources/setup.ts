import { lookup } from "node:dns/promises";
import { join } from "node:path";
import { describeUrl } from "./address.ts";
import { defaultArchiveLimits } from "./archive.ts";
import { folderStore } from "./archive-store.ts";
import type { ArchiveStore } from "./archive-store.ts";
import type { ChartsOptions } from "./charts.ts";
import { systemClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { basicAuthorization, maskSecrets } from "./credentials.ts";
import type { RepositoryCredential } from "./credentials.ts";
import type { FilesOptions } from "./value-files.ts";
import { createGit } from "./git.ts";
import type { GitFetcher } from "./git.ts";
import type { GitProtocol } from "./git-address.ts";
import { fetchAt } from "./fetch-at.ts";
import { createHttp } from "./http.ts";
import { createDocumentCache } from "./document-cache.ts";
import type { ChartLock } from "./lock.ts";
import { createMemo } from "./memo.ts";
import { createReachCheck } from "./reach.ts";
import type { LookUp } from "./reach.ts";
import { runProcess } from "./process.ts";
import type { RunProcess } from "./process.ts";
import type { OnProgress } from "./progress.ts";
import { defaultRetryPolicy } from "./retry.ts";
import type { RetryPolicy } from "./retry.ts";

export interface SourcesOptions {
  lock: ChartLock | undefined;
  /** Folder of our own for indexes, Git objects and, unless `archives` says otherwise, archives. */
  toolCacheDir: string;
  archives?: ArchiveStore;
  credentials?: readonly RepositoryCredential[];
  /** Use only what is in the cache. */
  offline?: boolean;
  /** Environment for git: the process' own, at the edge. */
  env: Record<string, string | undefined>;
  fetch?: typeof fetch;
  lookUp?: LookUp;
  run?: RunProcess;
  clock?: Clock;
  signal?: AbortSignal;
  onProgress?: OnProgress;
  /** Milliseconds per HTTP attempt (a minute) and per git command (five minutes). */
  timeouts?: { http?: number; git?: number };
  retry?: RetryPolicy;
  /** Addresses git may fetch from besides plain HTTP on this machine. */
  gitProtocols?: readonly GitProtocol[];
}

/** The parts of a run that fetches: one HTTP client, one index cache, one git. */
export interface Fetchers {
  charts: ChartsOptions;
  files: FilesOptions;
  git: GitFetcher;
  clock: Clock;
  mask: (text: string) => string;
}

/** The biggest public index was 15 MB when this was written. */
const largestIndex = 64 * 2 ** 20;
const largestFile = 10 * 2 ** 20;
const connectionsPerHost = 6;
const systemLookUp: LookUp = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);
const minute = 60_000;

export function assembleFetchers(options: SourcesOptions): Fetchers {
  const { clock = systemClock, credentials = [], offline = false, onProgress, toolCacheDir } = options;
  const signal = options.signal ?? new AbortController().signal;
  const authorize: ChartsOptions["authorize"] = (url, kind) => basicAuthorization(credentials, url, kind);
  const mask = (text: string): string => maskSecrets(text, credentials);
  const checkReach = createReachCheck(options.lookUp ?? systemLookUp);
  const http = createHttp({
    fetch: options.fetch ?? globalThis.fetch,
    fetchAt: options.fetch === undefined && options.env["NODE_USE_ENV_PROXY"] === undefined ? fetchAt : undefined,
    checkReach,
    clock,
    retry: options.retry ?? defaultRetryPolicy,
    timeout: options.timeouts?.http ?? minute,
    perHost: connectionsPerHost,
    onRetry: (url, { message }, milliseconds) =>
      onProgress?.({ kind: "retrying", source: describeUrl(url), reason: mask(message), milliseconds }),
  });
  const archives = options.archives ?? folderStore(join(toolCacheDir, "archives"));
  const common = { http, offline, signal };
  const readIndex = createDocumentCache({
    ...common,
    folder: join(toolCacheDir, "indexes"),
    maxBytes: largestIndex,
    kind: "chart repository",
    authorize,
  });
  const indexes = createMemo<string>();
  const readFile = createDocumentCache({
    ...common,
    folder: join(toolCacheDir, "files"),
    maxBytes: largestFile,
    kind: "file",
    // As in Argo CD: a value file's address gets no repository's credentials.
    authorize: () => undefined,
  });
  return {
    charts: {
      http,
      readIndex: async (url) => indexes(url.href, async () => Buffer.from(await readIndex(url)).toString("utf8")),
      authorize,
      offline,
      limits: defaultArchiveLimits,
      signal,
      archives,
    },
    files: { read: readFile, archives, offline },
    git: createGit({
      folder: join(toolCacheDir, "git"),
      run: options.run ?? runProcess,
      env: options.env,
      protocols: options.gitProtocols ?? ["https", "ssh"],
      offline,
      timeout: options.timeouts?.git ?? 5 * minute,
      signal,
      authorize,
      checkReach,
      mask,
    }),
    clock,
    mask,
  };
}

import { describeUrl } from "./sources/address.ts";
import { fetchLocked, fetchUnlocked } from "./sources/charts.ts";
import type { FetchedChart } from "./sources/charts.ts";
import type { GitSource } from "./sources/git.ts";
import { chartKey, emptyLock, fileKey, gitKey } from "./sources/lock.ts";
import type { ChartRef, LockResolver } from "./sources/lock-plan.ts";
import { createMemo } from "./sources/memo.ts";
import { orUnavailable } from "./sources/problem.ts";
import type { Unavailable } from "./sources/problem.ts";
import { assembleFetchers } from "./sources/setup.ts";
import type { SourcesOptions } from "./sources/setup.ts";
import { fetchLockedFile, fetchUnlockedFile } from "./sources/value-files.ts";
import type { FetchedFile } from "./sources/value-files.ts";

export type { FetchedChart } from "./sources/charts.ts";
export { secretTexts } from "./sources/credentials.ts";
export type { FetchedFile } from "./sources/value-files.ts";
export { homeEnvironment, runnerEnvironment } from "./sources/environment.ts";
export type { SourceEnvironment } from "./sources/environment.ts";
export { emptyLock, readLock } from "./sources/lock.ts";
export type { ChartLock, LockProblem } from "./sources/lock.ts";
export { namesOf, planLock } from "./sources/lock-plan.ts";
export type {
  ChartRef,
  FileRef,
  GitRef,
  LockChange,
  LockPlan,
  LockResolver,
  NeededSources,
} from "./sources/lock-plan.ts";
export { writeLock } from "./sources/lock-write.ts";
export type { SourceRule, Unavailable } from "./sources/problem.ts";
export type { OnProgress, SourceEvent } from "./sources/progress.ts";
export type { SourcesOptions } from "./sources/setup.ts";

/** A commit of another repository: open it with `openRevision(directory, commit)`; the directory is a bare repository. */
export interface FetchedGit extends GitSource {
  /** Whether the lock file, or a full commit as revision, pins it. */
  locked: boolean;
}

/** The only place that fetches third-party sources. Each is fetched once per run, however often it is asked for. */
export interface Sources {
  /** A chart's archive; with an empty `chart`, the artifact at an `oci://` address. */
  chart(ref: ChartRef): Promise<FetchedChart | Unavailable>;
  git(repoURL: string, revision: string): Promise<FetchedGit | Unavailable>;
  /** A Helm value file by its address. */
  file(url: string): Promise<FetchedFile | Unavailable>;
  /** Resolves anew, whatever is locked: for `planLock`. */
  resolver: LockResolver;
}

function chartName({ repository, chart, version }: ChartRef): string {
  const name = [chart, version].filter((part) => part !== "").join(" ");
  return name === "" ? describeUrl(repository) : `${name} from ${describeUrl(repository)}`;
}

/**
 * Fetches outside the sandbox and hands in files: whole, within limits, with the digests that are known for them. What
 * cannot be had is an `Unavailable`; only a cancelled run and a bug throw.
 */
export function createSources(options: SourcesOptions): Sources {
  const { lock = emptyLock, onProgress } = options;
  const { charts, files, git, clock, mask } = assembleFetchers(options);
  const lockedCharts = new Map(lock.charts.map((entry) => [chartKey(entry), entry]));
  const lockedGit = new Map(lock.git.map((entry) => [gitKey(entry), entry]));
  const lockedFiles = new Map(lock.files.map((entry) => [fileKey(entry), entry]));
  const chartMemo = createMemo<FetchedChart | Unavailable>();
  const gitMemo = createMemo<FetchedGit | Unavailable>();
  const fileMemo = createMemo<FetchedFile | Unavailable>();
  const commitMemo = createMemo<{ commit: string } | Unavailable>();

  async function observed<T extends object>(source: string, fetching: () => Promise<T>): Promise<T | Unavailable> {
    const started = clock.now();
    onProgress?.({ kind: "started", source });
    const result = await orUnavailable(fetching, mask);
    const outcome = "unavailable" in result ? "unavailable" : "fetched";
    onProgress?.({ kind: "finished", source, outcome, milliseconds: clock.now() - started });
    return result;
  }

  const unlockedChart = async (ref: ChartRef): Promise<FetchedChart | Unavailable> =>
    chartMemo(`unlocked ${chartKey(ref)}`, async () =>
      observed(chartName(ref), async () => fetchUnlocked(ref, charts)),
    );

  const unlockedFile = async (url: string): Promise<FetchedFile | Unavailable> =>
    fileMemo(`unlocked ${url}`, async () => observed(describeUrl(url), async () => fetchUnlockedFile(url, files)));

  return {
    file: async (url) => {
      const entry = lockedFiles.get(fileKey({ url }));
      if (!entry) return unlockedFile(url);
      return fileMemo(`locked ${url}`, async () =>
        observed(describeUrl(url), async () => fetchLockedFile(url, entry, files)),
      );
    },
    chart: async (ref) => {
      const entry = lockedCharts.get(chartKey(ref));
      if (!entry) return unlockedChart(ref);
      return chartMemo(`locked ${chartKey(ref)}`, async () =>
        observed(chartName(ref), async () => fetchLocked(ref, entry, charts)),
      );
    },
    git: async (repoURL, revision) => {
      const key = gitKey({ repoURL, revision });
      return gitMemo(key, async () =>
        observed(describeUrl(repoURL), async () => {
          const pinned = lockedGit.get(key)?.commit;
          const commit = pinned ?? (await git.resolve(repoURL, revision));
          return { ...(await git.fetch(repoURL, commit)), locked: pinned !== undefined || commit === revision };
        }),
      );
    },
    resolver: {
      file: async ({ url }) => {
        const found = await unlockedFile(url);
        return "unavailable" in found ? found : { digest: found.id };
      },
      chart: async (ref) => {
        const found = await unlockedChart(ref);
        if ("unavailable" in found) return found;
        const { version: resolved, id: digest, contents } = found;
        return contents === "files" ? { resolved, digest, contents } : { resolved, digest };
      },
      git: async (ref) =>
        commitMemo(gitKey(ref), async () =>
          observed(describeUrl(ref.repoURL), async () => ({ commit: await git.resolve(ref.repoURL, ref.revision) })),
        ),
    },
  };
}

import { describeUrl } from "./address.ts";
import { chartKey, fileKey, gitKey } from "./lock.ts";
import type { ChartLock, LockedChart, LockedFile, LockedGit } from "./lock.ts";
import type { Unavailable } from "./problem.ts";

/** A chart as some Application, kustomization or chart dependency declares it. */
export interface ChartRef {
  repository: string;
  chart: string;
  version: string;
}

/** A Git source as an Application declares it. */
export interface GitRef {
  repoURL: string;
  revision: string;
}

/** A value file as an Application declares it. */
export interface FileRef {
  url: string;
}

/** Every source outside the repository that it needs. */
export interface NeededSources {
  charts: readonly ChartRef[];
  git: readonly GitRef[];
  files: readonly FileRef[];
}

/** Looks up what a declaration means today. */
export interface LockResolver {
  chart(ref: ChartRef): Promise<Pick<LockedChart, "resolved" | "digest" | "contents"> | Unavailable>;
  git(ref: GitRef): Promise<Pick<LockedGit, "commit"> | Unavailable>;
  file(ref: FileRef): Promise<Pick<LockedFile, "digest"> | Unavailable>;
}

/** One line of `slipway lock`'s answer; `name` is the chart and its repository, or the Git address. */
export interface LockChange {
  kind: "added" | "updated" | "removed" | "kept" | "failed";
  name: string;
  /** Before: version and digest, or commit. */
  from?: string;
  to?: string;
  /** Why it failed; an entry that was there stays. */
  reason?: string;
}

export interface LockPlan {
  lock: ChartLock;
  changes: LockChange[];
}

/** Whether an entry is resolved anew. */
type Update<Ref> = (ref: Ref) => boolean;

/** By the names a person has for a source: a chart's, or the last part of an address; the address itself is one too. */
function updateOf(wanted: boolean | readonly string[]): Update<ChartRef | GitRef | FileRef> {
  if (typeof wanted === "boolean") return () => wanted;
  const names = new Set(wanted);
  return (ref) => namesOf(ref).some((name) => names.has(name));
}

/** What `slipway lock --update NAME` may call a source. */
export function namesOf(ref: ChartRef | GitRef | FileRef): string[] {
  const address = "url" in ref ? ref.url : "repoURL" in ref ? ref.repoURL : ref.repository;
  const last = describeUrl(address).replace(/\/+$/, "").split(/[/:]/).at(-1) ?? "";
  const own = "chart" in ref && ref.chart !== "" ? ref.chart : last.replace(/\.git$/, "");
  return [own, address];
}

interface Kind<Ref, Entry extends Ref> {
  key(ref: Ref): string;
  name(ref: Ref): string;
  pin(entry: Entry): string;
  make(ref: Ref): Promise<Entry | Unavailable>;
}

async function plan<Ref, Entry extends Ref & object>(
  current: readonly Entry[],
  needed: readonly Ref[],
  update: Update<Ref>,
  kind: Kind<Ref, Entry>,
): Promise<{ entries: Entry[]; changes: LockChange[] }> {
  const known = new Map(current.map((entry) => [kind.key(entry), entry]));
  const wanted = new Map(needed.map((ref) => [kind.key(ref), ref]));
  const removed = [...known].filter(([key]) => !wanted.has(key)).map(([, entry]) => entry);
  const outcomes = await Promise.all(
    [...wanted].map(async ([key, ref]): Promise<{ entry?: Entry; change: LockChange }> => {
      const name = kind.name(ref);
      const before = known.get(key);
      if (before && !update(ref)) return { entry: before, change: { kind: "kept", name, to: kind.pin(before) } };
      const made = await kind.make(ref);
      if ("unavailable" in made) {
        const failed: LockChange = { kind: "failed", name, reason: made.unavailable };
        return before ? { entry: before, change: { ...failed, to: kind.pin(before) } } : { change: failed };
      }
      if (!before) return { entry: made, change: { kind: "added", name, to: kind.pin(made) } };
      const [from, to] = [kind.pin(before), kind.pin(made)];
      return from === to
        ? { entry: before, change: { kind: "kept", name, to } }
        : { entry: made, change: { kind: "updated", name, from, to } };
    }),
  );
  const entries = outcomes.flatMap(({ entry }) => entry ?? []);
  return {
    entries: entries.toSorted((a, b) => (kind.key(a) < kind.key(b) ? -1 : 1)),
    changes: [
      ...outcomes.map(({ change }) => change),
      ...removed.map((entry): LockChange => ({ kind: "removed", name: kind.name(entry), from: kind.pin(entry) })),
    ],
  };
}

/**
 * Plans the lock file: what is locked and still needed stays as it is (with `update`, all or what is named is resolved anew), what is new
 * is resolved, what is needed no more goes. Nothing is written; what cannot be resolved is a change of kind `failed`.
 */
export async function planLock(
  current: ChartLock,
  needed: NeededSources,
  resolver: LockResolver,
  options: { update: boolean | readonly string[] },
): Promise<LockPlan> {
  const update = updateOf(options.update);
  const charts = await plan(current.charts, needed.charts, update, {
    key: chartKey,
    name: ({ repository, chart }: ChartRef) => (chart === "" ? repository : `${chart} from ${repository}`),
    pin: ({ resolved, digest }: LockedChart) => `${resolved} ${digest}`,
    make: async ({ repository, chart, version }: ChartRef) => {
      const found = await resolver.chart({ repository, chart, version });
      return "unavailable" in found ? found : { repository, chart, version, ...found };
    },
  });
  const git = await plan(current.git, needed.git, update, {
    key: gitKey,
    name: ({ repoURL, revision }: GitRef) => `${repoURL} at ${revision === "" ? "HEAD" : revision}`,
    pin: ({ commit }: LockedGit) => commit,
    make: async ({ repoURL, revision }: GitRef) => {
      const found = await resolver.git({ repoURL, revision });
      return "unavailable" in found ? found : { repoURL, revision, commit: found.commit };
    },
  });
  const files = await plan(current.files, needed.files, update, {
    key: fileKey,
    name: ({ url }: FileRef) => describeUrl(url),
    pin: ({ digest }: LockedFile) => digest,
    make: async ({ url }: FileRef) => {
      const found = await resolver.file({ url });
      return "unavailable" in found ? found : { url, digest: found.digest };
    },
  });
  return {
    lock: { ...current, charts: charts.entries, git: git.entries, files: files.entries },
    changes: [...charts.changes, ...git.changes, ...files.changes].toSorted((a, b) =>
      a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
    ),
  };
}

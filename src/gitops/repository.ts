import { posix } from "node:path";

/**
 * One form for the same repository written as https, ssh, git@host:path, with or without ".git" or credentials.
 * Argo CD compares scheme by scheme; whether a URL is *this* repository must not depend on how it was cloned.
 */
export function normalizeRepoURL(url: string): string {
  const trimmed = url.trim().toLowerCase();
  const scp = /^(?:[^@/\s]+@)?([^:/\s]+):(?!\/\/)(.+)$/.exec(trimmed);
  const standard = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?(\/.*)?$/.exec(trimmed);
  const [host, path] = standard ? [standard[1], standard[2] ?? ""] : scp ? [scp[1], scp[2]] : ["", trimmed];
  const clean = (path ?? "").replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
  return host === "" || host === undefined ? clean : `${host}/${clean}`;
}

/** As Argo CD compares an AppProject's sourceRepos: lower case, no ".git", scp form as a path, ssh:// dropped. */
export function normalizeForProject(url: string): string {
  const lower = url.trim().toLowerCase();
  const scp = /^[^:/\s]+@[^:/\s]+:(?!\/\/)/.test(lower) ? lower.replace(":", "/") : lower;
  return scp.replace(/\.git$/, "").replace(/^ssh:\/\//, "");
}

export interface RepositoryIdentity {
  isThis(url: string): boolean;
}

export interface DeclaredSource {
  repoURL: string;
  /** Undefined for charts and values-only sources. */
  path: string | undefined;
}

/**
 * Which URLs mean this repository: the known ones (git remotes, GITHUB_REPOSITORY as `owner/name`, `repository` in
 * slipway.yaml). With none of them in use, the URL that most Applications use for a path that exists here.
 */
export function repositoryIdentity(
  known: readonly string[],
  sources: readonly DeclaredSource[],
  exists: (path: string) => boolean,
): RepositoryIdentity {
  const names = new Set(known.map(expandShorthand).map(normalizeRepoURL));
  const used = new Map<string, number>();
  let knownInUse = false;
  for (const { repoURL, path } of sources) {
    const name = normalizeRepoURL(repoURL);
    knownInUse ||= names.has(name);
    if (path !== undefined && exists(posix.normalize(path))) used.set(name, (used.get(name) ?? 0) + 1);
  }
  const inferred = [...used].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
  if (!knownInUse && inferred !== undefined) names.add(inferred);
  return { isThis: (url) => names.has(normalizeRepoURL(url)) };
}

function expandShorthand(repository: string): string {
  return /^[\w.-]+\/[\w.-]+$/.test(repository) ? `https://github.com/${repository}` : repository;
}

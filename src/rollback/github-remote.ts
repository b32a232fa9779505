import { normalizeRepoURL } from "../gitops/repository.ts";

export interface Remote {
  name: string;
  url: string;
}

export interface GitHubRemote {
  remote: string;
  owner: string;
  name: string;
}

/** `name<tab>url (fetch|push)` lines of `git remote --verbose`, what is fetched from alone: that is the repository's address. */
export const parseRemotes = (output: string): Remote[] =>
  [...output.matchAll(/^(\S+)\t(.+) \(fetch\)/gm)].map(([, name = "", url = ""]) => ({ name, url }));

/**
 * The remote that is a repository of that GitHub, such as https://github.com: `wanted` if a name is given, else `origin` before others.
 */
export function githubRemote(remotes: readonly Remote[], serverUrl: string, wanted?: string): GitHubRemote | undefined {
  const host = new URL(serverUrl).hostname;
  const found = remotes
    .filter(({ name }) => wanted === undefined || name === wanted)
    .flatMap(({ name: remote, url }) => {
      const [on, owner, name, ...rest] = normalizeRepoURL(url).split("/");
      const isThere = on === host && owner !== undefined && name !== undefined && rest.length === 0;
      return isThere ? [{ remote, owner, name }] : [];
    });
  return found.find(({ remote }) => remote === "origin") ?? found[0];
}

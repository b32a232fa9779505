import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describeUrl } from "./address.ts";
import { gitProtocol } from "./git-address.ts";
import { createGitCommand } from "./git-command.ts";
import type { GitCommandOptions } from "./git-command.ts";
import { isCommit, parseRemoteRefs, resolveRevision } from "./git-revision.ts";
import type { RemoteRef } from "./git-revision.ts";
import { createLimiter } from "./limiter.ts";
import { SourceProblem } from "./problem.ts";
import type { ProcessResult } from "./process.ts";

/** A fetched commit, readable by `openRevision(directory, commit)`: the directory is a bare repository. */
export interface GitSource {
  directory: string;
  commit: string;
}

export interface GitOptions extends GitCommandOptions {
  folder: string;
  offline: boolean;
}

export interface GitFetcher {
  /** The commit a revision means now. */
  resolve(repoURL: string, revision: string): Promise<string>;
  /** Fetches one commit without its history where the server lets it, unless it is there. */
  fetch(repoURL: string, commit: string): Promise<GitSource>;
}

const everything = ["+refs/heads/*:refs/full/heads/*", "+refs/tags/*:refs/full/tags/*"];

export function createGit(options: GitOptions): GitFetcher {
  const oneAtATime = createLimiter(1);
  const git = createGitCommand(options);

  async function bareRepository(repoURL: string): Promise<string> {
    const directory = join(options.folder, `${createHash("sha256").update(repoURL).digest("hex")}.git`);
    await mkdir(options.folder, { recursive: true });
    const made = await git.run(repoURL, ["init", "--quiet", "--bare", directory]);
    if (made.code !== 0) throw git.failure("making a cache for", repoURL, made);
    return directory;
  }

  /** What a name is in the cached repository; `undefined` when it is nothing there. */
  async function revParse(repoURL: string, directory: string, name: string): Promise<string | undefined> {
    const found = await git.run(repoURL, ["--git-dir", directory, "rev-parse", "--verify", "--quiet", name]);
    return found.code === 0 ? found.stdout.trim() : undefined;
  }

  async function fetchRefs(
    repoURL: string,
    directory: string,
    depth: readonly string[],
    refs: readonly string[],
  ): Promise<ProcessResult> {
    const quiet = ["--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", "--force"];
    return git.ask(repoURL, ["--git-dir", directory, "fetch", ...quiet, ...depth, "--", repoURL, ...refs]);
  }

  async function remoteRefs(repoURL: string): Promise<RemoteRef[]> {
    const listed = await git.ask(repoURL, ["ls-remote", "--", repoURL]);
    if (listed.code !== 0) throw git.failure("reading", repoURL, listed);
    return parseRemoteRefs(listed.stdout);
  }

  async function fetchEverything(repoURL: string, directory: string): Promise<void> {
    // Once fetched without its history, a repository keeps that end until told otherwise.
    const depth = existsSync(join(directory, "shallow")) ? ["--unshallow"] : [];
    const fetched = await fetchRefs(repoURL, directory, depth, everything);
    if (fetched.code !== 0) throw git.failure("fetching", repoURL, fetched);
  }

  /** An abbreviated commit can only be looked up in the whole history, as Argo CD does. */
  async function expand(repoURL: string, abbreviated: string): Promise<string> {
    const directory = await bareRepository(repoURL);
    await fetchEverything(repoURL, directory);
    const commit = await revParse(repoURL, directory, `${abbreviated}^{commit}`);
    if (commit !== undefined) return commit;
    throw new SourceProblem(`${describeUrl(repoURL)} has no commit that starts with ${abbreviated}`);
  }

  /** Servers may refuse what no branch or tag points to, or know no shallow fetch: then by a name that means it, or all there is. */
  async function fetchByName(repoURL: string, directory: string, commit: string): Promise<boolean> {
    const kept = `refs/slipway/${commit}`;
    const named = (await remoteRefs(repoURL)).find((ref) => ref.commit === commit && ref.name !== "HEAD");
    if (named) {
      await fetchRefs(repoURL, directory, ["--depth=1"], [`+${named.name}:refs/named/${commit}`]);
      if ((await revParse(repoURL, directory, `refs/named/${commit}^{commit}`)) === commit) return keep(directory);
    }
    await fetchEverything(repoURL, directory);
    return (await revParse(repoURL, directory, `${commit}^{commit}`)) === commit && keep(directory);

    async function keep(where: string): Promise<boolean> {
      return (await git.run(repoURL, ["--git-dir", where, "update-ref", kept, commit])).code === 0;
    }
  }

  return {
    resolve: async (repoURL, revision) => {
      gitProtocol(repoURL, options.protocols);
      if (isCommit(revision)) return revision.toLowerCase();
      if (options.offline)
        throw new SourceProblem(
          `what "${revision}" is in ${describeUrl(repoURL)} is not known, and this run is offline`,
        );
      const meant = resolveRevision(await remoteRefs(repoURL), revision);
      if ("absent" in meant) throw new SourceProblem(`${describeUrl(repoURL)}: ${meant.absent}`);
      return "commit" in meant ? meant.commit : oneAtATime(repoURL, async () => expand(repoURL, meant.abbreviated));
    },
    fetch: async (repoURL, commit) => {
      gitProtocol(repoURL, options.protocols);
      return oneAtATime(repoURL, async () => {
        const directory = await bareRepository(repoURL);
        const kept = await revParse(repoURL, directory, `refs/slipway/${commit}`);
        if (kept !== undefined) return { directory, commit };
        if (options.offline)
          throw new SourceProblem(`commit ${commit} of ${describeUrl(repoURL)} is not cached, and this run is offline`);
        const fetched = await fetchRefs(repoURL, directory, ["--depth=1"], [`+${commit}:refs/slipway/${commit}`]);
        if (fetched.code !== 0 && !(await fetchByName(repoURL, directory, commit)))
          throw git.failure("fetching", repoURL, fetched);
        return { directory, commit };
      });
    },
  };
}

import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describeUrl } from "./address.ts";
import { gitProtocol } from "./git-address.ts";
import type { GitProtocol } from "./git-address.ts";
import { fetchEnvironment } from "./git-environment.ts";
import { isCommit, parseRemoteRefs, resolveRevision } from "./git-revision.ts";
import { createLimiter } from "./limiter.ts";
import { SourceProblem } from "./problem.ts";
import type { ProcessResult, RunProcess } from "./process.ts";

/** A fetched commit, readable by `openRevision(directory, commit)`: the directory is a bare repository. */
export interface GitSource {
  directory: string;
  commit: string;
}

export interface GitOptions {
  folder: string;
  run: RunProcess;
  /** The process environment git starts from; a laptop's credential helpers stay in use. */
  env: Record<string, string | undefined>;
  protocols: readonly GitProtocol[];
  offline: boolean;
  /** Milliseconds for one git command. */
  timeout: number;
  signal: AbortSignal;
  authorize: (url: URL) => string | undefined;
  mask: (text: string) => string;
}

export interface GitFetcher {
  /** The commit a revision means now. */
  resolve(repoURL: string, revision: string): Promise<string>;
  /** Fetches one commit without its history, unless it is there. */
  fetch(repoURL: string, commit: string): Promise<GitSource>;
}

const mostOutput = 64 * 2 ** 20;
const switchedOff = [
  "core.hooksPath=/dev/null",
  "gc.auto=0",
  "maintenance.auto=false",
  "submodule.recurse=false",
  "protocol.version=2",
];

export function createGit(options: GitOptions): GitFetcher {
  const oneAtATime = createLimiter(1);

  function environment(repoURL: string): Record<string, string | undefined> {
    const url = URL.parse(repoURL);
    const authorization = url ? options.authorize(url) : undefined;
    const headers: [string, string][] =
      url && authorization !== undefined
        ? [[`http.${url.origin}/.extraHeader`, `Authorization: ${authorization}`]]
        : [];
    return fetchEnvironment(options.env, gitProtocol(repoURL, options.protocols), headers);
  }

  async function git(repoURL: string, args: readonly string[]): Promise<ProcessResult> {
    const limit = AbortSignal.timeout(options.timeout);
    const signal = AbortSignal.any([options.signal, limit]);
    const all = [...switchedOff.flatMap((setting) => ["-c", setting]), ...args];
    try {
      return await options.run("git", all, { env: environment(repoURL), signal, maxOutput: mostOutput });
    } catch (error) {
      if (options.signal.aborted) throw error;
      const reason = limit.aborted ? `took longer than ${options.timeout / 1_000} s` : `could not be started`;
      throw new SourceProblem(`git for ${describeUrl(repoURL)} ${reason}`, { cause: error });
    }
  }

  /** The last thing git said is what went wrong; `fatal:` and hints around it are left off. */
  function failure(doing: string, repoURL: string, { stderr }: ProcessResult): SourceProblem {
    const lines = stderr.split("\n").filter((line) => /^(?:fatal|error|remote|ssh|Host key)/i.test(line));
    const said = options.mask(
      (lines.at(-1) ?? stderr.trim().split("\n").at(-1) ?? "").replace(/^(?:fatal|error): /, ""),
    );
    return new SourceProblem(`${doing} ${describeUrl(repoURL)} failed: ${said || "git said nothing"}`);
  }

  async function bareRepository(repoURL: string): Promise<string> {
    const directory = join(options.folder, `${createHash("sha256").update(repoURL).digest("hex")}.git`);
    await mkdir(options.folder, { recursive: true });
    const made = await git(repoURL, ["init", "--quiet", "--bare", directory]);
    if (made.code !== 0) throw failure("making a cache for", repoURL, made);
    return directory;
  }

  /** What a name is in the cached repository; `undefined` when it is nothing there. */
  async function revParse(repoURL: string, directory: string, name: string): Promise<string | undefined> {
    const found = await git(repoURL, ["--git-dir", directory, "rev-parse", "--verify", "--quiet", name]);
    return found.code === 0 ? found.stdout.trim() : undefined;
  }

  async function fetchRefs(
    repoURL: string,
    directory: string,
    depth: readonly string[],
    refs: readonly string[],
  ): Promise<ProcessResult> {
    const quiet = ["--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", "--force"];
    return git(repoURL, ["--git-dir", directory, "fetch", ...quiet, ...depth, "--", repoURL, ...refs]);
  }

  /** An abbreviated commit can only be looked up in the whole history, as Argo CD does. */
  async function expand(repoURL: string, abbreviated: string): Promise<string> {
    const directory = await bareRepository(repoURL);
    const refs = ["+refs/heads/*:refs/full/heads/*", "+refs/tags/*:refs/full/tags/*"];
    const fetched = await fetchRefs(repoURL, directory, [], refs);
    if (fetched.code !== 0) throw failure("fetching", repoURL, fetched);
    const commit = await revParse(repoURL, directory, `${abbreviated}^{commit}`);
    if (commit !== undefined) return commit;
    throw new SourceProblem(`${describeUrl(repoURL)} has no commit that starts with ${abbreviated}`);
  }

  return {
    resolve: async (repoURL, revision) => {
      gitProtocol(repoURL, options.protocols);
      if (isCommit(revision)) return revision.toLowerCase();
      if (options.offline)
        throw new SourceProblem(
          `what "${revision}" is in ${describeUrl(repoURL)} is not known, and this run is offline`,
        );
      const listed = await git(repoURL, ["ls-remote", "--", repoURL]);
      if (listed.code !== 0) throw failure("reading", repoURL, listed);
      const meant = resolveRevision(parseRemoteRefs(listed.stdout), revision);
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
        if (fetched.code !== 0) throw failure("fetching", repoURL, fetched);
        return { directory, commit };
      });
    },
  };
}

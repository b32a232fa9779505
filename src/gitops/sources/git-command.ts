import { describeUrl } from "./address.ts";
import { gitHost, gitProtocol } from "./git-address.ts";
import type { GitProtocol } from "./git-address.ts";
import { fetchEnvironment } from "./git-environment.ts";
import { SourceProblem } from "./problem.ts";
import type { ProcessResult, RunProcess } from "./process.ts";

export interface GitCommandOptions {
  run: RunProcess;
  /** The process environment git starts from; a laptop's credential helpers stay in use. */
  env: Record<string, string | undefined>;
  protocols: readonly GitProtocol[];
  /** Milliseconds for one git command. */
  timeout: number;
  signal: AbortSignal;
  authorize: (url: URL) => string | undefined;
  /** Throws a SourceProblem for a host that must not be asked. */
  checkReach: (url: URL) => Promise<unknown>;
  mask: (text: string) => string;
}

export interface GitCommand {
  /** Runs git for one repository; a non-zero code is a result, not an error. */
  run(repoURL: string, args: readonly string[]): Promise<ProcessResult>;
  /** Likewise, for a command that asks the repository's server. */
  ask(repoURL: string, args: readonly string[]): Promise<ProcessResult>;
  /** What git said went wrong, without secrets. */
  failure(doing: string, repoURL: string, result: ProcessResult): SourceProblem;
}

const mostOutput = 64 * 2 ** 20;
/** The last keeps git from taking a folder of the working copy for a repository, whose configuration can name programs to run. */
const switchedOff = [
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "gc.auto=0",
  "maintenance.auto=false",
  "submodule.recurse=false",
  "protocol.version=2",
  "safe.bareRepository=explicit",
];

export function createGitCommand(options: GitCommandOptions): GitCommand {
  function environment(repoURL: string): Record<string, string | undefined> {
    const protocol = gitProtocol(repoURL, options.protocols);
    const url = URL.parse(repoURL);
    const authorization = url ? options.authorize(url) : undefined;
    // Git would send the header along a redirect, and follow one from plain http to anywhere.
    const stay: [string, string][] =
      authorization !== undefined || protocol === "http" ? [["http.followRedirects", "false"]] : [];
    const headers: [string, string][] =
      url && authorization !== undefined
        ? [[`http.${url.origin}/.extraHeader`, `Authorization: ${authorization}`]]
        : [];
    return fetchEnvironment(options.env, protocol, [...stay, ...headers]);
  }

  async function run(repoURL: string, args: readonly string[]): Promise<ProcessResult> {
    const env = environment(repoURL);
    const limit = AbortSignal.timeout(options.timeout);
    const signal = AbortSignal.any([options.signal, limit]);
    const all = [...switchedOff.flatMap((setting) => ["-c", setting]), ...args];
    try {
      return await options.run("git", all, { env, signal, maxOutput: mostOutput });
    } catch (error) {
      if (options.signal.aborted) throw error;
      const reason = limit.aborted ? `took longer than ${options.timeout / 1_000} s` : `could not be started`;
      throw new SourceProblem(`git for ${describeUrl(repoURL)} ${reason}`, { cause: error });
    }
  }

  return {
    run,
    ask: async (repoURL, args) => {
      const host = gitHost(repoURL);
      if (host) await options.checkReach(host);
      return run(repoURL, args);
    },
    // The last thing git said is what went wrong; `fatal:` and hints around it are left off.
    failure: (doing, repoURL, { stderr }) => {
      const lines = stderr.split("\n").filter((line) => /^(?:fatal|error|remote|ssh|Host key)/i.test(line));
      const said = options.mask(
        (lines.at(-1) ?? stderr.trim().split("\n").at(-1) ?? "").replace(/^(?:fatal|error): /, ""),
      );
      return new SourceProblem(`${doing} ${describeUrl(repoURL)} failed: ${said || "git said nothing"}`);
    },
  };
}

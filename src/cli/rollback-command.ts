import { pushRollback, remoteOnGitHub, type Rollback, rollback } from "../rollback.ts";
import { runPorts } from "./run-options.ts";
import type { Terminal } from "./terminal.ts";

/** Options as commander parses them. */
export interface RollbackCommandOptions {
  root: string;
  /** Name of a remote; false to push nothing. */
  push?: string | false;
}

/** `slipway rollback`: a branch, and the pull request of it where there is a token and a GitHub to open it on. */
export async function runRollback(
  application: string,
  revision: string,
  options: RollbackCommandOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const { root } = options;
  const made = await rollback({ root, application, revision }, runPorts(terminal, signal, undefined));
  const { branch, commit, files, undone } = made;
  terminal.out(`${branch}: ${application} as in ${commit.slice(0, 7)}\n`);
  for (const { path, existed } of files) terminal.out(`  ${existed ? "~" : "-"} ${path}\n`);
  for (const line of undone) terminal.out(`  takes back ${line}\n`);
  terminal.out(`\n${await publish(made, options, terminal, signal)}\n`);
  return 0;
}

/** What became of the branch, in words. */
async function publish(
  made: Rollback,
  { root, push }: RollbackCommandOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<string> {
  const { branch, message } = made;
  const byHand = `gh pr create --head ${branch} --fill`;
  const { clock, log } = runPorts(terminal, signal, undefined);
  const { token, apiUrl, serverUrl } = githubOf(terminal.env);
  const remote = push === false ? undefined : await remoteOnGitHub(root, serverUrl, push);
  if (token !== undefined && remote !== undefined) {
    const { proposeRollback } = await import("../rollback/pull-request.ts");
    const [title = "", ...body] = message.split("\n");
    const proposed = { branch, title, body: body.join("\n").trim() };
    const ports = { token, apiUrl, clock, log, signal, push: () => pushRollback(root, remote.remote, made) };
    const { action, url } = await proposeRollback(proposed, remote, ports);
    return `Pull request ${action}: ${url}`;
  }
  if (push === undefined || push === false) {
    const to = remote?.remote ?? "origin";
    return `Nothing is pushed. Make a pull request of it:\n  git push ${to} ${branch} && ${byHand}`;
  }
  await pushRollback(root, push, made);
  return `Pushed to ${push}. Make a pull request of it:\n  ${byHand}`;
}

/** As gh and the runner name them. */
function githubOf(env: Terminal["env"]): { token: string | undefined; apiUrl: string; serverUrl: string } {
  const first = (...names: string[]): string | undefined => names.map((name) => env[name]).find(Boolean);
  return {
    token: first("GH_TOKEN", "GITHUB_TOKEN"),
    apiUrl: first("GITHUB_API_URL") ?? "https://api.github.com",
    serverUrl: first("GITHUB_SERVER_URL") ?? "https://github.com",
  };
}

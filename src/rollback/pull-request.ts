import { createClient } from "../github/client.ts";
import { failureOf } from "../github/failure.ts";
import { openPullRequest, openPullRequestOf, type ProposedPullRequest } from "../github/pull-requests.ts";
import type { Clock, Log } from "../model/ports.ts";
import { SlipwayError } from "../model/error.ts";
import type { GitHubRemote } from "./github-remote.ts";

export interface PullRequestPorts {
  token: string;
  apiUrl: string;
  clock: Clock;
  log: Log;
  signal: AbortSignal;
  /** Brings the branch to the remote. */
  push(): Promise<void>;
}

export interface Proposal {
  action: "opened" | "there already";
  url: string;
}

/** One open pull request for the branch of a rollback, however often it is asked for. */
export async function proposeRollback(
  proposed: ProposedPullRequest,
  remote: GitHubRemote,
  { token, apiUrl, clock, log, signal, push }: PullRequestPorts,
): Promise<Proposal> {
  const octokit = createClient({ token, apiUrl, clock, log, signal });
  const asked = async <T>(question: Promise<T>): Promise<T> => question.catch((error: unknown) => refuse(error));
  const there = await asked(openPullRequestOf(octokit, remote, proposed.branch));
  if (there !== undefined) return { action: "there already", url: there };
  await push();
  return { action: "opened", url: await asked(openPullRequest(octokit, remote, proposed)) };

  function refuse(error: unknown): never {
    throw new SlipwayError("SLW-GITHUB", `no pull request of ${proposed.branch}: ${failureOf(error).reason}`, {
      hint: `open it by hand: gh pr create --head ${proposed.branch} --fill`,
      cause: error,
    });
  }
}

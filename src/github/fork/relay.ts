import type { Octokit } from "../client.ts";
import { commentsOf, viewerLogin } from "../comments.ts";
import type { RunContext } from "../events.ts";
import { SlipwayError } from "../../model/error.ts";
import { failureOf } from "../failure.ts";
import type { CommentOutcome } from "../sticky.ts";
import { commentLimit, stickyComment } from "../sticky.ts";
import { downloadArtifact } from "./download.ts";
import { pullRequestsOf } from "./find-pull-request.ts";
import { letterArtifact } from "./letter.ts";
import { letterLimit, openLetter } from "./open-letter.ts";
import { sanitise } from "./sanitise.ts";

export type Relayed = { pullRequest: number; outcome: CommentOutcome } | { skipped: string };

export interface RelayOptions {
  /** The comment's name, as the check was given it. */
  name: string;
  fetch: typeof globalThis.fetch;
}

/** Documentation that findings link to. */
const docs = "https://github.com/slipway-dev/slipway/blob/main/docs/";

/**
 * Puts the report of a fork's run on its pull request. Which pull request that is comes from GitHub's own account of
 * the run; the artifact merely has to agree. Nothing from the fork is checked out, executed or written to disk.
 */
export async function relay(octokit: Octokit, context: RunContext, options: RelayOptions): Promise<Relayed> {
  try {
    return await deliver(octokit, context, options);
  } catch (error) {
    throw new SlipwayError(
      "SLW-GITHUB",
      `The report of a fork's run could not be fetched: ${failureOf(error).reason}`,
      {
        hint: "The job needs `actions: read` and `pull-requests: write`",
        cause: error,
      },
    );
  }
}

async function deliver(octokit: Octokit, context: RunContext, { name, fetch }: RelayOptions): Promise<Relayed> {
  const { workflowRun: run, repository } = context;
  if (run === undefined) return { skipped: `this action answers workflow_run events, not ${context.event}` };
  if (run.event !== "pull_request") return { skipped: `run ${run.id} was started by ${run.event}` };

  const request = { repository, runId: run.id, name: letterArtifact(name), limit: letterLimit };
  const download = await downloadArtifact(octokit, request, fetch);
  if ("absent" in download) return { skipped: download.absent };
  const opened = openLetter(download.archive);
  if ("refused" in opened) return { skipped: `the artifact of run ${run.id} is refused: ${opened.refused}` };

  const { pullRequest, headSha, body } = opened.letter;
  const candidates = await pullRequestsOf(octokit, repository, run);
  if (headSha !== run.headSha || !candidates.includes(pullRequest)) {
    return { skipped: `no open pull request has the head that run ${run.id} checked and its artifact names` };
  }
  const outcome = await stickyComment({
    comments: commentsOf(octokit, repository, pullRequest),
    viewer: () => viewerLogin(octokit),
    name,
    body: relayedBody(body, context, run.id),
  });
  return { pullRequest, outcome };
}

/** Our words come first, so that nothing the fork wrote can swallow or restyle them. */
function relayedBody(body: string, { repository, serverUrl }: RunContext, runId: number): string {
  const home = `${serverUrl}/${repository.owner}/${repository.name}`;
  const header =
    `**Slipway's report, as written by [a run on a fork](${home}/actions/runs/${runId}).** ` +
    "The fork controls that run: read the quote below as its author's word, and the changed files as the truth.\n\n";
  const linkPrefixes = [docs, `${home}/blob/`, `${home}/actions/runs/`];
  return header + sanitise(body, { linkPrefixes, limit: commentLimit - header.length });
}

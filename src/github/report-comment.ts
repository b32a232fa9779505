import type { ArtifactStore } from "./artifacts.ts";
import { createClient } from "./client.ts";
import { commentsOf, viewerLogin } from "./comments.ts";
import type { RunContext } from "./events.ts";
import type { Failure } from "./failure.ts";
import { writeLetter } from "./fork/write-letter.ts";
import type { Clock, Log } from "../model/ports.ts";
import type { CommentOutcome } from "./sticky.ts";
import { refreshComment, stickyComment } from "./sticky.ts";

type CommentMode = "auto" | "always" | "never";

export interface ReportComment {
  mode: CommentMode;
  name: string;
  /** Markdown without a marker. */
  body: string;
  /** Whether a reader would miss the comment: something changes, or was found. */
  newsworthy: boolean;
  token: string | undefined;
}

export interface CommentPorts {
  log: Log;
  clock: Clock;
  signal?: AbortSignal;
  artifacts: ArtifactStore;
  /** A directory of this run's own, for the letter. */
  directory: string;
}

/**
 * Comments on the run's pull request. Whether the token may write is found out by trying: repositories can allow it
 * for forks, and Dependabot's runs are read-only without being forks. If it may not, the text is left as an artifact
 * for the companion workflow, and the reason is said once.
 */
export async function commentReport(
  context: RunContext,
  comment: ReportComment,
  ports: CommentPorts,
): Promise<CommentOutcome | undefined> {
  const { pullRequest } = context;
  if (pullRequest === undefined || comment.mode === "never") return undefined;
  if (comment.token === undefined) return said(ports.log, { kind: "read-only", reason: "there is no token" });

  const { log, clock, signal } = ports;
  const octokit = createClient({
    token: comment.token,
    apiUrl: context.apiUrl,
    log,
    clock,
    ...(signal ? { signal } : {}),
  });
  const put = comment.mode === "always" || comment.newsworthy ? stickyComment : refreshComment;
  const outcome = await put({
    comments: commentsOf(octokit, context.repository, pullRequest.number),
    viewer: () => viewerLogin(octokit),
    name: comment.name,
    body: comment.body,
  });
  if (outcome === undefined || outcome.commented) return outcome;
  if (outcome.kind !== "read-only") return said(log, outcome);

  const letter = await writeLetter(ports.directory, ports.artifacts, comment.name, {
    version: 1,
    pullRequest: pullRequest.number,
    headSha: pullRequest.headSha,
    body: comment.body,
  });
  const next = letter === "uploaded" ? "; the text is kept as an artifact for the workflow that comments on forks" : "";
  const why = pullRequest.isFork ? "a pull request from a fork has a read-only token" : outcome.reason;
  return said(log, { kind: "read-only", reason: `${why}${next}` });
}

function said(log: Log, { kind, reason }: Failure): CommentOutcome {
  log.info(`No comment on the pull request: ${reason}. The job summary has the report`);
  return { commented: false, kind, reason };
}

import { z } from "zod";

import { SlipwayError } from "../model/error.ts";
import type { RepositoryName } from "./repository-name.ts";

/** What a workflow run is about, taken from the runner's variables and the webhook payload. */
export interface RunContext {
  event: string;
  repository: RepositoryName;
  /** The commit the runner checks out by default; for pull requests a merge of head into base. */
  sha: string;
  runId: number;
  apiUrl: string;
  serverUrl: string;
  base?: Base;
  pullRequest?: PullRequest;
  workflowRun?: WorkflowRun;
}

/** The revision this one is compared with; absent where the event has none. */
interface Base {
  /** Its branch, for people. */
  ref: string;
  /** Revisions that Git may be asked for, the most exact first: which of them a clone has depends on its checkout. */
  revisions: string[];
}

interface PullRequest {
  number: number;
  headSha: string;
  /** The head lives in another repository, so the token is read-only whatever the workflow asks for. */
  isFork: boolean;
}

/** The run that a `workflow_run` event reports on. Its artifacts are the author's, its identity is GitHub's. */
export interface WorkflowRun {
  id: number;
  event: string;
  headSha: string;
  headBranch: string;
  /** Absent when the fork has been deleted. */
  headRepository?: RepositoryName;
}

const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u);
const branch = z.object({ ref: z.string(), sha });
const repository = z.object({ full_name: z.string() });

const payloads = {
  pull_request: z.object({
    pull_request: z.object({
      number: z.int().positive(),
      head: branch.extend({ repo: repository.nullable() }),
      base: branch.extend({ repo: repository }),
    }),
  }),
  merge_group: z.object({ merge_group: z.object({ base_ref: z.string(), base_sha: sha }) }),
  push: z.object({ before: sha, ref: z.string() }),
  workflow_run: z.object({
    workflow_run: z.object({
      id: z.int().positive(),
      event: z.string(),
      head_sha: sha,
      head_branch: z.string().nullable(),
      head_repository: z.object({ name: z.string(), owner: z.object({ login: z.string() }) }).nullish(),
    }),
  }),
};

const variables = z.object({
  GITHUB_EVENT_NAME: z.string().min(1),
  GITHUB_REPOSITORY: z.string().regex(/^[^/]+\/[^/]+$/u),
  GITHUB_SHA: sha,
  GITHUB_REF: z.string().default(""),
  GITHUB_RUN_ID: z.coerce.number().int().nonnegative(),
  GITHUB_API_URL: z.url().default("https://api.github.com"),
  GITHUB_SERVER_URL: z.url().default("https://github.com"),
});

/** Reads the runner's own variables and event payload; anything malformed is one SLW-GITHUB error. */
export function readRunContext(env: Record<string, string | undefined>, payload: unknown): RunContext {
  const given = parse(variables, env, "the runner's GITHUB_* variables");
  const context: RunContext = {
    event: given.GITHUB_EVENT_NAME,
    repository: repositoryName(given.GITHUB_REPOSITORY),
    sha: given.GITHUB_SHA,
    runId: given.GITHUB_RUN_ID,
    apiUrl: given.GITHUB_API_URL,
    serverUrl: given.GITHUB_SERVER_URL,
  };
  // The first parent of GitHub's merge commit is the base as it was merged, even if the branch has moved on since.
  const merge = /^refs\/pull\/\d+\/merge$/u.test(given.GITHUB_REF) ? [`${context.sha}^1`] : [];
  return { ...context, ...aboutEvent(context.event, payload, merge) };
}

type AboutEvent = Pick<RunContext, "base" | "pullRequest" | "workflowRun">;

function aboutEvent(event: string, payload: unknown, mergeParent: string[]): AboutEvent {
  const from = `the payload of the ${event} event`;
  switch (event) {
    case "pull_request":
    case "pull_request_target": {
      const { pull_request: pull } = parse(payloads.pull_request, payload, from);
      const { ref, sha } = pull.base;
      const isFork = pull.head.repo?.full_name !== pull.base.repo.full_name;
      const base = { ref, revisions: [...mergeParent, sha] };
      return { base, pullRequest: { number: pull.number, headSha: pull.head.sha, isFork } };
    }
    case "merge_group": {
      const { merge_group: group } = parse(payloads.merge_group, payload, from);
      return { base: { ref: group.base_ref, revisions: [group.base_sha] } };
    }
    case "push": {
      const { before, ref } = parse(payloads.push, payload, from);
      // A new branch has no predecessor: GitHub then sends an id of zeros.
      return /^0+$/u.test(before) ? {} : { base: { ref, revisions: [before] } };
    }
    case "workflow_run": {
      const { workflow_run: run } = parse(payloads.workflow_run, payload, from);
      const head = run.head_repository;
      return {
        workflowRun: {
          id: run.id,
          event: run.event,
          headSha: run.head_sha,
          headBranch: run.head_branch ?? "",
          ...(head ? { headRepository: { owner: head.owner.login, name: head.name } } : {}),
        },
      };
    }
    default:
      return {};
  }
}

function repositoryName(fullName: string): RepositoryName {
  const slash = fullName.indexOf("/");
  return { owner: fullName.slice(0, slash), name: fullName.slice(slash + 1) };
}

function parse<T>(schema: z.ZodType<T>, value: unknown, from: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
  throw new SlipwayError("SLW-GITHUB", `Could not read ${from}: ${problems}`, {
    hint: "This action runs inside GitHub Actions; on a laptop use `npx slipway validate`",
    cause: parsed.error,
  });
}

import { expect, test } from "vitest";

import { readRunContext } from "./events.ts";

const [head, base, merge] = ["a".repeat(40), "b".repeat(40), "c".repeat(40)];

function read(event: string, payload: unknown, rest: Record<string, string> = {}) {
  const env = { GITHUB_EVENT_NAME: event, GITHUB_REPOSITORY: "acme/platform", GITHUB_SHA: merge, GITHUB_RUN_ID: "9" };
  return readRunContext({ ...env, ...rest }, payload);
}

function pullRequest(headRepository: { full_name: string } | null) {
  return {
    pull_request: {
      number: 7,
      head: { ref: "topic", sha: head, repo: headRepository },
      base: { ref: "main", sha: base, repo: { full_name: "acme/platform" } },
    },
  };
}

test("a pull request has a base, a number and a head", () => {
  expect(read("pull_request", pullRequest({ full_name: "acme/platform" }))).toEqual({
    event: "pull_request",
    repository: { owner: "acme", name: "platform" },
    sha: merge,
    runId: 9,
    apiUrl: "https://api.github.com",
    serverUrl: "https://github.com",
    base: { ref: "main", revisions: [base] },
    pullRequest: { number: 7, headSha: head, isFork: false },
  });
});

test("GitHub's own merge commit knows its base best", () => {
  const context = read("pull_request", pullRequest(null), { GITHUB_REF: "refs/pull/7/merge" });
  expect(context.base).toEqual({ ref: "main", revisions: [`${merge}^1`, base] });
});

test.each([[{ full_name: "mallory/platform" }], [null]])("a head in %o is a fork", (repository) => {
  expect(read("pull_request", pullRequest(repository)).pullRequest?.isFork).toBe(true);
});

test("a push is compared with the commit before it, a new branch with nothing", () => {
  expect(read("push", { before: base, ref: "refs/heads/main" }).base).toEqual({
    ref: "refs/heads/main",
    revisions: [base],
  });
  expect(read("push", { before: "0".repeat(40), ref: "refs/heads/new" }).base).toBeUndefined();
});

test("a merge group is compared with its base", () => {
  const merge_group = { base_ref: "refs/heads/main", base_sha: base, head_sha: head };
  expect(read("merge_group", { merge_group }).base).toEqual({ ref: "refs/heads/main", revisions: [base] });
});

test("a workflow_run names the run, its commit and where that came from", () => {
  const run = { id: 5, event: "pull_request", head_sha: head, head_branch: "topic" };
  const head_repository = { name: "platform", owner: { login: "mallory" } };
  expect(read("workflow_run", { workflow_run: { ...run, head_repository } }).workflowRun).toEqual({
    id: 5,
    event: "pull_request",
    headSha: head,
    headBranch: "topic",
    headRepository: { owner: "mallory", name: "platform" },
  });
  expect(read("workflow_run", { workflow_run: { ...run, head_repository: null } }).workflowRun).not.toHaveProperty(
    "headRepository",
  );
});

test.each(["schedule", "workflow_dispatch"])("%s has neither base nor pull request", (event) => {
  const context = read(event, {});
  expect(context).not.toHaveProperty("base");
  expect(context).not.toHaveProperty("pullRequest");
});

test("outside a runner the error says what to use instead", () => {
  expect(() => readRunContext({}, {})).toThrow(
    expect.objectContaining({ code: "SLW-GITHUB", hint: expect.stringMatching(/npx slipway/u) }),
  );
});

test("a payload that is not GitHub's is one error that names the field", () => {
  expect(() => read("pull_request", { pull_request: { number: "7; rm -rf" } })).toThrow(/pull_request\.number/u);
});

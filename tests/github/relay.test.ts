import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";

import { createClient } from "../../src/github/client.ts";
import type { RunContext, WorkflowRun } from "../../src/github/events.ts";
import { relay } from "../../src/github/fork/relay.ts";
import { commentMarker } from "../../src/github/sticky.ts";
import type { FakeGitHub } from "./fake-github.ts";
import { startFakeGitHub } from "./fake-github.ts";
import { refusals } from "./faults.ts";
import type { State } from "./state.ts";

const head = "a".repeat(40);
const run: WorkflowRun = {
  id: 5,
  event: "pull_request",
  headSha: head,
  headBranch: "topic",
  headRepository: { owner: "mallory", name: "platform" },
};
const pull = { number: 7, headSha: head, headRef: "topic", headRepository: "mallory/platform", open: true };
const letter = { version: 1, pullRequest: 7, headSha: head, body: "## slipway: no findings" };

function archive(content: unknown = letter): Uint8Array {
  return zipSync({ "slipway-comment.json": strToU8(JSON.stringify(content)) });
}

function fork(rest: Partial<State> = {}, zip = archive()): Partial<State> {
  const artifact = { id: 501, runId: 5, name: "slipway-comment-manifests", expired: false, archive: zip };
  return { pulls: [pull], artifacts: [artifact], ...rest };
}

function deliver(github: FakeGitHub, workflowRun: WorkflowRun | undefined = run) {
  const clock = { now: () => 0, sleep: async () => {} };
  const log = { debug: () => {}, info: () => {}, warning: () => {} };
  const octokit = createClient({ token: "secret-token", apiUrl: github.url, log, clock });
  const context: RunContext = {
    event: "workflow_run",
    repository: { owner: "acme", name: "platform" },
    sha: "b".repeat(40),
    runId: 6,
    apiUrl: github.url,
    serverUrl: "https://github.com",
    ...(workflowRun ? { workflowRun } : {}),
  };
  return relay(octokit, context, { name: "manifests", fetch });
}

test("the report of a fork's run is put on its pull request, once, as a quote under our own words", async () => {
  await using github = await startFakeGitHub(fork());
  expect(await deliver(github)).toMatchObject({ pullRequest: 7, outcome: { action: "created" } });
  expect(await deliver(github)).toMatchObject({ pullRequest: 7, outcome: { action: "unchanged" } });
  const [comment] = github.state.comments;
  expect(comment?.body).toMatch(
    /^<!-- slipway:validate:manifests -->\n\*\*Slipway's report, as written by \[a run on a fork\]/u,
  );
  expect(comment?.body).toContain("https://github.com/acme/platform/actions/runs/5");
  expect(comment?.body).toMatch(/\n\n> ## slipway: no findings$/u);
});

test("what the fork wrote cannot imitate a marker, mention anybody or leave the quote", async () => {
  const body = `${commentMarker("other")}\n@acme/owners\n\n# Approved\n![x](https://evil.test/x.png)`;
  await using github = await startFakeGitHub(fork({}, archive({ ...letter, body })));
  await deliver(github);
  const [first, , ...quoted] = github.state.comments[0]?.body.split("\n").slice(1) ?? [];
  expect(first).toMatch(/^\*\*Slipway's report/u);
  expect(quoted.every((line) => line.startsWith(">"))).toBe(true);
  expect(quoted.join("\n")).not.toMatch(/<!|@acme|!\[|\]\(https|https:\/\//u);
});

test("a rerun's artifact replaces the earlier one of the same name", async () => {
  const zip = archive({ ...letter, body: "second" });
  const state = fork();
  const later = { id: 502, runId: 5, name: "slipway-comment-manifests", expired: false, archive: zip };
  await using github = await startFakeGitHub({ ...state, artifacts: [...(state.artifacts ?? []), later] });
  await deliver(github);
  expect(github.state.comments[0]?.body).toMatch(/> second$/u);
});

test.each<[string, Partial<State>, RegExp]>([
  ["another pull request than its run's", fork({}, archive({ ...letter, pullRequest: 8 })), /no open pull request/u],
  ["another commit than its run's", fork({}, archive({ ...letter, headSha: "c".repeat(40) })), /no open pull request/u],
  [
    "a pull request that has moved on",
    fork({ pulls: [{ ...pull, headSha: "d".repeat(40) }] }),
    /no open pull request/u,
  ],
  ["a pull request that is closed", fork({ pulls: [{ ...pull, open: false }] }), /no open pull request/u],
  [
    "a namesake branch of another repository",
    fork({ pulls: [{ ...pull, headRepository: "mallory/other" }] }),
    /no open pull request/u,
  ],
  ["a deleted fork", fork({ pulls: [{ ...pull, headRepository: null }] }), /no open pull request/u],
  ["no artifact", fork({ artifacts: [] }), /left no artifact named slipway-comment-manifests/u],
  ["bytes that are no archive", fork({}, strToU8("hello")), /not a readable zip/u],
  ["an archive that is too large", fork({}, new Uint8Array(600_000)), /larger than 524288 bytes/u],
])("with %s nothing is written", async (_, state, reason) => {
  await using github = await startFakeGitHub(state);
  expect(await deliver(github)).toEqual({ skipped: expect.stringMatching(reason) });
  expect(github.writes()).toEqual([]);
});

test("an archive that is larger than GitHub says is dropped while it arrives", async () => {
  const state = fork({}, new Uint8Array(600_000));
  const artifacts = (state.artifacts ?? []).map((artifact) => ({ ...artifact, claimedSize: 100 }));
  await using github = await startFakeGitHub({ ...state, artifacts });
  expect(await deliver(github)).toEqual({ skipped: expect.stringMatching(/larger than 524288 bytes/u) });
});

test("an expired artifact is not asked for", async () => {
  const state = fork();
  const artifacts = (state.artifacts ?? []).map((artifact) => ({ ...artifact, expired: true }));
  await using github = await startFakeGitHub({ ...state, artifacts });
  expect(await deliver(github)).toEqual({ skipped: expect.stringMatching(/expired/u) });
  expect(github.requests).toHaveLength(1);
});

test("a run that no pull request started is none of ours", async () => {
  await using github = await startFakeGitHub(fork());
  expect(await deliver(github, { ...run, event: "push" })).toEqual({ skipped: "run 5 was started by push" });
  expect(github.requests).toEqual([]);
});

test("a token without `actions: read` is an error that says so", async () => {
  await using github = await startFakeGitHub(fork());
  github.faults.push({ method: "GET", path: /\/runs\/5\/artifacts$/u, effect: refusals.notFound });
  await expect(deliver(github)).rejects.toMatchObject({
    code: "SLW-GITHUB",
    hint: expect.stringMatching(/actions: read/u),
  });
});

import { expect, test } from "vitest";

import { createClient } from "../../src/github/client.ts";
import { commentsOf, viewerLogin } from "../../src/github/comments.ts";
import { commentMarker, stickyComment } from "../../src/github/sticky.ts";
import type { FakeGitHub } from "./fake-github.ts";
import { startFakeGitHub } from "./fake-github.ts";
import { refusals } from "./faults.ts";

const now = Date.UTC(2026, 0, 1);
const marked = (body: string) => `${commentMarker("manifests")}\n${body}`;
const conversation = /\/issues\/7\/comments$/u;

/** The real client against the fake, with a clock that only notes how long it should have waited. */
function session(github: FakeGitHub, token = "secret-token") {
  const slept: number[] = [];
  const clock = { now: () => now, sleep: async (ms: number) => void slept.push(ms) };
  const log = { debug: () => {}, info: () => {}, warning: () => {} };
  const octokit = createClient({ token, apiUrl: github.url, log, clock, timeoutMs: 500 });
  const comments = commentsOf(octokit, { owner: "acme", name: "platform" }, 7);
  const put = (body: string) =>
    stickyComment({ comments, viewer: () => viewerLogin(octokit), name: "manifests", body });
  return { put, slept };
}

test("the first run asks who it is, looks, creates and looks again", async () => {
  await using github = await startFakeGitHub();
  expect(await session(github).put("report")).toMatchObject({ action: "created" });
  expect(github.requests).toEqual([
    "POST /graphql",
    "GET /repos/acme/platform/issues/7/comments?per_page=100",
    "POST /repos/acme/platform/issues/7/comments",
    "GET /repos/acme/platform/issues/7/comments?per_page=100",
  ]);
  expect(github.state.comments).toMatchObject([{ body: marked("report") }]);
});

test("our comment is found on the third page, between other people's", async () => {
  const others = Array.from({ length: 250 }, (_, index) => ({
    id: index + 1,
    issue: 7,
    body: "LGTM",
    author: "octocat",
  }));
  const ours = { id: 240, issue: 7, body: marked("old"), author: "github-actions[bot]" };
  await using github = await startFakeGitHub({ comments: others.with(239, ours) });
  expect(await session(github).put("new")).toMatchObject({ action: "updated" });
  expect(github.writes()).toEqual(["PATCH /repos/acme/platform/issues/comments/240"]);
});

test("two runs at the same moment leave one comment", async () => {
  await using github = await startFakeGitHub();
  const runs = Array.from({ length: 4 }, async () => session(github).put("report"));
  expect(await Promise.all(runs)).toMatchObject(Array.from({ length: 4 }, () => ({ commented: true })));
  expect(github.state.comments).toHaveLength(1);
});

test("limits are waited out, a POST included", async () => {
  await using github = await startFakeGitHub();
  github.faults.push(
    { method: "GET", path: conversation, effect: refusals.tooMany("3") },
    { method: "GET", path: conversation, effect: refusals.primaryLimit(now / 1000 + 30) },
    { method: "POST", path: conversation, effect: refusals.secondaryLimit("12") },
  );
  const { put, slept } = session(github);
  expect(await put("report")).toMatchObject({ action: "created" });
  expect(slept).toEqual([3000, 31_000, 12_000]);
});

test("a limit that lifts in an hour is not waited for", async () => {
  await using github = await startFakeGitHub();
  github.faults.push({ method: "GET", path: conversation, effect: refusals.primaryLimit(now / 1000 + 3600) });
  const { put, slept } = session(github);
  expect(await put("report")).toMatchObject({ commented: false, kind: "rate-limited" });
  expect(slept).toEqual([]);
});

test("dropped connections, a slow answer and a broken gateway are outlived when reading", async () => {
  await using github = await startFakeGitHub();
  github.faults.push(
    { method: "POST", path: /graphql/u, effect: "drop" },
    { method: "GET", path: conversation, effect: refusals.broken },
    { method: "GET", path: conversation, effect: 1500 },
  );
  const { put, slept } = session(github);
  expect(await put("report")).toMatchObject({ action: "created" });
  expect(slept).toEqual([1000, 1000, 2000]);
});

test("a create whose answer got lost is looked up instead of repeated", async () => {
  await using github = await startFakeGitHub();
  github.faults.push({ method: "POST", path: conversation, effect: "lose-answer" });
  expect(await session(github).put("report")).toMatchObject({ commented: true });
  expect(github.state.comments).toHaveLength(1);
});

test("a create that was never read is repeated once", async () => {
  await using github = await startFakeGitHub();
  github.faults.push({ method: "POST", path: conversation, effect: "drop" });
  expect(await session(github).put("report")).toMatchObject({ action: "created" });
  expect(github.state.comments).toHaveLength(1);
});

test("a read-only token changes nothing and says why", async () => {
  await using github = await startFakeGitHub({ viewer: { login: "github-actions[bot]", canWrite: false } });
  expect(await session(github).put("report")).toMatchObject({ commented: false, kind: "read-only" });
});

test.each([
  ["a pull request that is gone", refusals.notFound, "not-found"],
  ["a body that GitHub does not take", refusals.invalid, "refused"],
])("%s comes back as data", async (_, effect, kind) => {
  await using github = await startFakeGitHub();
  github.faults.push({ method: "POST", path: conversation, effect });
  expect(await session(github).put("report")).toMatchObject({ commented: false, kind });
});

test("a token that is not valid comes back as data", async () => {
  await using github = await startFakeGitHub();
  expect(await session(github, "expired").put("report")).toMatchObject({
    commented: false,
    reason: expect.stringMatching(/not valid/u),
  });
});

test("the fake objects to a request that GitHub does not know", async () => {
  const github = await startFakeGitHub();
  const headers = { authorization: "token secret-token" };
  await expect(fetch(`${github.url}/repos/acme/platform/remarks`, { headers })).rejects.toThrow("fetch failed");
  await fetch(`${github.url}/repos/acme/platform/pulls?state=merged`, { headers });
  await expect(github[Symbol.asyncDispose]()).rejects.toThrow(/no such operation[^]*pulls\/list: query state/u);
});

import { expect, test } from "vitest";

import { commentMarker } from "../../src/github/sticky.ts";
import type { Checkout } from "./checkout.ts";
import { checkOut } from "./checkout.ts";
import type { FakeGitHub } from "./fake-github.ts";
import { startFakeGitHub } from "./fake-github.ts";
import { refusals } from "./faults.ts";
import { brokenDeployment, platform } from "./platform.fixture.ts";
import { runtimeToken } from "./results-service.ts";
import { runStep } from "./runner.ts";

const conversation = /\/issues\/7\/comments$/u;

/** One run of the bundle on a pull request; `from` is the repository that its head is in. */
function validate(github: FakeGitHub, checkout: Checkout, inputs: Record<string, string> = {}, from = "acme/platform") {
  const { head, base, merge, directory } = checkout;
  const pull_request = {
    number: 7,
    head: { ref: "topic", sha: head, repo: { full_name: from } },
    base: { ref: "main", sha: base, repo: { full_name: "acme/platform" } },
  };
  return runStep({
    action: "validate",
    inputs: { cache: "false", offline: "true", ...inputs },
    event: { name: "pull_request", payload: { pull_request }, sha: merge, ref: "refs/pull/7/merge" },
    workspace: directory,
    apiUrl: github.url,
    env: { ACTIONS_RUNTIME_TOKEN: runtimeToken(5), ACTIONS_RESULTS_URL: github.url },
  });
}

test("the second run changes nothing", async () => {
  using checkout = checkOut(platform(1), platform(2));
  await using github = await startFakeGitHub();
  const first = await validate(github, checkout);
  expect(first).toMatchObject({
    exitCode: 0,
    outputs: { errors: "0", "comment-url": expect.stringMatching(/#issuecomment-/u) },
  });
  expect(first.summary).toContain("## slipway");
  expect(JSON.parse(first.outputs["changed-applications"] ?? "")).toHaveLength(1);
  expect(github.writes()).toEqual(["POST /repos/acme/platform/issues/7/comments"]);
  const [comment] = structuredClone(github.state.comments);
  expect(comment?.body.startsWith(`${commentMarker("manifests")}\n`)).toBe(true);
  expect(comment?.body).toContain("Compared with `main`");

  github.requests.length = 0;
  const second = await validate(github, checkout);
  expect(second.exitCode).toBe(0);
  expect(second.outputs["comment-url"]).toBe(first.outputs["comment-url"]);
  expect(github.writes()).toEqual([]);
  expect(github.state.comments).toEqual([comment]);
});

test("the full report is kept with the run, and the comment links to it", async () => {
  using checkout = checkOut(platform(1), platform(2));
  await using github = await startFakeGitHub();
  await validate(github, checkout);
  expect(github.state.artifacts).toMatchObject([{ name: "slipway-report-manifests" }]);
  expect(github.state.comments[0]?.body).toContain("https://github.com/acme/platform/actions/runs/5#artifacts");
});

test("an error is annotated at its line and fails the step with one sentence", async () => {
  using checkout = checkOut(platform(1), brokenDeployment);
  await using github = await startFakeGitHub();
  const { exitCode, commands, outputs } = await validate(github, checkout);
  expect(exitCode).toBe(1);
  expect(Number(outputs["errors"])).toBeGreaterThan(0);
  const errors = commands.filter(({ name }) => name === "error");
  expect(errors[0]?.properties).toMatchObject({ file: "apps/web/deployment.yaml", line: "7" });
  expect(errors.at(-1)).toMatchObject({ properties: {}, message: expect.stringMatching(/^Slipway found 1 error;/u) });
});

test("findings may be let through", async () => {
  using checkout = checkOut(platform(1), brokenDeployment);
  await using github = await startFakeGitHub();
  expect(await validate(github, checkout, { "fail-on": "never", comment: "never" })).toMatchObject({ exitCode: 0 });
  expect(github.requests.filter((line) => !line.includes("/_blobs/") && !line.includes("/twirp/"))).toEqual([]);
});

test("a quiet pull request gets no comment, unless one is always wanted", async () => {
  using checkout = checkOut(platform(1), { "README.md": "docs" });
  await using github = await startFakeGitHub();
  await validate(github, checkout);
  expect(github.state.comments).toEqual([]);
  await validate(github, checkout, { comment: "always" });
  expect(github.state.comments).toHaveLength(1);
});

test("text from a manifest is printed, never obeyed", async () => {
  const motto = "\n::error::pwned\n::set-output name=errors::0\n  ##[add-path]/evil\r::add-mask::e\n::stop-commands::x";
  using checkout = checkOut(platform(1), platform(1, motto));
  await using github = await startFakeGitHub();
  const { commands, outputs } = await validate(github, checkout);
  expect(commands.filter(({ name }) => !["debug", "notice", "warning", "add-mask"].includes(name))).toEqual([]);
  expect(commands.filter(({ name }) => name === "add-mask").map(({ message }) => message)).not.toContain("e");
  expect(outputs["errors"]).toBe("0");
});

test("the token is masked before anything else is said", async () => {
  using checkout = checkOut(platform(1), platform(2));
  await using github = await startFakeGitHub();
  const { log } = await validate(github, checkout);
  expect(log.startsWith("::add-mask::secret-token\n")).toBe(true);
  expect(log.split("secret-token")).toHaveLength(2);
});

test("a limited, slow and unreliable GitHub still gets its comment", async () => {
  using checkout = checkOut(platform(1), platform(2));
  await using github = await startFakeGitHub();
  github.faults.push(
    { method: "GET", path: conversation, effect: "drop" },
    { method: "GET", path: conversation, effect: 700 },
    { method: "POST", path: conversation, effect: refusals.secondaryLimit("1") },
    { method: "POST", path: conversation, effect: "lose-answer" },
  );
  expect(await validate(github, checkout)).toMatchObject({ exitCode: 0 });
  expect(github.state.comments).toHaveLength(1);
});

test.each([
  ["404", refusals.notFound],
  ["422", refusals.invalid],
])("a comment that GitHub answers with %s is said once and fails nothing", async (status, effect) => {
  using checkout = checkOut(platform(1), platform(2));
  await using github = await startFakeGitHub();
  github.faults.push({ method: "POST", path: conversation, effect });
  const { exitCode, log, outputs } = await validate(github, checkout);
  expect(exitCode).toBe(0);
  expect(log.match(/No comment on the pull request/gu)).toHaveLength(1);
  expect(log).toContain(`GitHub said ${status}`);
  expect(outputs["comment-url"]).toBe("");
});

test("wrong inputs are all named at once, before anything happens", async () => {
  using checkout = checkOut(platform(1), platform(2));
  await using github = await startFakeGitHub();
  const { exitCode, commands, summary } = await validate(github, checkout, { cache: "yes", "fail-on": "fatal" });
  expect(exitCode).toBe(1);
  const errors = commands.filter(({ name }) => name === "error");
  expect(errors).toHaveLength(1);
  expect(errors[0]?.message).toMatch(/fail-on: .*cache: .*\(SLW-CONFIG\)/su);
  expect(github.requests).toEqual([]);
  expect(summary).toBe("");
});

test("a fork's read-only token is said once, and the companion puts the report on the pull request", async () => {
  using checkout = checkOut(platform(1), platform(2));
  const pull = { number: 7, headSha: checkout.head, headRef: "topic", headRepository: "mallory/platform", open: true };
  await using github = await startFakeGitHub({
    viewer: { login: "github-actions[bot]", canWrite: false },
    pulls: [pull],
  });
  const run = await validate(github, checkout, {}, "mallory/platform");
  expect(run.exitCode).toBe(0);
  expect(run.log.match(/read-only token/gu)).toHaveLength(1);
  expect(run.summary).toContain("## slipway");
  expect(github.state.comments).toEqual([]);
  expect(github.state.artifacts.map(({ name }) => name)).toContain("slipway-comment-manifests");

  github.state.viewer.canWrite = true;
  const head_repository = { name: "platform", owner: { login: "mallory" } };
  const workflow_run = { id: 5, event: "pull_request", head_sha: checkout.head, head_branch: "topic", head_repository };
  const companion = () =>
    runStep({
      action: "validate-comment",
      event: { name: "workflow_run", payload: { workflow_run }, sha: checkout.base },
      workspace: checkout.directory,
      apiUrl: github.url,
    });
  const first = await companion();
  expect(first).toMatchObject({ exitCode: 0, outputs: { "comment-url": expect.stringMatching(/#issuecomment-/u) } });
  const comments = structuredClone(github.state.comments);
  expect(comments[0]?.body).toMatch(/as written by \[a run on a fork\][^]*> ## slipway/u);
  github.requests.length = 0;
  await companion();
  expect(github.writes()).toEqual([]);
  expect(github.state.comments).toEqual(comments);
});

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

import { type RollbackCommandOptions, runRollback } from "../../src/cli/rollback-command.ts";
import { startFakeGitHub } from "./fake-github.ts";
import { refusals } from "./faults.ts";

const github = "https://github.com/acme/platform.git";
const settings = (motto: string): string => `apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: web }
data: { motto: "${motto}" }
`;
const application = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: web, namespace: argocd }
spec:
  project: default
  source: { repoURL: "${github}", targetRevision: HEAD, path: apps/web }
  destination: { server: https://kubernetes.default.svc, namespace: web }
`;

/** A clone whose `origin` is on GitHub but is pushed to a repository of this machine. */
function clone() {
  const folder = mkdtempSync(join(tmpdir(), "slipway-rollback-test-"));
  const [root, served] = [join(folder, "clone"), join(folder, "served.git")];
  const git = (...args: string[]): string => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  const commit = (files: Record<string, string>, message: string): string => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    git("add", "--all");
    git("commit", "--quiet", "--message", message);
    return git("rev-parse", "HEAD");
  };
  mkdirSync(root);
  execFileSync("git", ["init", "--quiet", "--bare", served]);
  git("init", "--quiet", "--initial-branch=main");
  for (const [name, value] of Object.entries({ "user.name": "Test", "user.email": "test@example.test" }))
    git("config", name, value);
  git("remote", "add", "origin", github);
  git("remote", "set-url", "--push", "origin", served);
  const good = commit({ "argocd/web.yaml": application, "apps/web/settings.yaml": settings("good") }, "feat: a motto");
  commit({ "apps/web/settings.yaml": settings("bad"), "README.md": "elsewhere" }, "feat: a better motto");
  const pushed = (): string =>
    execFileSync("git", ["for-each-ref", "--format=%(refname:short)"], { cwd: served, encoding: "utf8" }).trim();
  const shown = (ref: string, path: string): string =>
    execFileSync("git", ["show", `${ref}:${path}`], { cwd: served, encoding: "utf8" });
  return { root, good, git, pushed, shown, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

async function slipwayRollback(
  { root, good }: { root: string; good: string },
  env: Record<string, string>,
  options: Partial<RollbackCommandOptions> = {},
): Promise<string> {
  const said: string[] = [];
  const out = (text: string): void => void said.push(text);
  const terminal = { out, err: out, width: undefined, colour: false, live: false, env: { ...process.env, ...env } };
  const code = await runRollback("web", good, { root, ...options }, terminal, new AbortController().signal);
  expect(code).toBe(0);
  return said.join("");
}

const nobody = { GH_TOKEN: "", GITHUB_TOKEN: "", GITHUB_SERVER_URL: "", GITHUB_API_URL: "" };

test("a rollback is pushed and becomes a pull request, once", async () => {
  using work = clone();
  await using fake = await startFakeGitHub();
  const env = { ...nobody, GH_TOKEN: "secret-token", GITHUB_API_URL: fake.url };
  const branch = `rollback/web-${work.good.slice(0, 7)}`;

  expect(await slipwayRollback(work, env)).toContain("Pull request opened: https://github.com/acme/platform/pull/1\n");
  expect(work.pushed()).toBe(branch);
  expect(work.shown(branch, "apps/web/settings.yaml")).toBe(settings("good"));
  expect(work.shown(branch, "README.md")).toBe("elsewhere");
  expect(readFileSync(join(work.root, "apps/web/settings.yaml"), "utf8")).toBe(settings("bad"));
  expect(fake.state.pulls).toMatchObject([
    {
      headRef: branch,
      baseRef: "main",
      title: `revert: web to ${work.good.slice(0, 7)}`,
      body: expect.stringMatching(/^The files that web is made of[\s\S]*- feat: a better motto \(\w+\)$/u),
    },
  ]);

  expect(await slipwayRollback(work, env)).toContain(
    "Pull request there already: https://github.com/acme/platform/pull/1\n",
  );
  expect(fake.writes()).toEqual(["POST /repos/acme/platform/pulls"]);
});

test("without a token, or told not to push, it prints the commands", async () => {
  using work = clone();
  const commands = `git push origin rollback/web-${work.good.slice(0, 7)} && gh pr create --head`;
  expect(await slipwayRollback(work, nobody)).toContain(commands);
  expect(await slipwayRollback(work, { ...nobody, GITHUB_TOKEN: "secret-token" }, { push: false })).toContain(commands);
  expect(work.pushed()).toBe("");
});

test("without a token, a named remote is pushed to", async () => {
  using work = clone();
  expect(await slipwayRollback(work, nobody, { push: "origin" })).toMatch(/Pushed to origin\.[^]*gh pr create --head/u);
  expect(work.pushed()).toMatch(/^rollback\/web-/u);
});

test("a token that may not write is told as such, with the command to do it by hand", async () => {
  using work = clone();
  await using fake = await startFakeGitHub({ viewer: { login: "github-actions[bot]", canWrite: false } });
  const env = { ...nobody, GITHUB_TOKEN: "secret-token", GITHUB_API_URL: fake.url };
  await expect(slipwayRollback(work, env)).rejects.toMatchObject({
    code: "SLW-GITHUB",
    message: /token is read-only; grant the job `pull-requests: write`/u,
    hint: /^open it by hand: gh pr create/u,
  });
});

test("nothing is pushed to a repository that GitHub does not know", async () => {
  using work = clone();
  await using fake = await startFakeGitHub();
  fake.faults.push({ method: "GET", path: /\/pulls$/u, effect: refusals.notFound });
  const env = { ...nobody, GITHUB_TOKEN: "secret-token", GITHUB_API_URL: fake.url };
  await expect(slipwayRollback(work, env)).rejects.toMatchObject({ code: "SLW-GITHUB", message: /GitHub said 404/u });
  expect(work.pushed()).toBe("");
});

test("a branch that somebody else has pushed is left as it is", async () => {
  using work = clone();
  const branch = `rollback/web-${work.good.slice(0, 7)}`;
  work.git("push", "--quiet", "origin", `main:refs/heads/${branch}`);
  work.git("commit", "--quiet", "--amend", "--message", "feat: reworded");
  await expect(slipwayRollback(work, nobody, { push: "origin" })).rejects.toMatchObject({
    code: "SLW-GIT",
    message: /! \[rejected\] .*non-fast-forward/u,
  });
  expect(work.shown(branch, "apps/web/settings.yaml")).toBe(settings("bad"));
});

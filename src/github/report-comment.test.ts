import { expect, test } from "vitest";

import type { RunContext } from "./events.ts";
import type { ReportComment } from "./report-comment.ts";
import { commentReport } from "./report-comment.ts";

const context: RunContext = {
  event: "pull_request",
  repository: { owner: "acme", name: "platform" },
  sha: "a".repeat(40),
  runId: 1,
  // Nothing listens here: what asks GitHub anything fails.
  apiUrl: "http://127.0.0.1:1",
  serverUrl: "https://github.com",
  pullRequest: { number: 7, headSha: "b".repeat(40), isFork: false },
};
const comment: ReportComment = { mode: "always", name: "manifests", body: "report", newsworthy: true, token: "t" };

function comments(context: RunContext, rest: Partial<ReportComment>) {
  const said: string[] = [];
  const ports = {
    log: { debug: () => {}, warning: () => {}, info: (line: string) => void said.push(line) },
    clock: { now: () => 0, sleep: async () => {} },
    artifacts: { upload: () => Promise.reject(new Error("uploaded")) },
    directory: "/nowhere",
  };
  return commentReport(context, { ...comment, ...rest }, ports).then((outcome) => ({ outcome, said }));
}

test("without a pull request, or when none is wanted, there is no comment and nothing to say about it", async () => {
  const { pullRequest: _, ...push } = context;
  expect(await comments(push, {})).toEqual({ outcome: undefined, said: [] });
  expect(await comments(context, { mode: "never" })).toEqual({ outcome: undefined, said: [] });
});

test("without a token the reason is said once", async () => {
  const { outcome, said } = await comments(context, { token: undefined });
  expect(outcome).toMatchObject({ commented: false, reason: "there is no token" });
  expect(said).toEqual(["No comment on the pull request: there is no token. The job summary has the report"]);
});

test("a GitHub that cannot be reached costs the comment, not the report", async () => {
  const { outcome, said } = await comments(context, {});
  expect(outcome).toMatchObject({ commented: false, kind: "unreachable" });
  expect(said.at(-1)).toMatch(/^No comment on the pull request: GitHub did not answer/u);
});

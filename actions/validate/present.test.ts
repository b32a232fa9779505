import { expect, test } from "vitest";

import type { RunContext } from "../../src/github/events.ts";
import type { Report } from "../../src/model/report.ts";
import type { FailOn } from "../../src/report/verdict.ts";
import { change, finding, report } from "../../src/report/report.fixture.ts";
import { present } from "./present.ts";

const context: RunContext = {
  event: "pull_request",
  repository: { owner: "acme", name: "platform" },
  sha: "c".repeat(40),
  runId: 1,
  apiUrl: "https://api.github.com",
  serverUrl: "https://github.com",
  pullRequest: { number: 7, headSha: "b".repeat(40), isFork: false },
};
const at = [{ file: "web.yaml", line: 7, column: 3 }];

function shown(rest: Partial<Report>, failOn: FailOn = "error", root = ".") {
  return present(report(rest), { root, failOn }, context);
}

test("changed Applications are named once, in order, with those that come and go", () => {
  const changes = [
    change("web", "ConfigMap web/a"),
    change("web", "ConfigMap web/b"),
    change("api", "ConfigMap api/a"),
  ];
  const { outputs, newsworthy } = shown({ changes, applicationChanges: [{ application: "new", kind: "added" }] });
  expect(outputs["changed-applications"]).toEqual(["api", "new", "web"]);
  expect(newsworthy).toBe(true);
});

test("with neither change nor finding there is nothing to tell", () => {
  expect(shown({ changes: [], findings: [] })).toMatchObject({ newsworthy: false, annotations: [] });
});

test("annotations carry GitHub's names for the place, from the repository's root", () => {
  const findings = [finding("schema/invalid", { at })];
  expect(shown({ findings }, "error", "./platform").annotations).toMatchObject([
    { level: "error", properties: { file: "platform/web.yaml", startLine: 7, startColumn: 3 } },
  ]);
});

test("links lead to the author's commit, not to GitHub's merge of it", () => {
  const { summary } = shown({ findings: [finding("schema/invalid", { at })] });
  expect(summary).toContain(`https://github.com/acme/platform/blob/${"b".repeat(40)}/web.yaml#L7`);
});

test.each<[FailOn, number, number, string | undefined]>([
  ["error", 0, 2, undefined],
  ["error", 2, 1, "Slipway found 2 errors; the job summary has each with its place and what to do"],
  ["warning", 0, 1, "Slipway found 1 warning; the job summary has each with its place and what to do"],
  ["warning", 1, 2, "Slipway found 1 error and 2 warnings; the job summary has each with its place and what to do"],
  ["never", 3, 0, undefined],
])("fail-on %s with %i errors and %i warnings", (failOn, errors, warnings, expected) => {
  const findings = [
    ...Array.from({ length: errors }, () => finding("schema/invalid", { severity: "error" })),
    ...Array.from({ length: warnings }, () => finding("yaml/octal", { severity: "warning" })),
  ];
  expect(shown({ findings }, failOn).failure).toBe(expected);
});

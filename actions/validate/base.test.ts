import { expect, test } from "vitest";

import type { RunContext } from "../../src/github/events.ts";
import { SlipwayError } from "../../src/model/error.ts";
import { report } from "../../src/report/report.fixture.ts";
import { chooseBase, withBaseName } from "./base.ts";

const context: RunContext = {
  event: "pull_request",
  repository: { owner: "acme", name: "platform" },
  sha: "c".repeat(40),
  runId: 1,
  apiUrl: "https://api.github.com",
  serverUrl: "https://github.com",
  base: { ref: "main", revisions: ["merge^1", "tip"] },
};

function clone(...revisions: string[]) {
  return async (revision: string) => {
    if (!revisions.includes(revision)) throw new SlipwayError("SLW-BASE", `${revision} is not in this clone`);
  };
}

test("the base is the first revision that the clone has", async () => {
  expect(await chooseBase(undefined, context, clone("merge^1", "tip"))).toBe("merge^1");
  expect(await chooseBase(undefined, context, clone("tip"))).toBe("tip");
});

test("a shallow clone is given a revision to explain its absence with", async () => {
  expect(await chooseBase(undefined, context, clone())).toBe("tip");
});

test("what the workflow asks for is taken as it is", async () => {
  expect(await chooseBase("v1.0", context, clone())).toBe("v1.0");
});

test("a schedule compares with nothing", async () => {
  const { base: _, ...schedule } = context;
  expect(await chooseBase(undefined, schedule, clone())).toBeUndefined();
});

test("another failure of Git is not taken for an absent base", async () => {
  const broken = () => Promise.reject(new SlipwayError("SLW-GIT", "git is not installed"));
  await expect(chooseBase(undefined, context, broken)).rejects.toThrow("git is not installed");
});

test("people read the base branch's name, not the commit that stands for it", () => {
  const given = report({ base: { ref: "merge^1", commit: "d".repeat(40) } });
  expect(withBaseName(given, undefined, context).base).toEqual({ ref: "main", commit: "d".repeat(40) });
  expect(withBaseName(given, "v1.0", context)).toBe(given);
});

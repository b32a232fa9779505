import { expect, test } from "vitest";

import { requestProblems, responseProblems } from "./contract.ts";
import { loadDescription } from "./description.ts";

const description = loadDescription();

function problems(method: string, address: string, body?: unknown) {
  const url = new URL(address, "http://github.test");
  const operation = description.find(method, url.pathname);
  return operation === undefined ? ["unknown"] : requestProblems(description, operation, url.searchParams, body);
}

test("a request that GitHub describes is found, a literal segment before a parameter", () => {
  expect(description.find("PATCH", "/repos/o/r/issues/comments/7")?.id).toBe("issues/update-comment");
  expect(description.find("GET", "/repos/o/r/issues/7/comments")).toMatchObject({
    id: "issues/list-comments",
    path: { owner: "o", repo: "r", issue_number: "7" },
  });
  expect(description.find("GET", "/repos/o/r/remarks")).toBeUndefined();
});

test.each([
  ["GET", "/repos/o/r/issues/seven/comments", undefined, /path issue_number/u],
  ["GET", "/repos/o/r/issues/7/comments?perpage=100", undefined, /query perpage is not in the description/u],
  ["GET", "/repos/o/r/pulls?state=merged", undefined, /query state/u],
  ["POST", "/repos/o/r/issues/7/comments", undefined, /needs a body/u],
  ["POST", "/repos/o/r/issues/7/comments", { text: "hello" }, /body/u],
  ["DELETE", "/repos/o/r/issues/comments/7", { body: "x" }, /takes no body/u],
])("%s %s with %o is refused", (method, path, body, problem) => {
  expect(problems(method, path, body).join()).toMatch(problem);
});

test("a request as GitHub wants it is accepted", () => {
  expect(problems("GET", "/repos/o/r/issues/7/comments?per_page=100&page=2")).toEqual([]);
  expect(problems("POST", "/repos/o/r/issues/7/comments", { body: "hello" })).toEqual([]);
});

test("an answer must have the described shape and status", () => {
  const operation = description.find("GET", "/repos/o/r/issues/7/comments");
  if (operation === undefined) throw new Error("no such operation");
  expect(responseProblems(description, operation, 200, description.example("issue-comment-items"))).toEqual([]);
  expect(responseProblems(description, operation, 200, [{ id: "seven" }])).toHaveLength(1);
  expect(responseProblems(description, operation, 418, {})).toHaveLength(1);
  expect(responseProblems(description, operation, 403, { message: "no" })).toEqual([]);
});

import { expect, test } from "vitest";

import { SlipwayError } from "../src/model/error.ts";
import { failureSentence } from "./run-action.ts";

test("an expected failure says what happened, what to do next and its code", () => {
  const error = new SlipwayError("SLW-BASE", "the base is not in this clone", { hint: "set `fetch-depth: 0`" });
  expect(failureSentence(error)).toBe("the base is not in this clone. set `fetch-depth: 0` (SLW-BASE)");
});

test("a mistake of ours asks to be reported", () => {
  expect(failureSentence(new TypeError("x is not a function"))).toMatch(
    /mistake of its own: x is not a function\. Please report/u,
  );
  expect(failureSentence("text")).toMatch(/: text\./u);
});

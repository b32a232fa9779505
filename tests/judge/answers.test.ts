import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/model/resource.ts";
import { answerOf } from "./answers.ts";

const failure = (rest: JsonObject): JsonObject => ({ kind: "Status", status: "Failure", ...rest });

describe("an API server's answer", () => {
  it("is accepted where it is an object", () => {
    expect(answerOf({ kind: "Pod", status: { phase: "Pending" } })).toEqual({ verdict: "accepted", errors: [] });
  });

  it("is the sorted set of causes", () => {
    const causes = [
      { field: "spec.b", reason: "FieldValueRequired", message: "one" },
      { field: "spec.a", reason: "FieldValueInvalid", message: "two" },
      { field: "spec.a", reason: "FieldValueInvalid", message: "three" },
    ];
    expect(answerOf(failure({ reason: "Invalid", details: { causes } }))).toEqual({
      verdict: "rejected",
      errors: [
        ["spec.a", "FieldValueInvalid"],
        ["spec.b", "FieldValueRequired"],
      ],
    });
  });

  it("names the fields of a strict decoding error, with or without causes", () => {
    const message = 'strict decoding error: unknown field "spec.x[0].y", duplicate field "spec.z"';
    const causes = [{ field: "patch", reason: "FieldValueInvalid" }];
    const expected = [
      ["spec.x[0].y", "UnknownField"],
      ["spec.z", "DuplicateField"],
    ];
    expect(answerOf(failure({ message, reason: "BadRequest" })).errors).toEqual(expected);
    expect(answerOf(failure({ message, reason: "Invalid", details: { causes } })).errors).toEqual(expected);
  });

  it("is its reason alone where there are no causes, or only a patch that does not fit", () => {
    const causes = [{ field: "patch", reason: "FieldValueInvalid" }];
    expect(answerOf(failure({ reason: "Forbidden", message: "no" })).errors).toEqual([["", "Forbidden"]]);
    expect(answerOf(failure({ message: "bad", details: { causes } })).errors).toEqual([["", "BadRequest"]]);
  });
});

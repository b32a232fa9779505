import { EngineError } from "go-wasm-host";
import { HelmError } from "helm-wasm";
import { describe, expect, test } from "vitest";
import { describeFailure, failureError } from "./failure.ts";

const acrossThreads = (thrown: unknown) => failureError(structuredClone(describeFailure(thrown)));

describe("a failure on its way from a worker", () => {
  test("stays the EngineError that it is, also when another copy of the class made it", () => {
    class Another extends Error {
      override readonly name = "EngineError";
      readonly code = "limit";
      readonly detail = "in detail";
    }
    for (const error of [new EngineError("limit", "too much", { detail: "in detail" }), new Another("too much")]) {
      const arrived = acrossThreads(error);
      expect(arrived).toBeInstanceOf(EngineError);
      expect(arrived).toMatchObject({ code: "limit", message: "too much", detail: "in detail" });
    }
  });

  test("keeps where Helm says to look", () => {
    const location = { file: "chart/values.yaml", line: 3, column: 1 };
    for (const where of [{ location }, {}]) {
      const arrived = acrossThreads(new HelmError({ message: "bad", detail: "worse", ...where }));
      expect(arrived).toBeInstanceOf(HelmError);
      expect(arrived).toMatchObject({ code: "invalid", message: "bad", detail: "worse", ...where });
    }
  });

  test.each([[new TypeError("a bug")], [Object.assign(new Error("a bug"), { code: "ENOENT" })], ["a bug"]])(
    "is a crash when it is something else: %s",
    (thrown) => {
      const arrived = acrossThreads(thrown);
      expect(arrived).toMatchObject({ code: "crashed", message: "a bug" });
      expect(arrived.detail).toContain("a bug");
    },
  );
});

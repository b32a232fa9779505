import { describe, expect, it } from "vitest";
import { list, run } from "../testing/run-generator.ts";
import { UnknownGenerator } from "./context.ts";

describe("generators only live systems can answer", () => {
  it.each(["scmProvider", "clusterDecisionResource", "plugin", "oci"])(
    "%s is unknown, also inside a matrix",
    async (kind) => {
      await expect(run({ [kind]: {} })).rejects.toThrow(UnknownGenerator);
      await expect(run({ matrix: { generators: [list({ a: "1" }), { [kind]: {} }] } })).rejects.toThrow(
        UnknownGenerator,
      );
    },
  );
});

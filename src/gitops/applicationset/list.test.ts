import { describe, expect, it } from "vitest";
import { go, list, run } from "../testing/run-generator.ts";

describe("the list generator", () => {
  it("flattens values and refuses other types in classic mode", async () => {
    expect(await run(list({ name: "a", values: { size: "2" } }))).toEqual([{ name: "a", "values.size": "2" }]);
    await expect(run(list({ replicas: 3 }))).rejects.toThrow("`replicas` of element 0 is not a string");
  });

  it("keeps data as it is with goTemplate and appends elementsYaml", async () => {
    const generator = { list: { elements: [{ name: "a", n: 1 }], elementsYaml: "- {name: b, on: yes}\n" } };
    expect(await run(generator, go)).toEqual([
      { name: "a", n: 1 },
      { name: "b", true: true },
    ]);
  });
});

import { nativeTool } from "go-wasm-host/testing";
import { describe, expect, test } from "vitest";
import { createKustomize } from "../src/index.ts";
import { cases } from "./corpus.ts";
import { buildNatively } from "./native.ts";

const native = nativeTool({ name: "kustomize", module: "sigs.k8s.io/kustomize/kustomize/v5", version: "v5.8.2" });
const kustomize = await createKustomize();

describe.skipIf(!native)("native kustomize 5.8.2", () => {
  const build = (input: (typeof cases)[number]) =>
    buildNatively(native ?? "", { ...input.request, input: input.input });

  test.each(cases.filter(({ fails }) => !fails))("prints the same for $name", async (input) => {
    const printed = build(input);
    await expect(printed).toMatchFileSnapshot(input.expected);
    expect(kustomize.build(input.request).yaml).toBe(printed);
  });

  test.each(cases.filter(({ fails }) => fails))("also fails for $name", (input) => {
    expect(() => build(input)).toThrow("Command failed");
  });
});

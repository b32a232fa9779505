import { describe, expect, test } from "vitest";
import { Pack } from "../../packages/kubeconform-wasm/src/schemas/pack.ts";
import type { JsonObject } from "../../packages/kubeconform-wasm/src/json.ts";
import { writePack } from "./write-pack.ts";
import type { PackInput } from "./write-pack.ts";

function input(definitions: Record<string, JsonObject>, kinds: Record<string, "N" | "C" | undefined> = {}): PackInput {
  return {
    definitions: new Map(Object.entries(definitions)),
    kinds: new Map(
      Object.entries(kinds).map(([kind, scope]) => [`v1/${kind}`, { apiVersion: "v1", kind, definition: kind, scope }]),
    ),
  };
}

const versions = ["1.1.0", "1.2.0", "1.3.0"];
const string = { type: "string" };
const integer = { type: "integer" };
const { bytes, lines } = writePack(versions, [
  input({ A: string, B: integer, Gone: string }, { A: "N", Gone: "C" }),
  input({ A: string, B: string, Gone: string }, { A: "N", Gone: "C" }),
  input({ A: string, B: string, New: integer }, { A: "N", New: undefined }),
]);
const pack = new Pack(bytes);

describe("a pack", () => {
  test("stores what versions and definitions agree on once", () => {
    expect(lines).toBe(2);
  });

  test("gives each version its own definitions back", () => {
    const at = (name: string) => versions.map((_version, number) => pack.definition(name, number));
    expect(at("A")).toEqual([string, string, string]);
    expect(at("B")).toEqual([integer, string, string]);
    expect(at("Gone")).toEqual([string, string, undefined]);
    expect(at("New")).toEqual([undefined, undefined, integer]);
    expect(at("toString")).toEqual([undefined, undefined, undefined]);
  });

  test("knows in which versions a kind exists, and its scope", () => {
    const known = [...pack.kinds.values()].map(({ kind, scope, versions: mask }) => [kind, scope, mask.toString(2)]);
    expect(known).toEqual([
      ["A", "Namespaced", "111"],
      ["Gone", "Cluster", "11"],
      ["New", undefined, "100"],
    ]);
  });

  test("is the same whatever order its sources are in", () => {
    const one = writePack(["1"], [input({ A: { type: "object", required: ["a"] }, B: string })]);
    const other = writePack(["1"], [input({ B: string, A: { required: ["a"], type: "object" } })]);
    expect(one.bytes.equals(other.bytes)).toBe(true);
  });

  test("refuses a kind that changes its scope, which the format cannot say", () => {
    expect(() => writePack(["1", "2"], [input({ A: string }, { A: "N" }), input({ A: string }, { A: "C" })])).toThrow(
      "v1/A",
    );
  });
});

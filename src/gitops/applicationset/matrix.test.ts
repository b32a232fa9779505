import { describe, expect, it } from "vitest";
import { git, go, list, run } from "../testing/run-generator.ts";

describe("matrix and merge", () => {
  it("renders the second generator with the first one's parameters", async () => {
    const generators = [list({ env: "eu" }, { env: "us" }), git({ files: [{ path: "config/{{env}}/dev.*" }] })];
    const found = await run({ matrix: { generators } });
    expect(found.map((one) => [one["env"], one["cluster.name"]])).toEqual([
      ["eu", "eu-dev"],
      ["us", "us-1"],
      ["us", "us-2"],
    ]);
  });

  it("refuses two values for one key in classic mode, and lets the first generator win with goTemplate", async () => {
    const generators = [list({ name: "a" }), list({ name: "b", extra: "x" })];
    await expect(run({ matrix: { generators } })).rejects.toThrow("both generators of the matrix set `name`");
    expect(await run({ matrix: { generators } }, go)).toEqual([{ name: "a", extra: "x" }]);
  });

  it("selects within a nested generator and after the whole", async () => {
    const nested = { ...list({ b: "1" }, { b: "2" }), selector: { matchLabels: { b: "2" } } };
    const whole = {
      matrix: { generators: [list({ a: "1" }, { a: "2" }), nested] },
      selector: { matchLabels: { a: "1" } },
    };
    expect(await run(whole)).toEqual([{ a: "1", b: "2" }]);
  });

  it("nests a matrix in a matrix, and no deeper", async () => {
    const pair = (inner: object): object => ({ matrix: { generators: [list({ a: "1" }), inner] } });
    expect(await run(pair(pair(list({ b: "2" }))))).toEqual([{ a: "1", b: "2" }]);
    await expect(run(pair(pair(pair(pair(list({ b: "2" }))))))).rejects.toThrow("nest at most twice");
  });

  it.each([
    [{ matrix: { generators: [list()] } }, "exactly two generators"],
    [{ matrix: { generators: [{ ...list(), clusters: {} }, list()] } }, "more than one generator"],
    [{ merge: { generators: [list()], mergeKeys: ["a"] } }, "at least two generators"],
    [{ merge: { generators: [list(), list()], mergeKeys: [] } }, "at least one of `mergeKeys`"],
    [{ merge: { generators: [list({ a: "1" }, { a: "1" }), list()], mergeKeys: ["a"] } }, "twice"],
    [{}, "names no generator"],
  ])("says what is wrong with %j", async (generator, message) => {
    await expect(run(generator)).rejects.toThrow(message);
  });

  it("overrides the first generator's parameters where all merge keys agree", async () => {
    const generators = [
      list({ name: "a", size: "1" }, { name: "b", size: "1" }),
      list({ name: "b", size: "9" }, { name: "c", size: "9" }),
    ];
    expect(await run({ merge: { generators, mergeKeys: ["name"] } })).toEqual([
      { name: "a", size: "1" },
      { name: "b", size: "9" },
    ]);
  });
});

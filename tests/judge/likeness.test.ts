import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/model/resource.ts";
import { comparable, figure, firstDifference, likeness, total } from "./likeness.ts";

const configMap = (data: JsonObject, annotations?: JsonObject): JsonObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "a", ...(annotations && { annotations }) },
  data,
});

describe("likeness", () => {
  it("counts what either side has, and names the first unequal field or who lacks it", () => {
    const theirs = new Map([
      ["a", configMap({ k: "1", l: "x" })],
      ["b", configMap({})],
      ["c", configMap({ same: "1" })],
    ]);
    const ours = new Map([
      ["a", configMap({ k: "2", l: "y" })],
      ["c", configMap({ same: "1" })],
      ["d", configMap({})],
    ]);
    const found = likeness("app", theirs, ours);
    expect(found).toEqual({
      all: 4,
      identical: 1,
      differences: [
        { application: "app", resource: "a", what: 'data.k: Argo CD has "1", slipway has "2"' },
        { application: "app", resource: "b", what: "Argo CD alone renders it" },
        { application: "app", resource: "d", what: "slipway alone renders it" },
      ],
    });
    expect(figure(total([found, found]), "resources")).toBe("2 of 8 resources identical (25.0 %)");
  });

  it("ignores the tracking annotation and no other", () => {
    const tracked = configMap({}, { "argocd.argoproj.io/tracking-id": "app:/ConfigMap:ns/a" });
    expect(comparable(tracked)).toEqual(configMap({}));
    expect(comparable(configMap({}, { other: "x" }))).toEqual(configMap({}, { other: "x" }));
  });

  it("compares a Secret's keys, whichever of its two maps they are in", () => {
    const secret = (rest: JsonObject): JsonObject => ({ ...configMap({}), kind: "Secret", data: {}, ...rest });
    const given = comparable(secret({ stringData: { a: "x" } }));
    expect(given).toEqual(comparable(secret({ data: { a: "++++" } })));
    expect(given).not.toEqual(comparable(secret({ data: { b: "++++" } })));
  });

  it("tells numbers from texts, null from nothing, and the order of lists", () => {
    expect(firstDifference({ a: [1, 2] }, { a: [1, 2] })).toBeUndefined();
    expect(firstDifference({ a: 1 }, { a: "1" })).toBe('a: Argo CD has 1, slipway has "1"');
    expect(firstDifference({ a: null }, {})).toBe("a: Argo CD has null, slipway has nothing");
    expect(firstDifference({ a: [1, 2] }, { a: [2, 1] })).toBe("a[0]: Argo CD has 1, slipway has 2");
  });
});

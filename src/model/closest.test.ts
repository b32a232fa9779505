import { describe, expect, it } from "vitest";
import { closest } from "./closest.ts";

describe("the closest name", () => {
  it.each([
    ["replicaCuont", ["image", "replicaCount"], "replicaCount"],
    ["resouces", ["resources", "replicas"], "resources"],
    ["ReplicaCount", ["replicaCount"], "replicaCount"],
    ["tag", ["tags", "tog"], "tags"],
  ])("to %s among %j is %s", (word, candidates, expected) => {
    expect(closest(word, candidates)).toBe(expected);
  });

  it("is none where nothing is near", () => {
    expect(closest("observability", ["image", "replicas"])).toBeUndefined();
    expect(closest("a", ["b", "cd"])).toBe("b");
    expect(closest("web", ["web"])).toBeUndefined();
  });
});

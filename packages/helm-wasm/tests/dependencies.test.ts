import { createHash } from "node:crypto";
import { memoryTree } from "go-wasm-host/testing";
import { describe, expect, test } from "vitest";
import { createHelm } from "../src/index.ts";
import { fetching, remoteSchema } from "./cases.ts";
import { filesOf } from "./corpus.ts";

const helm = await createHelm();
const release = { chart: "", releaseName: "demo" };

test("dependencies that are not in the tree are named once each, and nothing is rendered", () => {
  const { needs, yaml, resources } = helm.template({
    tree: memoryTree(filesOf(fetching.before)),
    ...fetching.before.request,
  });
  expect(needs).toEqual([
    { repository: "https://charts.example.com", chart: "cache", version: "^2" },
    { repository: "oci://registry.example.com/charts", chart: "oci", version: "1.0.0" },
  ]);
  expect([yaml, resources]).toEqual(["", []]);
});

describe("a lock", () => {
  const declared = { name: "cache", version: "^2", repository: "https://charts.example.com" };
  const locked = { ...declared, version: "2.4.1" };
  const treeWith = (digest: string) =>
    memoryTree({
      "Chart.yaml": JSON.stringify({ apiVersion: "v2", name: "web", version: "0.1.0", dependencies: [declared] }),
      "Chart.lock": JSON.stringify({
        dependencies: [locked],
        digest: `sha256:${digest}`,
        generated: "2024-01-01T00:00:00Z",
      }),
    });

  test("decides the version that is needed", () => {
    const digest = createHash("sha256")
      .update(JSON.stringify([[declared], [locked]]))
      .digest("hex");
    const { repository, version } = locked;
    expect(helm.template({ tree: treeWith(digest), ...release }).needs).toEqual([
      { repository, chart: "cache", version },
    ]);
  });

  test("that was made for other dependencies is an error, as in helm dependency build", () => {
    const error = "Chart.lock was not made for the dependencies in Chart.yaml";
    expect(() => helm.template({ tree: treeWith("0".repeat(64)), ...release })).toThrow(error);
  });
});

test("a dependency elsewhere in the tree is read from there, and outside it is refused", () => {
  const tree = memoryTree(filesOf(fetching.before));
  expect(() => helm.template({ tree, chart: "outside", releaseName: "demo" })).toThrow("is outside the file tree");
});

test("a schema on the web is not fetched, and the chart still renders", () => {
  const { resources, warnings } = helm.template({ tree: memoryTree(filesOf(remoteSchema)), ...remoteSchema.request });
  expect(resources).toHaveLength(1);
  expect(warnings).toEqual([
    "the values are not checked against the chart's schema, because it refers to https://schemas.example.com/pod.json",
  ]);
});

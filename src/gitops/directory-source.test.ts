import { beforeAll, describe, expect, it } from "vitest";
import type { Engines } from "./contracts.ts";
import { directEngines } from "./testing/engines.ts";
import { here, oneApplication, resourceNames } from "./testing/one-application.ts";
import { configMapYaml } from "./testing/repository.ts";

let engines: Engines;
beforeAll(async () => {
  engines = await directEngines();
});

describe("directory sources", () => {
  const files = {
    "dir/a.yaml": `${configMapYaml("a")}---\n# nothing\n---\n${configMapYaml("a2")}`,
    "dir/b.json":
      '{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"n","namespace":"wrong"}}]}',
    "dir/values.yaml": "just: values\n",
    "dir/skipped.yaml": `# +argocd:skip-file-rendering\n${configMapYaml("skipped")}`,
    "dir/sub/c.yml": configMapYaml("c"),
    "dir/sub/env-dev/d.yaml": configMapYaml("d"),
    "dir/null.yaml": "apiVersion: v1\nkind: ConfigMapList\nitems: null\n",
  };

  it("takes manifests of the folder alone, apart from Lists and other YAML, and settles namespaces by scope", async () => {
    const app = await oneApplication(engines, { source: here({ path: "dir" }) }, { files });
    expect(resourceNames(app)).toEqual(["ConfigMap shop/a", "ConfigMap shop/a2", "Namespace /n"]);
    expect(app.rendered.resources[1]?.origin[0]).toEqual({ file: "dir/a.yaml", line: 10, column: 1 });
  });

  it.each([
    [{ recurse: true }, ["a", "a2", "n", "c", "d"]],
    [{ recurse: true, include: "{a.yaml,sub/*}" }, ["a", "a2", "c", "d"]],
    [{ recurse: true, exclude: "*env-dev*" }, ["a", "a2", "n", "c"]],
    [{ recurse: true, include: "*.y{,a}ml", exclude: "{a,c}.y*" }, ["c", "d"]],
  ])("walks with %j", async (directory, expected) => {
    const app = await oneApplication(engines, { source: here({ path: "dir", directory }) }, { files });
    expect(app.rendered.resources.map(({ id }) => id.name)).toEqual(expected);
  });

  it("says once that Jsonnet is not evaluated and renders the rest", async () => {
    const app = await oneApplication(
      engines,
      { source: here({ path: "dir" }) },
      { files: { ...files, "dir/x.jsonnet": "{}" } },
    );
    expect(app.rendered.findings).toMatchObject([
      { rule: "gitops/jsonnet", severity: "notice", at: [{ file: "dir/x.jsonnet" }, {}] },
    ]);
    expect(app.report).toMatchObject({ status: "rendered", resources: 3 });
  });

  it.each([
    ["bad.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x\n", "dir/bad.yaml cannot be read as manifests"],
    [
      "two.json",
      '{"apiVersion":"v1","kind":"A","metadata":{}} {"apiVersion":"v1","kind":"B"}',
      "dir/two.json cannot be read as manifests",
    ],
    [
      "bare.yaml",
      `${configMapYaml("x")}spec: {a: {{ a }}}\n`,
      "dir/bare.yaml cannot be read as manifests: a value that begins with {{ is not in quotes",
    ],
    ["half.yaml", `${configMapYaml("x")}---\nno: kind\n`, "dir/half.yaml cannot be read as manifests"],
  ])("fails with the file and line on %s", async (name, text, message) => {
    const app = await oneApplication(
      engines,
      { source: here({ path: "dir" }) },
      { files: { ...files, [`dir/${name}`]: text } },
    );
    expect(app.report.status).toBe("failed");
    expect(app.rendered.findings).toMatchObject([
      { rule: "render/failed", message: expect.stringContaining(message), at: [{ file: `dir/${name}` }, {}] },
    ]);
  });
});

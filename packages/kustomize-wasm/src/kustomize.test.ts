import { memoryTree } from "go-wasm-host/testing";
import { describe, expect, test } from "vitest";
import { compileKustomize, createKustomize, EngineError } from "./index.ts";
import type { BuildRequest } from "./index.ts";

const module = await compileKustomize();
const kustomize = await createKustomize(module);

const configMap = (name: string, data = "{}") =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: ${data}\n`;
const build = (files: Record<string, string>, request: Partial<BuildRequest> = {}) =>
  kustomize.build({ tree: memoryTree(files), path: "", ...request });

describe("a build", () => {
  const files = {
    "base/kustomization.yaml": "resources: [a.yaml]\nconfigMapGenerator: [{name: made, literals: [k=v]}]\n",
    "base/a.yaml": configMap("a", '{n: "1"}'),
    "base/unused.yaml": "",
    "overlay/kustomization.yaml": "resources: [../base, b.yaml]\nnamePrefix: o-\n",
    "overlay/b.yaml": "apiVersion: x/v1\nkind: X\nmetadata: {name: b}\nspec: {replicas: 3, big: 1234567890123}\n",
  };

  test("gives each resource with the file it comes from", () => {
    const { resources } = build(files, { path: "overlay" });
    expect(resources.map(({ manifest, origin }) => [manifest["kind"], origin?.path])).toEqual([
      ["ConfigMap", "base/a.yaml"],
      ["ConfigMap", "base/kustomization.yaml"],
      ["X", "overlay/b.yaml"],
    ]);
    expect(resources[2]?.manifest["spec"]).toEqual({ replicas: 3, big: 1234567890123 });
  });

  test("writes no YAML for whoever wants the resources only", () => {
    const { yaml, resources } = build(files, { path: "overlay", resourcesOnly: true });
    expect(yaml).toBe("");
    expect(resources).toEqual(build(files, { path: "overlay" }).resources);
  });

  test("records what it read and missed, and lists no directory", () => {
    const { reads } = build(files, { path: "overlay" });
    expect(reads.filter(({ op }) => op === "list")).toEqual([]);
    expect(reads.filter(({ found }) => found).map(({ path }) => path)).toEqual([
      "overlay/kustomization.yaml",
      "base/kustomization.yaml",
      "base/a.yaml",
      "overlay/b.yaml",
    ]);
    expect(reads).toContainEqual({ op: "read", path: "base/kustomization.yml", found: false });
  });

  test("records the kustomization as it is in the tree, although options edit it", () => {
    const { reads, yaml } = build(files, { path: "overlay", options: { nameSuffix: "-s" } });
    expect(reads).toContainEqual({ op: "read", path: "overlay/kustomization.yaml", found: true });
    expect(yaml).toContain("name: o-a-s\n");
    expect(build(files, { path: "overlay" }).yaml).not.toContain("-s\n");
  });

  test("follows a link to where its own references hold", () => {
    const linked = memoryTree({ ...files, "links/base/kustomization.yaml": files["base/kustomization.yaml"] });
    const real = (path: string) => path.replace(/^links\/base/, "base");
    const tree = { read: (path: string) => linked.read(real(path)), list: linked.list, realPath: real };
    const { resources, reads } = kustomize.build({ tree, path: "links/base" });
    expect(resources[0]?.origin).toEqual({ path: "base/a.yaml" });
    expect(reads).toContainEqual({ op: "list", path: "links/base", found: true });
  });
});

describe("a build refuses", () => {
  const refusal = (files: Record<string, string>, request?: Partial<BuildRequest>) => {
    try {
      build(files, request);
    } catch (error) {
      if (error instanceof EngineError) return `${error.code}: ${error.message}`;
      throw error;
    }
    throw new Error("nothing was refused");
  };
  const resources = (path: string) => ({ "app/kustomization.yaml": `resources: ["${path}"]\n` });

  test.each(["../../above", "../../../app", "/etc/passwd"])("%s, outside the tree", (path) => {
    expect(refusal(resources(path), { path: "app" })).toMatch(/^refused: ".*" is outside the file tree$/);
  });

  test("a path of its own outside the tree", () => {
    expect(refusal({}, { path: "../x" })).toMatch(/^refused: /);
  });

  test.each(["https://example.com/manifests.yaml", "https://github.com/example/repo//base?ref=v1"])(
    "%s, on the network",
    (url) => {
      expect(refusal(resources(url), { path: "app" })).toBe(
        `refused: "${url}" is on the network, and a build reads nothing but its own file tree`,
      );
    },
  );

  test.each(["git@github.com:example/repo.git//base", "github.com/example/repo", "ssh://git@github.com/example/repo"])(
    "%s, in another repository",
    (url) => {
      expect(refusal(resources(url), { path: "app" })).toMatch(/^refused: ".*" is in another repository/);
    },
  );

  test.each(["apiVersion: example.com/v1", "apiVersion: v1"])("a function or plugin of %s", (version) => {
    const annotations = '{config.kubernetes.io/function: "{exec: {path: ./run.sh}}"}';
    const files = {
      "kustomization.yaml": "resources: [a.yaml]\ntransformers: [t.yaml]\n",
      "a.yaml": configMap("a"),
      "t.yaml": `${version}\nkind: Run\nmetadata: {name: t, annotations: ${annotations}}\n`,
    };
    expect(refusal(files)).toBe(
      'refused: kustomization.yaml: "Run" is a plugin or a function, and a build runs no programs',
    );
  });

  test("what its tree refuses, in the tree's own words", () => {
    const tree = memoryTree({ "kustomization.yaml": "resources: [link.yaml]\n" });
    const escape = new EngineError("refused", "link.yaml leaves the tree");
    const read = (path: string) => {
      if (path === "link.yaml") throw escape;
      return tree.read(path);
    };
    expect(() => kustomize.build({ tree: { ...tree, read }, path: "" })).toThrow(escape);
  });
});

describe("a build that is too much", () => {
  test("is stopped at its memory limit, and the next build works", async () => {
    const small = await createKustomize(module, { memoryLimitBytes: 64 * 1024 ** 2 });
    const many = Array.from({ length: 30_000 }, (_, index) => configMap(`m${index}`)).join("---\n");
    const files = { "kustomization.yaml": "resources: [many.yaml]\n", "many.yaml": many };
    expect(() => small.build({ tree: memoryTree(files), path: "" })).toThrow(
      expect.objectContaining({ code: "limit", message: "the engine needed more than the 64 MB of memory it may use" }),
    );
    expect(
      small.build({ tree: memoryTree({ ...files, "many.yaml": configMap("one") }), path: "" }).resources,
    ).toHaveLength(1);
  });

  test("is refused if its aliases multiply without end", () => {
    const level = (index: number) =>
      `l${index}: &l${index} [${Array(9)
        .fill(index ? `*l${index - 1}` : "x")
        .join(", ")}]\n`;
    const bomb = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: bomb}\n${Array.from({ length: 9 }, (_, index) => level(index)).join("")}`;
    expect(() => build({ "kustomization.yaml": "resources: [bomb.yaml]\n", "bomb.yaml": bomb })).toThrow(
      expect.objectContaining({
        code: "refused",
        message: "bomb.yaml: its aliases stand for more than a million values",
      }),
    );
    expect(build({ "kustomization.yaml": "resources: [a.yaml]\n", "a.yaml": configMap("a") }).resources).toHaveLength(
      1,
    );
  });
});

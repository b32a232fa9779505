import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Tree } from "./contracts.ts";
import { discover } from "./discover.ts";
import { kustomizationFacts } from "./kustomization-facts.ts";
import { readLayout } from "./layout.ts";
import { memoryTree } from "./testing/memory-tree.ts";
import { applicationYaml } from "./testing/repository.ts";

const files = {
  "a.yaml": applicationYaml("a", "x"),
  "chart/Chart.yaml": "name: chart\n",
  "chart/templates/app.yaml": applicationYaml("{{ .Values.x }}", "x"),
  "chart/templates/deep/app.yaml": applicationYaml("y", "x"),
  "chart/files/app.yaml": applicationYaml("in-files", "x"),
  "chart/charts/sub/Chart.yaml": "name: sub\n",
  "chart/charts/sub/templates/app.yaml": applicationYaml("z", "x"),
  "ignored/app.yaml": applicationYaml("ignored", "x"),
  "broken.yaml": "a: [\n",
  "binary.yaml": new Uint8Array([0xff, 0xfe, 0, 1, 2]),
  "notes.txt": applicationYaml("text", "x"),
};

describe("discovery", () => {
  it("finds Applications in any YAML but not in chart templates or ignored files", () => {
    const tree = memoryTree(files);
    const found = discover(
      tree,
      readLayout(tree, (path) => path.startsWith("ignored/")),
    );
    expect(found.applications.map(({ file }) => file)).toEqual(["a.yaml", "chart/files/app.yaml"]);
    expect(found.findings).toEqual([]);
  });

  it("goes on without files that a partial clone does not have, and says so", () => {
    const whole = memoryTree({ ...files, "k/kustomization.yaml": "resources: []\n" });
    const error = Object.assign(new Error("no such blob"), { name: "EngineError" });
    const partial = (lacking: RegExp): Tree => ({
      ...whole,
      read: (path) => {
        if (lacking.test(path)) throw error;
        return whole.read(path);
      },
    });
    const tree = partial(/^a\.yaml$|kustomization/);
    const found = discover(
      tree,
      readLayout(tree, () => false),
    );
    expect(found.applications.map(({ file }) => file)).toEqual(["chart/files/app.yaml", "ignored/app.yaml"]);
    expect(found.findings).toMatchObject([{ rule: "gitops/unreadable-document", at: [{ file: "a.yaml" }] }]);
  });

  it("turns problems into findings with file, line and field", () => {
    const tree = memoryTree({
      "x/app.yaml":
        "apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata: {name: p}\nspec:\n  sourceRepos: all\n",
    });
    expect(discover(tree).findings).toEqual([
      {
        rule: "gitops/invalid-project",
        severity: "error",
        message: "AppProject p: `spec.sourceRepos` must be a list",
        resource: { apiVersion: "argoproj.io/v1alpha1", kind: "AppProject", name: "p" },
        path: "spec.sourceRepos",
        at: [{ file: "x/app.yaml", line: 5, column: 16 }],
        docs: expect.stringMatching(/gitops-invalid-project\.md$/),
      },
    ]);
  });

  it("asks to remember facts by blob id, and reads a file once when they are", () => {
    const known = new Map<string, unknown>();
    const remember = <T>(kind: string, id: string, make: () => T): T => {
      const key = `${kind} ${id}`;
      if (!known.has(key)) known.set(key, make());
      // The same kind and id always hold what `make` of that kind gave.
      return known.get(key) as T;
    };
    const tree = memoryTree(files);
    discover(
      tree,
      readLayout(tree, () => false),
      remember,
    );
    const reads: string[] = [];
    const watched = { ...tree, read: (path: string) => (reads.push(path), tree.read(path)) };
    expect(
      discover(
        watched,
        readLayout(tree, () => false),
        remember,
      ).applications,
    ).toHaveLength(3);
    expect(reads).toEqual([]);
  });

  it("never throws, whatever files hold", () => {
    const content = fc.oneof(
      fc.uint8Array(),
      fc.string().map((noise) => new TextEncoder().encode(`${applicationYaml("a", "x")}${noise}`)),
      fc.string().map((noise) => new TextEncoder().encode(`argoproj.io/ ${noise}\nresources: [${noise}]\n`)),
    );
    const path = fc.constantFrom("a.yaml", "b/kustomization.yaml", "c/Chart.yaml", "c/templates/x.yaml", "d.json");
    fc.assert(
      fc.property(fc.dictionary(path, content), (random) => {
        expect(discover(memoryTree(random)).applications.every(({ valid }) => valid)).toBe(true);
      }),
    );
  });
});

describe("layout", () => {
  const tree = memoryTree({
    "base/kustomization.yaml": "resources: [d.yaml, ../common]\n",
    "base/d.yaml": "",
    "common/kustomization.yml": "resources: [s.yaml]\n",
    "overlays/dev/kustomization.yaml":
      "resources: [../../base]\ncomponents: [../../part]\npatches: [{path: p.yaml}, {patch: 'a: b'}]\n",
    "part/kustomization.yaml": "kind: Component\n",
    "alone/Kustomization": "resources: [https://example.com/remote]\n",
    "lib/Chart.yaml": "type: library\n",
    "app/Chart.yaml": "name: app\n",
    "app/charts/inner/Chart.yaml": "name: inner\n",
    "app/kustomize/kustomization.yaml": "resources: []\n",
  });

  it("takes kustomizations that nothing builds on as roots, components and those in charts never", () => {
    expect(readLayout(tree, () => false).roots).toEqual(["alone", "overlays/dev"]);
  });

  it("follows a kustomization to every file it names", () => {
    expect([...readLayout(tree, () => false).closureOf("overlays/dev")].sort()).toEqual([
      "base/d.yaml",
      "base/kustomization.yaml",
      "common/kustomization.yml",
      "common/s.yaml",
      "overlays/dev/kustomization.yaml",
      "overlays/dev/p.yaml",
      "part/kustomization.yaml",
    ]);
  });

  it("sees outer charts and which are libraries", () => {
    expect([...readLayout(tree, () => false).charts.values()]).toEqual([
      { directory: "app", library: false },
      { directory: "lib", library: true },
    ]);
  });

  it("knows generators' and charts' files by path, and remote or inline ones as none", () => {
    const text =
      "configMapGenerator: [{name: c, files: [key=c/x.txt], envs: [e.env]}]\nhelmCharts: [{valuesFile: v.yaml}]\nresources: ['git@github.com:a/b', 'x?ref=y', z]\npatchesStrategicMerge: ['kind: X\n\n  a: b']\n";
    expect(kustomizationFacts(text).references).toEqual(["z", "c/x.txt", "e.env", "v.yaml"]);
    expect(kustomizationFacts("[broken")).toEqual({ component: false, references: [] });
  });
});

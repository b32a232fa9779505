import { describe, expect, it } from "vitest";
import { rememberNothing } from "../gitops/layout.ts";
import { openWorkingCopy } from "../tree/index.ts";
import { createFolder } from "../tree/testing/repository.ts";
import { checkFiles } from "./check-files.ts";

const broken = "a: b\n  c: d\n";

async function check(
  files: Record<string, string | Uint8Array>,
  read: readonly string[] = [],
  ignore: readonly string[] = [],
) {
  using folder = createFolder(files);
  const tree = await openWorkingCopy(folder.root);
  const reach = { files: new Set(read), outside: new Set<string>() };
  const found = checkFiles({ tree, ignore, reach, applications: [], remember: rememberNothing });
  return found.map(({ rule, severity, at }) => `${at[0]?.file} ${severity} ${rule}`);
}

describe("checking files", () => {
  it("finds errors in what is deployed, and warns of the rest", async () => {
    expect(await check({ "web/a.yaml": broken, "ci/b.yml": broken }, ["web/a.yaml"])).toEqual([
      "ci/b.yml warning yaml/syntax",
      "web/a.yaml error yaml/syntax",
    ]);
  });

  it("takes what declares Applications for deployed, although nothing renders it", async () => {
    const file = `apiVersion: argoproj.io/v1alpha1\nkind: Application\n${broken}`;
    expect(await check({ "bootstrap.yaml": file })).toEqual(["bootstrap.yaml error yaml/syntax"]);
  });

  it("leaves templates of other tools alone, unless something reads them as YAML", async () => {
    const files = {
      "roles/x/templates/a.yaml": "a:\n  {% for x in y %}\n  - {{ x }}\n  {% endfor %}\n",
      "cookiecutter/a.yaml": "{{ a }}: b\n  c: d\n",
    };
    expect(await check(files)).toEqual([]);
    expect(await check(files, ["cookiecutter/a.yaml"])).toEqual(["cookiecutter/a.yaml error yaml/syntax"]);
  });

  it("knows files that a chart only hands to its templates", async () => {
    const rule = "{{- if true }}\nalert: a\n";
    const files = { "web/Chart.yaml": "name: web\n", "web/rules/a.yaml": rule, "web/values.yaml": broken };
    expect(await check(files, Object.keys(files))).toEqual(["web/values.yaml error yaml/syntax"]);
  });

  it("reads JSON that mentions an apiVersion, and no other", async () => {
    const files = { "web/a.json": '{"apiVersion": "v1",}', "tsconfig.json": "// a comment\n{}", "b.json": "{,}" };
    expect(await check(files, ["web/a.json"])).toEqual(["web/a.json error yaml/syntax"]);
    expect(await check(files)).toEqual(["web/a.json warning yaml/syntax"]);
  });

  it("wants chart templates to be UTF-8", async () => {
    const files = { "web/Chart.yaml": "name: web\n", "web/templates/a.yaml": Uint8Array.of(0x61, 0xe9, 0xff) };
    expect(await check(files, Object.keys(files))).toEqual(["web/templates/a.yaml error yaml/encoding"]);
  });

  it("looks at no chart template and at nothing that is ignored", async () => {
    const files = { "web/Chart.yaml": "name: web\n", "web/templates/deep/a.yaml": broken, "docs/a.yaml": broken };
    expect(await check(files, Object.keys(files), ["docs/**"])).toEqual([]);
  });
});

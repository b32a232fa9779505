import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applicationFacts } from "./facts.ts";

const application = (spec: string): string => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
spec:
${spec}`;

const valid = application(`  project: default
  destination: {server: https://kubernetes.default.svc, namespace: web}
  source: {repoURL: https://example.com/r.git, path: apps/web}
`);

describe("application facts", () => {
  it("finds objects in multi-document YAML, JSON and Lists, with their lines", () => {
    const text = `# first\napiVersion: v1\nkind: ConfigMap\n---\n# note\n\n${valid}---\n${JSON.stringify({
      apiVersion: "v1",
      kind: "List",
      items: [{ apiVersion: "argoproj.io/v1alpha1", kind: "AppProject", metadata: { name: "team" }, spec: {} }],
    })}\n`;
    const { declared, problems } = applicationFacts(text);
    expect(problems).toEqual([]);
    expect(declared.map(({ kind, line, valid: ok }) => [kind, line, ok])).toEqual([
      ["Application", 7, true],
      ["AppProject", 16, true],
    ]);
  });

  it("ignores an Application that is only text inside a ConfigMap", () => {
    const text = `apiVersion: v1\nkind: ConfigMap\ndata:\n  app.yaml: |\n${valid.replace(/^/gm, "    ")}`;
    expect(applicationFacts(text)).toEqual({ declared: [], problems: [] });
  });

  it("names the field and the line of a bad type", () => {
    const text = application(`  project: default
  destination: {namespace: web, name: in-cluster}
  source:
    repoURL: https://example.com/r.git
    chart: nginx
    targetRevision: 1.2.3
    helm:
      parameters:
        - name: replicas
          value: 3
`);
    expect(applicationFacts(text).problems).toEqual([
      {
        rule: "gitops/invalid-application",
        message: "Application web: `spec.source.helm.parameters[0].value` must be a string",
        resource: { apiVersion: "argoproj.io/v1alpha1", kind: "Application", name: "web" },
        path: "spec.source.helm.parameters[0].value",
        line: 15,
        column: 18,
      },
    ]);
  });

  it.each([
    [
      "  project: default\n  source: {repoURL: r, path: p}\n",
      "`spec.destination` must be an object, and it is missing",
    ],
    ["  destination: {}\n  source: {repoURL: r, path: p}\n", "`spec.project` must be a string, and it is missing"],
    ["  project: default\n  destination: {}\n", "it has neither `spec.source` nor `spec.sources`"],
    [
      "  project: x\n  destination: {}\n  source: {repoURL: r}\n",
      "`spec.source` needs `repoURL` and one of `path` or `chart`",
    ],
    [
      "  project: x\n  destination: {}\n  source: {repoURL: r, chart: c}\n",
      "`spec.source` is a chart and needs `targetRevision`, its version",
    ],
    [
      "  project: x\n  destination: {}\n  sources: [{repoURL: r}]\n",
      "`spec.sources[0]` needs `repoURL` and one of `path`, `chart` or `ref`",
    ],
  ])("refuses %j", (spec, message) => {
    const { declared, problems } = applicationFacts(application(spec));
    expect(problems.map((problem) => problem.message)).toEqual([`Application web: ${message}`]);
    expect(declared[0]?.valid).toBe(false);
  });

  it("only warns when sources hides source, as Argo CD takes sources", () => {
    const spec =
      "  project: x\n  destination: {}\n  source: {repoURL: r, path: p}\n  sources: [{repoURL: r, path: p}]\n";
    const { declared, problems } = applicationFacts(application(spec));
    expect(problems.map(({ severity, path }) => [severity, path])).toEqual([["warning", "spec.source"]]);
    expect(declared[0]?.valid).toBe(true);
  });

  it("accepts null where Go would, and keeps null inside valuesObject", () => {
    const spec =
      "  project: x\n  destination: {namespace: null}\n  source: {repoURL: r, path: p, kustomize: null, helm: {valuesObject: {a: null}}}\n";
    const { declared } = applicationFacts(application(spec));
    expect(declared[0]).toMatchObject({
      valid: true,
      object: { spec: { destination: {}, source: { helm: { valuesObject: { a: null } } } } },
    });
  });

  it("reads booleans as Argo CD's YAML does", () => {
    const spec = "  project: x\n  destination: {}\n  source: {repoURL: r, path: p, directory: {recurse: yes}}\n";
    expect(applicationFacts(application(spec)).problems).toEqual([]);
  });

  it("says that a broken or bomb-like document was not read and goes on with the next", () => {
    const bomb = `a: &a [x, x]\n${"bcdefghi"
      .split("")
      .map((name, index) => `${name}: &${name} [${`*${"abcdefghi"[index]},`.repeat(20)}]`)
      .join("\n")}\n`;
    const text = `${valid}  - broken\n---\n${bomb}${valid}---\n${valid}`;
    const { declared, problems } = applicationFacts(text);
    expect(problems.map(({ rule }) => rule)).toEqual(["gitops/unreadable-document", "gitops/unreadable-document"]);
    expect(problems.map(({ message }) => message).join("\n")).not.toMatch(/\(\d+:\d+\)/);
    expect(declared).toHaveLength(1);
  });

  it("reads CRLF and a byte order mark", () => {
    const { declared } = applicationFacts(`\uFEFF${valid.replaceAll("\n", "\r\n")}`);
    expect(declared).toMatchObject([{ valid: true, line: 1 }]);
  });

  it("never throws, whatever stands around an Application", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.json({ maxDepth: 4 }), (noise, json) => {
        expect(applicationFacts(`${valid}${noise}`)).toBeDefined();
        expect(applicationFacts(`${noise}\n---\n${valid}`).declared.length).toBeGreaterThan(0);
        applicationFacts(
          `{"apiVersion": "argoproj.io/v1alpha1", "kind": "ApplicationSet", "metadata": ${json}, "spec": ${json}}`,
        );
      }),
    );
  });
});

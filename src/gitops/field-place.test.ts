import { beforeAll, describe, expect, it } from "vitest";
import type { Engines } from "./contracts.ts";
import type { GitopsOptions } from "./options.ts";
import { renderRepository } from "./render.ts";
import { directEngines } from "./testing/engines.ts";
import { applicationYaml, configMapYaml, repositoryRequest, repoURL } from "./testing/repository.ts";

let engines: Engines;
beforeAll(async () => {
  engines = await directEngines();
});

const clusters = [{ name: "prod", server: "https://prod.example.com" }];
const gone = (yaml: string): string => yaml.replace("https://kubernetes.default.svc", "https://gone.example.com");

/** Every finding of a repository as "file:line:column rule path", with the word for its first place. */
async function places(files: Record<string, string>, options: Partial<GitopsOptions> = {}): Promise<string[]> {
  const { applications, findings } = await renderRepository(
    repositoryRequest(engines, { files: { "web/config.yaml": configMapYaml("web"), ...files }, options }),
  );
  return [...applications.flatMap(({ rendered }) => rendered.findings), ...findings].map(({ at, rule, path = "-" }) => {
    const [place] = at;
    return `${place?.file}:${place?.line}:${place?.column} ${rule} ${path}${place?.via ? ` (${place.via})` : ""}`;
  });
}

describe("a finding about an Application points at its field", () => {
  it("in the document of a file that has several", async () => {
    const files = { "apps.yaml": [applicationYaml("a", "web"), gone(applicationYaml("b", "web"))].join("---\n") };
    expect(await places(files, { clusters })).toEqual(["apps.yaml:21:25 gitops/destination spec.destination.server"]);
  });

  it("in JSON, and in an item of a List", async () => {
    const application = (name: string, server: string) => ({
      apiVersion: "argoproj.io/v1alpha1",
      kind: "Application",
      metadata: { name, namespace: "argocd" },
      spec: { project: "default", destination: { server, namespace: "web" }, source: { repoURL, path: "web" } },
    });
    const items = [
      application("web-b", "https://kubernetes.default.svc"),
      application("web", "https://gone.example.com"),
    ];
    const text = JSON.stringify({ apiVersion: "v1", kind: "List", items }, null, 2);
    const line = text.split("\n").findIndex((one) => one.includes("gone")) + 1;
    expect(await places({ "apps.json": text }, { clusters })).toEqual([
      `apps.json:${line}:21 gitops/destination spec.destination.server`,
    ]);
  });

  it("at the parent where the field is missing, and at the key where the value begins below it", async () => {
    const missing = applicationYaml("a", "web").replace("{server: https://kubernetes.default.svc, namespace: a}", "{}");
    const block = applicationYaml("b", "web").replace(
      "{server: https://kubernetes.default.svc, namespace: b}",
      "\n    server: https://kubernetes.default.svc\n    name: in-cluster",
    );
    expect(await places({ "a.yaml": missing, "b.yaml": block })).toEqual([
      "a.yaml:8:16 gitops/destination spec.destination",
      "b.yaml:8:3 gitops/destination spec.destination",
    ]);
  });

  it("in the one of several sources that its project does not allow", async () => {
    const project =
      "apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata: {name: team, namespace: argocd}\n" +
      `spec:\n  sourceRepos: [${repoURL}]\n  destinations: [{server: '*', namespace: '*'}]\n`;
    const several = applicationYaml("a", "web")
      .replace("project: default", "project: team")
      .replace(
        /  source:[^]*/,
        `  sources:\n    - repoURL: ${repoURL}\n      path: web\n    - repoURL: https://charts.example.com\n      ref: x\n`,
      );
    expect(await places({ "a.yaml": several, "p.yaml": project })).toEqual([
      "a.yaml:12:16 gitops/project-source spec.sources[1].repoURL",
    ]);
  });

  it.each([
    ["the path that does not exist", "nope", "", "app.yaml:11:11 render/failed spec.source.path"],
    ["a path that leads out", "../web", "", "app.yaml:11:11 render/refused spec.source.path"],
    ["a plugin", "web", "    plugin:\n      name: x\n", "app.yaml:13:5 gitops/plugin spec.source.plugin"],
    [
      "a count of replicas that is none",
      "kustomized",
      "    kustomize:\n      replicas:\n        - {name: a, count: x}\n",
      "app.yaml:15:28 render/failed spec.source.kustomize.replicas[0].count",
    ],
    [
      "a component that is not there",
      "kustomized",
      "    kustomize:\n      components:\n        - ../nope\n",
      "app.yaml:15:11 render/failed spec.source.kustomize.components[0]",
    ],
    [
      "a value file that is not there",
      "chart",
      "    helm:\n      valueFiles: [values.yaml, nope.yaml]\n",
      "app.yaml:14:33 render/failed spec.source.helm.valueFiles[1]",
    ],
    [
      "a value file outside of the repository",
      "chart",
      "    helm:\n      valueFiles:\n      - ../../x.yaml\n",
      "app.yaml:15:9 render/refused spec.source.helm.valueFiles[0]",
    ],
  ])("%s", async (_what, path, extra, expected) => {
    const files = {
      "app.yaml": applicationYaml("app", path, extra),
      "kustomized/kustomization.yaml": "resources: [a.yaml]\n",
      "kustomized/a.yaml": configMapYaml("a"),
      "chart/Chart.yaml": "apiVersion: v2\nname: chart\nversion: 1.0.0\n",
      "chart/values.yaml": "a: 1\n",
    };
    expect((await places(files)).filter((one) => one.startsWith("app.yaml"))).toEqual([expected]);
  });

  it("in a source that is pinned to a revision this clone does not have", async () => {
    const pinned = applicationYaml("a", "web").replace("HEAD", "v1");
    expect(await places({ "a.yaml": pinned })).toEqual([
      "a.yaml:12:21 gitops/pinned-revision spec.source.targetRevision",
    ]);
  });
});

const set = (template: string, rest = ""): string => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: set, namespace: argocd}
spec:
  generators:
    - list:
        elements: [{name: web}]
${rest}  template:
    metadata: {name: '{{name}}'}
    spec:
      project: default
${template}`;
const made = '(ApplicationSet set, generator 0, {"name":"web"})';

describe("a finding about a generated Application points into its ApplicationSet", () => {
  it("at the field of the template", async () => {
    const template = `      destination: {server: https://gone.example.com}\n      source: {repoURL: '${repoURL}', path: nope}\n`;
    expect(await places({ "set.yaml": set(template) }, { clusters })).toEqual([
      `set.yaml:13:71 render/failed spec.source.path ${made}`,
      `set.yaml:12:29 gitops/destination spec.destination.server ${made}`,
    ]);
  });

  it("at the field of the generator's own template, and at the patch that brings what no template has", async () => {
    const source = `      source: {repoURL: '${repoURL}', path: web}\n`;
    const own = "        template:\n          spec:\n            destination: {server: https://gone.example.com}\n";
    expect(await places({ "set.yaml": set(source, own) }, { clusters })).toEqual([
      `set.yaml:10:35 gitops/destination spec.destination.server ${made}`,
    ]);
    const patch = "  templatePatch: |\n    spec:\n      destination:\n        server: https://gone.example.com\n";
    expect(await places({ "set.yaml": set(source, patch) }, { clusters })).toEqual([
      `set.yaml:11:9 gitops/destination spec.destination.server ${made}`,
    ]);
  });
});

describe("a finding about an Application that another one brings points", () => {
  const child = gone(applicationYaml("child", "web"));

  it("into the manifest, and at the patch that sets the field", async () => {
    const files = {
      "root.yaml": applicationYaml("root", "apps"),
      "apps/kustomization.yaml":
        "resources: [child.yaml]\npatches:\n  - target: {kind: Application}\n    patch: |-\n      - {op: replace, path: /spec/destination/server, value: https://other.example.com}\n",
      "apps/child.yaml": child,
    };
    expect(await places(files, { clusters })).toEqual([
      "apps/kustomization.yaml:5:55 gitops/destination spec.destination.server (patch)",
    ]);
  });

  it("into the chart's template", async () => {
    const files = {
      "root.yaml": applicationYaml("root", "chart"),
      "chart/Chart.yaml": "apiVersion: v2\nname: chart\nversion: 1.0.0\n",
      "chart/templates/apps.yaml": `{{- range list "one" }}\n---\n${applicationYaml("{{ . }}", "web").replace("{server: https://kubernetes.default.svc, namespace: {{ . }}}", "\n    server: https://gone.example.com")}{{- end }}\n`,
    };
    expect(await places(files, { clusters })).toEqual([
      "chart/templates/apps.yaml:11:5 gitops/destination spec.destination.server (chart template)",
    ]);
  });
});

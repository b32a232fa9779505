import { beforeAll, describe, expect, it } from "vitest";
import type { SourceLocation } from "../model/resource.ts";
import type { Engines } from "./contracts.ts";
import { parseFieldPath, valueAt } from "./field-path.ts";
import { locate } from "./locate.ts";
import { Provenance } from "./provenance/provenance.ts";
import { renderRepository } from "./render.ts";
import { directEngines } from "./testing/engines.ts";
import { memoryTree } from "./testing/memory-tree.ts";
import { applicationYaml, repositoryRequest } from "./testing/repository.ts";

let engines: Engines;
beforeAll(async () => {
  engines = await directEngines();
});

const deployment = `# the web server
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    app.kubernetes.io/name: web
spec:
  replicas: 1
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: side
          image: busybox:1
        - name: web
          image: nginx:1
`;

const files = {
  "plain/all.yaml": `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: cm}\n---\n${deployment}`,
  "base/kustomization.yaml": "resources: [deployment.yaml]\n",
  "base/deployment.yaml": deployment,
  "over/kustomization.yaml": [
    "resources: [../base]",
    "namePrefix: eu-",
    "images:",
    "  - {name: nginx, newTag: '2'}",
    "patches:",
    "  - path: patch.yaml",
    "  - target: {kind: Deployment, name: web}",
    "    patch: |-",
    "      - op: add",
    "        path: /spec/paused",
    "        value: true",
    "configMapGenerator:",
    "  - name: settings",
    "    literals: [a=b]",
    "",
  ].join("\n"),
  "over/patch.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 5\n",
  "chart/Chart.yaml": "apiVersion: v2\nname: chart\nversion: 1.0.0\n",
  "chart/templates/d.yaml": deployment.replace("replicas: 1", "replicas: {{ .Values.replicas | default 2 }}"),
  "app.yaml": ["plain", "over", "chart"].map((path) => applicationYaml(path, path)).join("---\n"),
};

async function find(application: string, kind: string, path?: string): Promise<SourceLocation[]> {
  const { applications } = await renderRepository(repositoryRequest(engines, { files }));
  const found = applications.find(({ report }) => report.name === application);
  const resource = found?.rendered.resources.find(({ id }) => id.kind === kind);
  if (found === undefined || resource === undefined) throw new Error("nothing was rendered");
  return locate(resource, path, { provenance: new Provenance(memoryTree(files), applications), application: found });
}

const short = (places: SourceLocation[]): string[] =>
  places.map(({ file, line, column, via }) => `${file}:${line}:${column}${via ? ` ${via}` : ""}`);

describe("locating", () => {
  it.each([
    [undefined, "plain/all.yaml:6:1"],
    ["spec.replicas", "plain/all.yaml:13:3"],
    ["spec.template.spec.containers[name=web].image", "plain/all.yaml:22:11"],
    ["/spec/template/spec/containers/0/image", "plain/all.yaml:20:11"],
    ["metadata.labels.app.kubernetes.io/name", "plain/all.yaml:11:5"],
    ["spec.template.spec.nodeSelector", "plain/all.yaml:17:5"],
  ])("finds %s in a plain document", async (path, expected) => {
    expect(short(await find("plain", "Deployment", path))[0]).toBe(expected);
  });

  it("points at the patch that sets a field, then at the base, then at the Application", async () => {
    expect(short(await find("over", "Deployment", "spec.replicas"))).toEqual([
      "over/patch.yaml:6:3 patch",
      "base/deployment.yaml:9:3",
      "app.yaml:14:1 Application",
    ]);
  });

  it.each([
    ["spec.paused", "over/kustomization.yaml:11:9 patch"],
    ["spec.template.spec.containers[name=web].image", "over/kustomization.yaml:4:19 kustomization"],
    ["spec.template.spec.containers[name=side].image", "base/deployment.yaml:16:11"],
    ["metadata.name", "over/kustomization.yaml:2:1 kustomization"],
  ])("knows what in the kustomization decides %s", async (path, expected) => {
    expect(short(await find("over", "Deployment", path))[0]).toBe(expected);
  });

  it("points at the generator of a generated ConfigMap", async () => {
    expect(short(await find("over", "ConfigMap"))[0]).toBe("over/kustomization.yaml:13:5 generator");
  });

  it("tells kinds of one name and different groups apart", async () => {
    const account = (apiVersion: string) => `apiVersion: ${apiVersion}\nkind: ServiceAccount\nmetadata: {name: web}\n`;
    const both = {
      "k/kustomization.yaml": "resources: [all.yaml]\n",
      "k/all.yaml": `${account("v1")}---\n${account("talos.dev/v1alpha1")}`,
      "app.yaml": applicationYaml("k", "k"),
    };
    const { applications } = await renderRepository(repositoryRequest(engines, { files: both }));
    const [application] = applications;
    const resource = application?.rendered.resources.find(({ id }) => id.apiVersion !== "v1");
    if (application === undefined || resource === undefined) throw new Error("nothing was rendered");
    const provenance = new Provenance(memoryTree(both), applications);
    expect(short(locate(resource, undefined, { provenance, application }))[0]).toBe("k/all.yaml:5:1");
  });

  it("knows a resource that a patch has renamed by its kind, when its file has no other of it", async () => {
    const renamed = {
      "k/kustomization.yaml":
        "resources: [all.yaml]\npatches: [{target: {kind: Deployment}, patch: '- {op: replace, path: /metadata/name, value: other}'}]\n",
      "k/all.yaml": files["plain/all.yaml"],
      "app.yaml": applicationYaml("k", "k"),
    };
    const { applications } = await renderRepository(repositoryRequest(engines, { files: renamed }));
    const [application] = applications;
    const resource = application?.rendered.resources.find(({ id }) => id.kind === "Deployment");
    if (application === undefined || resource === undefined) throw new Error("nothing was rendered");
    expect(resource.id.name).toBe("other");
    const provenance = new Provenance(memoryTree(renamed), applications);
    const places = locate(resource, "spec.replicas", { provenance, application });
    expect(short(places)[0]).toBe("k/all.yaml:13:3");
  });

  it("finds the line in a chart template by its keys", async () => {
    expect(short(await find("chart", "Deployment", "spec.replicas"))).toEqual([
      "chart/templates/d.yaml:9:3 chart template",
      "app.yaml:27:1 Application",
    ]);
  });
});

describe("field paths", () => {
  it("read indexes, keyed items, quoted keys and JSON pointers", () => {
    expect(parseFieldPath('spec.ports[0].x["a.b"][name=web]')).toEqual([
      "spec",
      "ports",
      0,
      "x",
      "a.b",
      { key: "name", value: "web" },
    ]);
    expect(parseFieldPath("/metadata/annotations/a~1b/0")).toEqual(["metadata", "annotations", "a/b", 0]);
  });

  it("find values below keys with dots", () => {
    expect(valueAt({ a: { "b.c": [{ name: "x", v: 1 }] } }, parseFieldPath("a.b.c[name=x].v"))).toBe(1);
    expect(valueAt({ a: 1 }, parseFieldPath("a.b"))).toBeUndefined();
  });
});

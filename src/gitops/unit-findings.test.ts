import { beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "../model/finding.ts";
import type { Engines } from "./contracts.ts";
import { renderRepository } from "./render.ts";
import type { GitopsOptions } from "./options.ts";
import { directEngines } from "./testing/engines.ts";
import { applicationYaml, configMapYaml, repositoryRequest } from "./testing/repository.ts";

let engines: Engines;
beforeAll(async () => {
  engines = await directEngines();
});

const project = (spec: string): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata: {name: team, namespace: argocd}\nspec: ${spec}\n`;
const application = applicationYaml("web", "web").replace("project: default", "project: team");
const manifests = `${configMapYaml("a")}---\napiVersion: v1\nkind: Namespace\nmetadata: {name: other}\n---\napiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: other}\n`;
const all =
  "sourceRepos: ['*'], destinations: [{server: '*', namespace: '*'}], clusterResourceWhitelist: [{group: '*', kind: '*'}]";

async function findings(files: Record<string, string>, options: Partial<GitopsOptions> = {}): Promise<Finding[]> {
  const { applications, findings: rest } = await renderRepository(
    repositoryRequest(engines, { files: { "web/m.yaml": manifests, ...files }, options }),
  );
  return [...applications.flatMap(({ rendered }) => rendered.findings), ...rest];
}

describe("what is wrong with an Application", () => {
  it("nothing, when its project allows all of it", async () => {
    expect(await findings({ "app.yaml": application, "p.yaml": project(`{${all}}`) })).toEqual([]);
  });

  it("a project that is not in the repository", async () => {
    expect(await findings({ "app.yaml": application })).toMatchObject([
      { rule: "gitops/project-missing", path: "spec.project", at: [{ file: "app.yaml", line: 7, column: 12 }] },
    ]);
  });

  it("tells a missing project once, however many Applications are in it", async () => {
    const other = applicationYaml("other", "web").replace("project: default", "project: team");
    expect((await findings({ "app.yaml": application, "other.yaml": other })).map(({ message }) => message)).toEqual([
      "AppProject team, that of Application web and of 1 more, is not declared in this repository, so what it allows is not checked",
    ]);
  });

  it("a source, destination and kinds that the project does not allow", async () => {
    const spec =
      "{sourceRepos: ['https://github.com/other/*'], destinations: [{server: '*', namespace: we*}], namespaceResourceBlacklist: [{group: '', kind: ConfigMap}]}";
    const found = await findings({ "app.yaml": application, "p.yaml": project(spec) });
    expect(found.map(({ rule, resource, at }) => [rule, resource?.name, at[0]?.file])).toEqual([
      ["gitops/project-source", undefined, "app.yaml"],
      ["gitops/project-resource", "a", "web/m.yaml"],
      ["gitops/project-resource", "other", "web/m.yaml"],
      ["gitops/project-destination", "s", "web/m.yaml"],
    ]);
  });

  it("a namespace of its own that the project does not list, and signatures nobody verifies", async () => {
    const elsewhere = application.replace("namespace: argocd", "namespace: team-a");
    const found = await findings({
      "app.yaml": elsewhere,
      "p.yaml": project(`{${all}, signatureKeys: [{keyID: 4AEE18F83AFDEB23}]}`),
    });
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["gitops/project-namespace", "error"],
      ["gitops/project-signature", "notice"],
    ]);
  });

  it.each([
    ["signatureKeys: [{keyID: A}]", 1],
    ["sourceIntegrity: {git: {policies: [{repos: [{url: '*'}], gpg: {mode: head, keys: [A]}}]}}", 1],
    ["sourceIntegrity: {git: {policies: [{repos: [{url: '*'}], gpg: {mode: none, keys: []}}]}}", 0],
    [
      "sourceIntegrity: {git: {policies: [{repos: [{url: 'https://example.com/*'}], gpg: {mode: head, keys: [A]}}]}}",
      0,
    ],
    ["sourceIntegrity: {git: {policies: [{repos: [{url: '*'}, {url: '!*acme*'}], gpg: {mode: head, keys: [A]}}]}}", 0],
    ["signatureKeys: [{keyID: A}], sourceIntegrity: {git: {policies: []}}", 0],
  ])("commits that the project wants signed: %s", async (fields, times) => {
    const found = await findings({ "app.yaml": application, "p.yaml": project(`{${all}, ${fields}}`) });
    const told = found.map(({ rule, path, at }) => `${at[0]?.file}:${at[0]?.line}:${at[0]?.column} ${rule} ${path}`);
    expect(told).toEqual(Array(times).fill("app.yaml:7:12 gitops/project-signature spec.project"));
  });

  it("a destination that no declared cluster has", async () => {
    const other = application.replace("https://kubernetes.default.svc", "https://gone.example.com");
    const found = await findings(
      { "app.yaml": other, "p.yaml": project(`{${all}}`) },
      { clusters: [{ name: "prod", server: "https://prod.example.com" }] },
    );
    expect(found).toMatchObject([
      {
        rule: "gitops/destination",
        message: "Application web: no declared cluster has the server https://gone.example.com",
      },
    ]);
  });

  it("namespaced resources without a namespace, when the destination has none either", async () => {
    const nowhere = application.replace(", namespace: web", "");
    expect(await findings({ "app.yaml": nowhere, "p.yaml": project(`{${all}}`) })).toMatchObject([
      {
        rule: "gitops/destination",
        path: "spec.destination.namespace",
        message: "Application web: ConfigMap a would be in no namespace, as the destination has none either",
      },
    ]);
  });

  it("an ApplicationSet that makes one name twice, cannot be known or rolls out in steps", async () => {
    const set = `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: set, namespace: argocd}
spec:
  strategy: {type: RollingSync}
  generators:
    - list: {elements: [{name: web}, {name: web}]}
    - scmProvider: {}
  template:
    metadata: {name: '{{name}}'}
    spec:
      project: default
      destination: {server: https://kubernetes.default.svc, namespace: x}
      source: {repoURL: https://github.com/acme/platform.git, path: '{{name}}'}
`;
    const found = await findings({ "set.yaml": set });
    expect(found.map(({ rule, path }) => [rule, path])).toEqual([
      ["gitops/duplicate-application", "spec.generators[0]"],
      ["gitops/generator-unknown", "spec.generators[1]"],
      ["gitops/rolling-sync", "spec.strategy"],
    ]);
    const { applications } = await renderRepository(
      repositoryRequest(engines, { files: { "set.yaml": set, "web/m.yaml": manifests } }),
    );
    expect(applications[0]?.rendered.resources[0]?.origin.at(-1)).toEqual({
      file: "set.yaml",
      line: 1,
      column: 1,
      via: 'ApplicationSet set, generator 0, {"name":"web"}',
    });
  });

  it("a hydrator, whose dry source is rendered", async () => {
    const source = "    repoURL: https://github.com/acme/platform.git\n    path: web\n    targetRevision: HEAD\n";
    const hydrated = applicationYaml("web", "web").replace(
      `  source:\n${source}`,
      `  sourceHydrator:\n    drySource:\n${source.replaceAll("    ", "      ")}    syncSource: {targetBranch: env/dev, path: web}\n`,
    );
    expect(await findings({ "app.yaml": hydrated })).toMatchObject([{ rule: "gitops/hydrator", severity: "notice" }]);
  });

  it("only warns of what a chart nobody uses makes of its own values", async () => {
    const made = applicationYaml("web", "web").replace("server: https://kubernetes.default.svc, ", "");
    const broken =
      "---\napiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: b}\nspec: {project: p}\n";
    const found = await findings({
      "root/Chart.yaml": "apiVersion: v2\nname: root\nversion: 1.0.0\n",
      "root/templates/apps.yaml": made + broken,
    });
    const told = new Set(
      found.filter(({ rule }) => rule.startsWith("gitops/")).map((one) => `${one.severity} ${one.rule}`),
    );
    expect(told).toEqual(new Set(["warning gitops/destination", "warning gitops/invalid-application"]));
  });
});

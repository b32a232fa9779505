import { describe, expect, test } from "vitest";
import { readSettings } from "../gitops/argo-settings.ts";
import type { RenderedApplication } from "../gitops/rendered-repository.ts";
import type { ApplicationSync } from "../gitops/sync-facts.ts";
import type { JsonObject, Resource } from "../model/resource.ts";
import { compareSides } from "./compare.ts";

const automatic: ApplicationSync = {
  automated: true,
  prune: true,
  allowEmpty: false,
  options: [],
  isDeleted: true,
  cascades: true,
  windows: [],
};

function application(
  name: string,
  resources: Resource[],
  sync: Partial<ApplicationSync> = {},
  parent?: string,
): RenderedApplication {
  return {
    report: {
      name,
      kind: "Application",
      ...(parent !== undefined && { parent }),
      wave: 0,
      file: `${name}.yaml`,
      line: 1,
      sources: [],
      status: "rendered",
      resources: resources.length,
    },
    rendered: { application: name, resources, reads: { files: {}, listings: {} }, findings: [] },
    application: { name, namespace: "", annotations: {}, spec: { project: "", destination: {} }, object: {}, at: [] },
    sync: { ...automatic, ...sync },
    reused: false,
  };
}

const resource = (apiVersion: string, kind: string, rest: JsonObject, annotations: JsonObject = {}): Resource => {
  const name = kind.toLowerCase();
  return {
    id: { apiVersion, kind, name },
    manifest: { apiVersion, kind, metadata: { name, annotations }, ...rest },
    origin: [],
  };
};
const settings = (level: string, annotations: JsonObject = {}): Resource =>
  resource("v1", "ConfigMap", { data: { level } }, annotations);
const claim = resource("v1", "PersistentVolumeClaim", { spec: {} });

const told = (...[base, head, rest = {}]: [RenderedApplication[], RenderedApplication[], object?]) => {
  const comparison = compareSides(base, head, {
    schemas: { structureOf: () => undefined },
    kubernetesVersion: "1.36",
    settings: readSettings({}),
    ...rest,
  });
  return {
    ...comparison,
    lines: comparison.changes.map(({ application: name, resource: { kind }, effects }) =>
      [name, kind, ...effects.map((effect) => effect.message)].join(" "),
    ),
  };
};

test("the gravest change comes first, whatever its Application's place", () => {
  const base = [application("a", [settings("1")]), application("b", [claim, settings("1")])];
  const head = [application("a", [settings("2")]), application("b", [settings("1")])];
  const { lines, headline } = told(base, head);
  expect(lines).toEqual(["b PersistentVolumeClaim deletes its volume's data when it is pruned", "a ConfigMap"]);
  expect(headline).toBe("1 resource loses its data, nothing restarts, 1 resource is deleted");
});

describe("an Application that goes with its parent", () => {
  const child = (sync: Partial<ApplicationSync>) => application("child", [settings("1")], sync, "root");

  test("is deleted if the parent takes its Applications along", () => {
    const root = application("root", []);
    expect(told([root, child({ isDeleted: false })], []).lines).toEqual([
      "child ConfigMap is deleted with its Application",
    ]);
  });

  test.each([
    ["stays", { cascades: true }, true],
    ["has no finalizer", { cascades: false }, false],
  ])("is left where the parent %s", (_, sync, stays) => {
    const root = application("root", [], sync);
    const { lines } = told([root, child({ isDeleted: false })], stays ? [root] : []);
    expect(lines).toEqual(["child ConfigMap stays in the cluster: nothing deletes the Application that deployed it"]);
  });
});

test("hooks and waves say in which step of a sync pods start", () => {
  const pods = {
    spec: { template: { spec: { containers: [{ envFrom: [{ configMapRef: { name: "configmap" } }] }] } } },
  };
  const seed = (hook: string): Resource => resource("batch/v1", "Job", pods, { "argocd.argoproj.io/hook": hook });
  const messages = (hook: string) =>
    told([application("a", [])], [application("a", [seed(hook), settings("1")])]).lines;
  expect(messages("PreSync")[0]).toContain("needs ConfigMap configmap");
  expect(messages("PreSync")[0]).toContain("(PreSync wave 0 before wave 0)");
  expect(messages("PostSync")).toEqual(["a Job", "a ConfigMap"]);
});

test("what the API server says to an update is told in its words", () => {
  const { id } = settings("1");
  const verdicts = [{ application: "a", resource: id, errors: [{ path: "data", message: "field is immutable" }] }];
  const { lines } = told([application("a", [settings("1")])], [application("a", [settings("2")])], { verdicts });
  expect(lines).toEqual(["a ConfigMap is rejected by the API server: data: field is immutable"]);
});

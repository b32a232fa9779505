import { openSchemas } from "kubeconform-wasm";
import { describe, expect, it } from "vitest";
import { locate } from "../engine/index.ts";
import { readSettings } from "../gitops/argo-settings.ts";
import type { RenderedApplication } from "../gitops/rendered-repository.ts";
import type { JsonObject, Resource } from "../model/resource.ts";
import { compareSides } from "./compare.ts";

const schemas = openSchemas(locate().schemas);
const kubernetesVersion = schemas.versions.at(-1) ?? "";

function resource(kind: string, apiVersion: string, spec: Record<string, number>): Resource {
  const id = { apiVersion, kind, namespace: "web", name: "one" };
  const manifest = { apiVersion, kind, metadata: { name: "one", namespace: "web" }, spec };
  return { id, manifest, origin: [] };
}

function side(...resources: Resource[]): RenderedApplication[] {
  return [
    {
      report: {
        name: "web",
        kind: "Application",
        wave: 0,
        file: "app.yaml",
        line: 1,
        sources: [],
        status: "rendered",
        resources: resources.length,
      },
      rendered: { application: "web", resources, findings: [], reads: { files: {}, listings: {} } },
      application: {
        name: "web",
        namespace: "",
        annotations: {},
        spec: { project: "", destination: {} },
        object: {},
        at: [],
      },
      reused: false,
    },
  ];
}

describe("a comparison", () => {
  const changed = (data: Record<string, string>): string[] => {
    const base = side(resource("Widget", "acme.io/v1", { a: 1, b: 1 }), resource("Gadget", "acme.io/v1", { a: 1 }));
    const head = side(resource("Widget", "acme.io/v1", { a: 2, b: 2 }), resource("Gadget", "acme.io/v1", { a: 2 }));
    const { changes } = compareSides(base, head, { schemas, kubernetesVersion, settings: readSettings(data) });
    return changes.flatMap(({ resource: { kind }, fields }) => fields.map(({ path }) => `${kind} ${path}`));
  };

  it("has every field by default", () => {
    expect(changed({})).toEqual(["Widget spec.a", "Widget spec.b", "Gadget spec.a"]);
  });

  it("leaves out what argocd-cm says is no difference", () => {
    const key = "resource.customizations.ignoreDifferences";
    expect(changed({ [`${key}.acme.io_Widget`]: "jsonPointers: [/spec/b]" })).toEqual([
      "Widget spec.a",
      "Gadget spec.a",
    ]);
    expect(changed({ [`${key}.all`]: "jqPathExpressions: [.spec.a]" })).toEqual(["Widget spec.b"]);
  });

  it("leaves out rules that are aggregated, where Argo CD is told to", () => {
    const role = (name: string, verb: string, rest: JsonObject): Resource => {
      const apiVersion = "rbac.authorization.k8s.io/v1";
      const manifest = { apiVersion, kind: "ClusterRole", metadata: { name }, rules: [{ verbs: [verb] }], ...rest };
      return { id: { apiVersion, kind: "ClusterRole", name }, manifest, origin: [] };
    };
    const sideWith = (verb: string): RenderedApplication[] =>
      side(role("plain", verb, {}), role("aggregated", verb, { aggregationRule: { clusterRoleSelectors: [] } }));
    const settings = readSettings({ "resource.compareoptions": "ignoreAggregatedRoles: true" });
    const { changes } = compareSides(sideWith("get"), sideWith("list"), { schemas, kubernetesVersion, settings });
    expect(changes.map(({ resource: { name } }) => name)).toEqual(["plain"]);
  });

  it("leaves out resources that Argo CD is told to leave alone", () => {
    expect(changed({ "resource.exclusions": "[{apiGroups: [acme.io], kinds: [Widget]}]" })).toEqual(["Gadget spec.a"]);
    expect(changed({ "resource.inclusions": "[{apiGroups: [apps]}]" })).toEqual([]);
  });
});

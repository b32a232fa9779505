import { describe, expect, it } from "vitest";
import { all, application, custom, deployment, found, service } from "./wiring.fixture.ts";

const said = (...documents: string[]): string[] => found(application(all(...documents)));
const web = all(deployment("web"), service("web"));

describe("a ServiceMonitor", () => {
  const monitor = (spec: string): string => custom("monitoring.coreos.com/v1", "ServiceMonitor", "web", spec);

  it("finds Services by their own labels and ports by name", () => {
    expect(said(web, monitor("{ selector: { matchLabels: { app: web } }, endpoints: [{ port: web }] }"))).toEqual([]);
    expect(
      said(web, monitor("{ selector: { matchExpressions: [{ key: app, operator: In, values: [web] }] } }")),
    ).toEqual([]);
  });

  it("that finds nothing, or no such port, is told", () => {
    expect(said(web, monitor("{ selector: { matchLabels: { app: wbe } } }"))).toEqual([
      "warning monitor-target: ServiceMonitor web finds no Service in namespace shop with the labels app=wbe, so nothing is scraped",
    ]);
    expect(said(web, monitor("{ selector: { matchLabels: { app: web } }, endpoints: [{ port: http }] }"))).toEqual([
      "warning monitor-target: ServiceMonitor web: no port of Service web is named http, so nothing is scraped there",
    ]);
  });

  it("may look into other namespaces", () => {
    const from = "name: web, namespace: monitoring";
    const spec = "{ selector: { matchLabels: { app: web } }, namespaceSelector: { matchNames: [shop] } }";
    expect(said(web, monitor(spec).replace("name: web", from))).toEqual([]);
    expect(said(web, monitor(spec.replace("matchNames: [shop]", "any: true")).replace("name: web", from))).toEqual([]);
    expect(
      said(
        web,
        deployment("x").replace("name: x }", "name: x, namespace: monitoring }"),
        monitor(spec.replace(", namespaceSelector: { matchNames: [shop] }", "")).replace("name: web", from),
      ),
    ).toHaveLength(1);
  });

  it("of pods looks at pods", () => {
    const pods = (spec: string): string => custom("monitoring.coreos.com/v1", "PodMonitor", "web", spec);
    expect(
      said(web, pods("{ selector: { matchLabels: { app: web } }, podMetricsEndpoints: [{ port: http }] }")),
    ).toEqual([]);
    expect(
      said(web, pods("{ selector: { matchLabels: { app: web } }, podMetricsEndpoints: [{ port: web }] }")),
    ).toEqual([
      "warning monitor-target: PodMonitor web: no port of container of Deployment web is named web, so nothing is scraped there",
    ]);
  });
});

describe("an autoscaler", () => {
  const autoscaler = (name: string, target = "{ type: Utilization, averageUtilization: 75 }"): string =>
    custom(
      "autoscaling/v2",
      "HorizontalPodAutoscaler",
      "web",
      `{ scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${name} }, metrics: [{ type: Resource, resource: { name: cpu, target: ${target} } }] }`,
    );
  const requests = deployment("web", "", "resources: { requests: { cpu: 100m } }");

  it("needs its target", () => {
    expect(said(requests, autoscaler("web"))).toEqual([]);
    expect(said(requests, autoscaler("wbe"))).toEqual([
      "warning autoscaler-target: HorizontalPodAutoscaler web: Deployment wbe of apps, which it scales, is not in this environment",
    ]);
    const scaled = custom("keda.sh/v1alpha1", "ScaledObject", "web", "{ scaleTargetRef: { name: wbe } }");
    expect(said(requests, scaled)).toHaveLength(1);
  });

  it("needs what the pods request, unless it measures by amounts", () => {
    expect(said(deployment("web"), autoscaler("web"))).toEqual([
      "warning autoscaler-target: HorizontalPodAutoscaler web scales by the cpu its pods use of what they request, but container main of Deployment web requests none",
    ]);
    expect(said(deployment("web", "", "resources: { limits: { cpu: 1 } }"), autoscaler("web"))).toEqual([]);
    expect(said(deployment("web"), autoscaler("web", "{ type: AverageValue, averageValue: 1 }"))).toEqual([]);
    expect(
      said(
        deployment("web"),
        autoscaler("web"),
        custom("v1", "LimitRange", "l", "{ limits: [{ type: Container, defaultRequest: { cpu: 10m } }] }"),
      ),
    ).toEqual([]);
  });
});

describe("a selector of pods", () => {
  const budget = (app: string): string =>
    custom("policy/v1", "PodDisruptionBudget", "b", `{ selector: { matchLabels: { ${app} } } }`);
  const policy = (app: string): string =>
    custom("networking.k8s.io/v1", "NetworkPolicy", "p", `{ podSelector: { matchLabels: { ${app} } } }`);

  it("must match something", () => {
    expect(said(web, budget("app: web"), policy("app: web"))).toEqual([]);
    expect(said(web, budget("app: wbe"), policy("app: wbe"))).toEqual([
      "warning budget-selector: PodDisruptionBudget b protects nothing: no pod in its namespace has the labels app=wbe",
      "warning policy-selector: NetworkPolicy p has no effect: no pod in its namespace has the labels app=wbe",
    ]);
  });

  it.each([
    ["all pods", custom("networking.k8s.io/v1", "NetworkPolicy", "p", "{ podSelector: {}, policyTypes: [Egress] }")],
    ["pods of an operator's", policy("acme.cert-manager.io/http01-solver: 'true'")],
    ["pods that label themselves", budget("app: web, role: primary")],
  ])("of %s is left alone", (_what, text) => {
    expect(said(web, text)).toEqual([]);
  });

  it("in a namespace that the repository puts no pods into is left alone", () => {
    expect(said(policy("app: web").replace("name: p", "name: p, namespace: elsewhere"))).toEqual([]);
  });
});

describe("two Applications", () => {
  const settings = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\ndata: { A: a }";
  const other = (text: string, about = {}) => application(text, { name: "other", ...about });

  it("do not share a resource", () => {
    expect(found(application(settings), other(settings))).toEqual([
      "warning shared-resource: ConfigMap settings is also deployed by Application web",
    ]);
    const both = all(settings, deployment("web"));
    expect(found(application(both), other(both))).toHaveLength(1);
  });

  it("of two clusters may", () => {
    expect(found(application(settings), other(settings, { destination: "https://other.example.com" }))).toEqual([]);
    expect(found(application(settings), other(settings, { declaredName: "web" }))).toEqual([]);
  });

  it("may both have a hook of one name", () => {
    const hook = settings.replace(
      "name: settings",
      "name: settings, annotations: { argocd.argoproj.io/hook: PreSync }",
    );
    expect(found(application(hook), other(hook))).toEqual([]);
  });
});

describe("a custom resource", () => {
  const crd = (wave: number): string =>
    `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: releases.example.org, annotations: { argocd.argoproj.io/sync-wave: "${wave}" } }\nspec: { group: example.org, names: { kind: Release } }`;
  const release = custom("example.org/v1", "Release", "r");
  const child = (text: string, name: string, wave: number) =>
    application(text, { name, wave, parent: "root", root: "root" });

  it("is in a version that its CRD serves", () => {
    const versions =
      "versions: [{ name: v1beta1, served: false }, { name: v2, served: true }, { name: v1, served: true }]";
    const served = crd(0).replace("names:", `${versions}, names:`);
    expect(said(served, release)).toEqual([]);
    expect(said(served, custom("example.org/v1beta1", "Release", "r"))).toEqual([
      "error crd-version: Release r is in version v1beta1, which its CRD does not serve",
    ]);
  });

  it("comes after its CRD", () => {
    expect(said(crd(0), release)).toEqual([]);
    expect(said(crd(1), release)).toEqual([
      "warning crd-order: Release r is in wave 0 and its CRD in wave 1, so Argo CD applies the CRD ahead of the wave it is given",
    ]);
    expect(found(child(crd(0), "operator", -1), child(release, "shop", 0))).toEqual([]);
    expect(found(child(crd(0), "operator", 1), child(release, "shop", 0))).toEqual([
      "warning crd-order: Release r comes with wave 0, but its CRD with Application operator in wave 1",
    ]);
  });

  it("of an Application with another parent has no order", () => {
    expect(found(child(crd(0), "operator", 1), application(release))).toEqual([]);
  });
});

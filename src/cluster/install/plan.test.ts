import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../model/resource.ts";
import { stagesOf } from "./declare.ts";
import { conflictsOf, judge } from "./observe.ts";
import { type Observation, type Observed, planInstallation, type Stage } from "./plan.ts";

const object = (kind: string, name: string): JsonObject => ({
  apiVersion: "v1",
  kind,
  metadata: { name, namespace: "argocd" },
});
const deployment = object("Deployment", "repo-server");
const settings = object("ConfigMap", "argocd-cm");
const stage: Stage = { name: "Argo CD", why: "it deploys", objects: [settings, deployment] };
const ready = { ready: true } as const;

const observed = (one: Observation, other: Observation): Observed[] => [
  {
    stage,
    observations: [
      { object: settings, observation: one },
      { object: deployment, observation: other },
    ],
  },
];
const titles = (...parts: Parameters<typeof observed>) =>
  planInstallation(observed(...parts)).steps.map(({ title }) => title);
const same: Observation = { state: "same", readiness: ready };

describe("a plan", () => {
  it("is empty where everything is as declared", () => expect(titles(same, same)).toEqual([]));

  it("creates what is absent, in order, and waits for what others need", () => {
    expect(titles({ state: "absent" }, { state: "absent" })).toEqual([
      "create ConfigMap argocd/argocd-cm",
      "create Deployment argocd/repo-server",
      "wait for Deployment argocd/repo-server",
    ]);
  });

  it("says what differs, and waits for a rollout that a setting may have set off", () => {
    const { steps } = planInstallation(observed({ state: "different", fields: ["data.a"], readiness: ready }, same));
    expect(steps.map(({ title, why }) => `${title}: ${why}`)).toEqual([
      "update ConfigMap argocd/argocd-cm: differs in data.a",
      "wait for Deployment argocd/repo-server: what follows needs Argo CD",
    ]);
  });

  it("only waits for what an interrupted run has begun", () => {
    const begun: Observation = { state: "same", readiness: { ready: false, missing: "0 of 1 pods available" } };
    expect(titles(same, begun)).toEqual(["wait for Deployment argocd/repo-server"]);
  });

  it("has the conflicts and refusals of all stages beside its steps", () => {
    const conflict = { object: "Deployment argocd/repo-server", field: "spec.replicas", manager: "kubectl-edit" };
    const plan = planInstallation(
      observed({ state: "refused", message: "no" }, { state: "conflict", conflicts: [conflict] }),
    );
    expect(plan.conflicts).toEqual([conflict]);
    expect(plan.refused).toEqual(["ConfigMap argocd/argocd-cm: no"]);
  });
});

describe("what the API server says of a dry run", () => {
  const managed = (fields: JsonObject, time: string) => [
    { manager: "slipway", operation: "Apply", time, fieldsV1: fields },
  ];
  const live = (data: JsonObject, fields: JsonObject = {}): JsonObject => ({
    ...settings,
    metadata: { name: "argocd-cm", namespace: "argocd", resourceVersion: "1", managedFields: managed(fields, "07:00") },
    data,
  });

  it("is the same where only its bookkeeping differs", () => {
    const answer = {
      ...live({ a: "1" }),
      metadata: { name: "argocd-cm", namespace: "argocd", managedFields: managed({}, "07:05") },
    };
    expect(judge(settings, live({ a: "1" }), { status: 200, body: answer }).state).toBe("same");
  });

  it("differs in fields, or in whose they are", () => {
    expect(judge(settings, live({ a: "1" }), { status: 200, body: live({ a: "2" }) })).toMatchObject({
      state: "different",
      fields: ["data.a"],
    });
    const owned = live({ a: "1" }, { "f:data": { "f:a": {} } });
    expect(judge(settings, live({ a: "1" }), { status: 200, body: owned })).toMatchObject({
      state: "different",
      fields: [],
    });
  });

  it("names manager and field of a conflict", () => {
    const causes = [
      {
        reason: "FieldManagerConflict",
        message: 'conflict with "kubectl-edit" using apps/v1',
        field: ".spec.replicas",
      },
    ];
    expect(conflictsOf(deployment, { details: { causes } })).toEqual([
      { object: "Deployment argocd/repo-server", field: "spec.replicas", manager: "kubectl-edit" },
    ]);
  });
});

describe("the stages", () => {
  it("are in the order in which each needs the one before", () => {
    const bootstrap = object("Application", "root");
    const installation = [object("CustomResourceDefinition", "applications.argoproj.io"), settings, deployment];
    const stages = stagesOf({
      namespace: "argocd",
      installation,
      projects: [object("AppProject", "platform")],
      bootstrap,
    });
    expect(stages.flatMap(({ objects }) => objects.map(({ kind }) => kind))).toEqual([
      "Namespace",
      "CustomResourceDefinition",
      "ConfigMap",
      "Deployment",
      "AppProject",
      "Application",
    ]);
  });
});

import { expect, test } from "vitest";
import { app, diff, told } from "./diff.fixture.ts";

const workload = (kind: string, spec: string, image: string): string => `
apiVersion: apps/v1
kind: ${kind}
metadata: {name: web}
spec: {${spec}, template: {spec: {containers: [{name: web, image: ${image}}]}}}`;

test.each([
  ["Deployment", "replicas: 2", "restarts its pods"],
  ["Deployment", "strategy: {type: Recreate}", "stops all its pods, then starts new ones"],
  ["StatefulSet", "updateStrategy: {type: OnDelete}", "replaces a pod only once it is deleted"],
])("a new image of a %s with %s: %s", (kind, spec, message) => {
  const [change] = diff([app("a", workload(kind, spec, "i1"))], [app("a", workload(kind, spec, "i2"))]);
  expect(change?.effects).toEqual([{ kind: "rollout", message }]);
});

test("scaling, or a new image of a Job, restarts nothing that runs", () => {
  const scaled = diff(
    [app("a", workload("Deployment", "replicas: 2", "i"))],
    [app("a", workload("Deployment", "replicas: 3", "i"))],
  );
  const job = diff(
    [app("a", workload("Job", "suspend: false", "i1"))],
    [app("a", workload("Job", "suspend: false", "i2"))],
  );
  expect([...scaled, ...job].map((change) => change.effects)).toEqual([[], []]);
});

test("what is not a workload only follows a generated name", () => {
  const config = (name: string): string =>
    `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}}, data: {a: ${name}}}`;
  const job = (name: string): string => `
apiVersion: batch/v1
kind: CronJob
metadata: {name: backup}
spec: {jobTemplate: {spec: {template: {spec: {volumes: [{name: v, configMap: {name: ${name}}}]}}}}}`;
  const side = (name: string) => [app("a", config(name), job(name))];
  expect(told(diff(side("c-7k4mc2tdf8"), side("c-9b5h6g2t4k")))[0]).toBe(
    "a changed backup => follows ConfigMap c-9b5h6g2t4k",
  );
});

test("a removed definition takes every resource of its kind along", () => {
  const crd =
    "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: c}, spec: {names: {kind: Cluster}}}";
  expect(told(diff([app("a", crd)], [app("a")]))).toEqual([
    "a removed c => deletes every Cluster in the cluster when pruned",
  ]);
});

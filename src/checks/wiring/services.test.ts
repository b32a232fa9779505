import { describe, expect, it } from "vitest";
import { all, application, custom, deployment, found, service } from "./wiring.fixture.ts";

const web = deployment("web");

describe("a Service", () => {
  it("that selects pods and names their port is right", () => {
    expect(found(application(all(web, service("web"))))).toEqual([]);
  });

  it("that selects nothing is told, with what the nearest pods have", () => {
    expect(found(application(all(web, service("web", undefined, "app: wbe"))))).toEqual([
      "warning service-selector: Service web selects no pod: none in its namespace has the labels app=wbe",
    ]);
  });

  it("finds pods of every kind of workload", () => {
    const job =
      "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: j}\nspec: {jobTemplate: {spec: {template: {metadata: {labels: {app: j}}, spec: {containers: [{name: c}]}}}}}";
    const pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p, labels: {app: p}}\nspec: {containers: [{name: c}]}";
    const rollout = web.replace("apps/v1", "argoproj.io/v1alpha1").replace("Deployment", "Rollout");
    const cluster = custom("postgresql.cnpg.io/v1", "Cluster", "db");
    const services = [
      service("j", "{port: 80}"),
      service("p", "{port: 80}"),
      service("web"),
      service("db", "{port: 5432}", "cnpg.io/cluster: db, role: primary"),
    ];
    expect(found(application(all(job, pod, rollout, cluster, ...services)))).toEqual([]);
  });

  it("sees pods of other Applications of the cluster, but not of other namespaces", () => {
    const other = application(web.replace("name: web }", "name: web, namespace: other }"), { name: "other" });
    expect(found(application(service("web")), application(web, { name: "pods" }))).toEqual([]);
    expect(found(application(service("web")), other)).toHaveLength(1);
  });

  it.each([
    ["without a selector", "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {ports: [{port: 80}]}"],
    [
      "of an external name",
      "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {type: ExternalName, selector: {a: b}}",
    ],
    [
      "whose pods an operator makes",
      all(custom("kafka.strimzi.io/v1", "Kafka", "events"), service("k", undefined, "name: events-kafka")),
    ],
    ["whose pods a Helm release brings", all(custom("helm.toolkit.fluxcd.io/v2", "HelmRelease", "x"), service("k"))],
    [
      "in the namespace of the cluster itself",
      service("dns", undefined, "k8s-app: kube-dns").replace("name: dns,", "name: dns, namespace: kube-system,"),
    ],
  ])("%s is left alone", (_what, text) => {
    expect(found(application(text))).toEqual([]);
  });

  it("is left alone where its pods may be in an Application that did not render", () => {
    const missing = application("", { name: "chart", resources: [], complete: false });
    expect(found(application(service("web")), missing)).toEqual([]);
    expect(found(application(service("web")), { ...missing, namespace: "elsewhere" })).toHaveLength(1);
  });

  it("needs the name of a port, while a number need not be declared", () => {
    expect(found(application(all(web, service("web", "{ port: 80, targetPort: web }"))))).toEqual([
      "error service-port: Service web: no container of Deployment web has a TCP port named web",
    ]);
    expect(found(application(all(web, service("web", "{ port: 80, targetPort: http, protocol: UDP }"))))).toHaveLength(
      1,
    );
    expect(found(application(all(web, service("web", "{ port: 80, targetPort: 9090 }"))))).toEqual([
      "notice service-port: Service web sends to port 9090, which no container of Deployment web declares",
    ]);
    const silent = web.replace("ports: [{ name: http, containerPort: 8080 }]", "image: web");
    expect(found(application(all(silent, service("web", "{ port: 80, targetPort: 9090 }"))))).toEqual([]);
  });
});

describe("an island, which nothing in the repository deploys", () => {
  const island = (text: string, name: string) =>
    application(text, { name, kind: "implicit", destination: "", namespace: "" });

  it("weighs less", () => {
    expect(found(island(service("web"), "a"))).toEqual([
      "notice service-selector: Service web selects no pod: none in its namespace has the labels app=web",
    ]);
  });

  it("may be applied beside another one, though not beside an alternative of itself", () => {
    expect(found(island(service("web"), "a"), island(web, "b"))).toEqual([]);
    expect(found(island(service("web"), "dev"), island(all(web, service("web")), "prod"))).toHaveLength(1);
  });

  it("of leftovers is not judged", () => {
    expect(found({ ...island(service("web"), "a"), aside: true })).toEqual([]);
  });
});

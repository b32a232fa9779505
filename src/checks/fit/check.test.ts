import { describe, expect, it } from "vitest";
import { deployed, environmentOf, platformOf, resourcesIn, sentences } from "../platform.fixture.ts";
import { checkFit } from "./check.ts";
import { loadsOf } from "./load.ts";
import { podRequests } from "./requests.ts";

const asks = (name: string, cpu: string, memory: string, more = "") =>
  `{ name: ${name}, resources: { requests: { cpu: ${cpu}, memory: ${memory} } } ${more} }`;
const workload = (name: string, kind: string, spec: string, containers: string) => `---
apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name}, namespace: web }
spec:
  ${spec}
  template: { spec: { containers: [${containers}] } }
`;
const memory = (text: string) =>
  loadsOf([deployed(resourcesIn(text))]).map(({ name, amount }) => [name, amount.memory / 1024 ** 2]);

describe("what a pod requests", () => {
  const mebibytes = (containers: number[], starting: [number, boolean][]) => {
    const resources = (size: number) => ({ resources: { requests: { memory: `${size}Mi` } } });
    return (
      podRequests({
        containers: containers.map(resources),
        initContainers: starting.map(([size, stays]) => ({
          ...resources(size),
          ...(stays && { restartPolicy: "Always" }),
        })),
      }).memory /
      1024 ** 2
    );
  };

  it("is the sum of its containers, or what one needs to start", () => {
    expect(mebibytes([10, 20], [[25, false]])).toBe(30);
    expect(
      mebibytes(
        [10, 20],
        [
          [50, false],
          [40, false],
        ],
      ),
    ).toBe(50);
  });

  it("has sidecars in both sums, in the order that they start", () => {
    expect(
      mebibytes(
        [10],
        [
          [5, true],
          [12, false],
        ],
      ),
    ).toBe(17);
    expect(
      mebibytes(
        [10],
        [
          [12, false],
          [5, true],
        ],
      ),
    ).toBe(15);
  });

  it("follows limits, the defaults and the pod's own resources", () => {
    const limits = { resources: { limits: { cpu: "250m", memory: "1Gi" } } };
    expect(podRequests({ containers: [limits] })).toEqual({ cpu: 0.25, memory: 1024 ** 3 });
    expect(podRequests({ containers: [{}] }, { cpu: 0.1 })).toEqual({ cpu: 0.1, memory: 0 });
    expect(podRequests({ containers: [limits], resources: { requests: { cpu: 2 } } })).toEqual({
      cpu: 2,
      memory: 1024 ** 3,
    });
  });
});

describe("what Applications ask of a node", () => {
  it("is pods by their number, and of Jobs the largest", () => {
    const text = [
      workload("web", "Deployment", "replicas: 3", asks("web", "1m", "100Mi")),
      workload("agent", "DaemonSet", "", asks("agent", "1m", "50Mi")),
      workload("off", "Deployment", "replicas: 0", asks("off", "1m", "500Mi")),
      workload("small", "Job", "", asks("small", "1m", "10Mi")),
      workload("large", "Job", "parallelism: 2", asks("large", "1m", "60Mi")),
    ].join("");
    expect(memory(text)).toEqual([
      ["web/web", 300],
      ["web/large", 120],
      ["web/agent", 50],
    ]);
  });

  it("counts what autoscalers go down to, LimitRanges, and what operators make", () => {
    const text = `${workload("web", "Deployment", "replicas: 1", "{ name: web }")}---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: web }
spec: { minReplicas: 2, scaleTargetRef: { kind: Deployment, name: web } }
---
apiVersion: v1
kind: LimitRange
metadata: { name: defaults, namespace: web }
spec: { limits: [{ type: Container, defaultRequest: { memory: 64Mi } }] }
---
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: db, namespace: web }
spec: { instances: 3, resources: { requests: { memory: 256Mi } } }
`;
    expect(memory(text)).toEqual([
      ["web/db", 768],
      ["web/web", 128],
    ]);
  });
});

describe("an Environment's server", () => {
  const heavy = deployed(resourcesIn(workload("web", "Deployment", "replicas: 3", asks("web", "100m", "1Gi"))));
  const fit = (types: string, ...applications: Parameters<typeof platformOf>[0]) =>
    checkFit(platformOf(applications, { environments: environmentOf(types) }));

  it("is too small when requests and overhead do not fit; the finding is at its type", () => {
    const findings = fit("cx33, cx23", heavy);
    expect(sentences(findings)).toEqual([
      "warning fit/server Environment dev does not fit cx23: it needs 4.9 GiB of 3.6 GiB of memory allocatable; the largest are web/web (3072 MiB)",
    ]);
    expect(findings[0]?.at).toEqual([{ file: "environments/dev.yaml", line: 7, column: 19 }]);
    expect(fit("cx33, cax21", heavy)).toEqual([]);
  });

  it("may lack cores instead", () => {
    const busy = deployed(resourcesIn(workload("web", "Deployment", "replicas: 4", asks("web", "1", "1Mi"))));
    expect(sentences(fit("cx33", busy))).toEqual([
      "warning fit/server Environment dev does not fit cx33: it needs 4.2 cores of 4 cores allocatable; the largest are web/web (4 cores)",
    ]);
  });

  it("is compared with a lower bound where something could not be rendered, and says so", () => {
    const [finding] = fit("cx23", { ...heavy, complete: false });
    expect(finding?.message).toContain("it needs at least 4.9 GiB");
    expect(finding?.hint).toContain("lower bound: 1 of its Applications");
  });

  it("has nothing to do with what its bootstrap does not bring, or what goes elsewhere", () => {
    expect(
      fit("cx23", { ...heavy, name: "other", root: "other", at: [{ file: "other.yaml", line: 1, column: 1 }] }),
    ).toEqual([]);
    const child = { ...heavy, name: "child", root: "web", destination: "https://elsewhere", at: [] };
    expect(fit("cx23", deployed([]), child)).toEqual([]);
    expect(fit("cx23", deployed([]), { ...child, destination: "in-cluster" })).toHaveLength(1);
  });

  it("of an unknown type is compared with nothing", () => {
    expect(fit("cx99", heavy)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { createApiserver } from "apiserver-wasm";
import type { Finding } from "../../model/finding.ts";
import { deployed, resourcesIn, sentences } from "../platform.fixture.ts";
import type { DeployedApplication } from "../platform.ts";
import { quotaFindings, quotaQuestions } from "./quota.ts";

const apiserver = await createApiserver();
const checkQuotas = (applications: readonly DeployedApplication[]): Finding[] =>
  quotaQuestions(applications).flatMap((one) =>
    quotaFindings(one, apiserver.quotas(one.request), (_application, resource) => resource.origin),
  );
const said = (text: string): string[] => sentences(checkQuotas([deployed(resourcesIn(text))]));

const quota = (hard: string, more = "") => `---
apiVersion: v1
kind: ResourceQuota
metadata: { name: web, namespace: web }
spec: { hard: ${hard} ${more} }
`;
const web = `---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: web, namespace: web }
spec:
  replicas: 2
  template:
    spec:
      initContainers: [{ name: start, resources: { requests: { cpu: 300m }, limits: { memory: 2Gi } } }]
      containers: [{ name: web, resources: { requests: { cpu: 100m, memory: 1Gi }, limits: { memory: 1Gi } } }]
  volumeClaimTemplates: [{ spec: { resources: { requests: { storage: 5Gi } } } }]
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: web }
spec: { type: LoadBalancer, ports: [{ port: 80 }, { port: 443 }] }
---
apiVersion: batch/v1
kind: Job
metadata: { name: now-and-then, namespace: web }
spec: { template: { spec: { containers: [{ name: a, resources: { requests: { cpu: 100 } } }] } } }
`;

describe("a ResourceQuota", () => {
  it.each([
    ["requests.cpu: 500m", "500m of requests.cpu", "600m"],
    ["cpu: 500m", "500m of cpu", "600m"],
    ["requests.memory: 1Gi", "1Gi of requests.memory", "4Gi"],
    ["limits.memory: 3Gi", "3Gi of limits.memory", "4Gi"],
    ["pods: 1", "1 of pods", "2"],
    ["persistentvolumeclaims: 1", "1 of persistentvolumeclaims", "2"],
    ["requests.storage: 9Gi", "9Gi of requests.storage", "10Gi"],
    ['services.loadbalancers: "0"', "0 of services.loadbalancers", "1"],
    ["services.nodeports: 1", "1 of services.nodeports", "2"],
    ["count/statefulsets.apps: 0", "0 of count/statefulsets.apps", "1"],
  ])("that allows %s is exceeded", (hard, allows, needs) => {
    expect(said(`${quota(`{ ${hard} }`)}${web}`)).toEqual([
      `error fit/quota ResourceQuota web allows ${allows}, and what is declared in namespace web needs ${needs}`,
    ]);
  });

  it("that allows just enough is kept to", () => {
    const hard =
      "{ requests.cpu: 600m, requests.memory: 4Gi, limits.memory: 4Gi, pods: 2, requests.storage: 10Gi, services: 1, configmaps: 0 }";
    expect(said(`${quota(hard)}${web}`)).toEqual([]);
  });

  it("counts what a LimitRange gives to containers that say nothing", () => {
    const pods = `${quota("{ requests.memory: 1Gi }")}---
apiVersion: v1
kind: LimitRange
metadata: { name: defaults, namespace: web }
spec: { limits: [{ type: Container, defaultRequest: { memory: 600Mi } }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: web }
spec: { replicas: 2, template: { spec: { containers: [{ name: web }] } } }
`;
    expect(said(pods)).toEqual([
      "error fit/quota ResourceQuota web allows 1Gi of requests.memory, and what is declared in namespace web needs 1200Mi",
    ]);
  });

  it("counts only some pods where it has scopes", () => {
    expect(said(`${quota("{ pods: 1 }", ", scopes: [BestEffort]")}${web}`)).toEqual([]);
    expect(said(`${quota("{ pods: 1 }", ", scopes: [NotBestEffort]")}${web}`)).toHaveLength(1);
  });

  it("refuses pods that do not say what it counts", () => {
    const silent = web.replace(/name: web,? resources: [^\n]*/, "name: web }]");
    expect(said(`${quota("{ limits.cpu: 1 }")}${silent}`)).toEqual([
      "error fit/quota ResourceQuota web refuses pods in namespace web that do not say their limits.cpu, as those of StatefulSet web do not",
    ]);
  });

  it("counts as many pods as an autoscaler leaves", () => {
    const scaler = `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: web }
spec: { minReplicas: 4, maxReplicas: 9, scaleTargetRef: { apiVersion: apps/v1, kind: StatefulSet, name: web } }
`;
    expect(said(`${quota("{ pods: 3 }")}${web}${scaler}`)).toEqual([
      "error fit/quota ResourceQuota web allows 3 of pods, and what is declared in namespace web needs 4",
    ]);
  });

  it("counts all Applications of its environment, and none of another", () => {
    const one = deployed(resourcesIn(quota("{ pods: 3 }") + web));
    const other = { ...deployed(resourcesIn(web)), name: "other", declaredName: "other", root: "other" };
    const apart = { ...other, destination: "https://elsewhere" };
    expect(checkQuotas([one, other])).toHaveLength(1);
    expect(checkQuotas([one, apart])).toEqual([]);
  });
});

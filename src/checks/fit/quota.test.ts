import { describe, expect, it } from "vitest";
import { deployed, platformOf, resourcesIn, said, sentences } from "../platform.fixture.ts";
import { checkQuotas } from "./quota.ts";

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
    ["requests.cpu: 500m", "0.5 of requests.cpu", "0.6"],
    ["cpu: 500m", "0.5 of cpu", "0.6"],
    ["requests.memory: 1Gi", "1024 MiB of requests.memory", "4096 MiB"],
    ["limits.memory: 3Gi", "3072 MiB of limits.memory", "4096 MiB"],
    ["pods: 1", "1 of pods", "2"],
    ["persistentvolumeclaims: 1", "1 of persistentvolumeclaims", "2"],
    ["requests.storage: 9Gi", "9216 MiB of requests.storage", "10240 MiB"],
    ['services.loadbalancers: "0"', "0 of services.loadbalancers", "1"],
    ["services.nodeports: 1", "1 of services.nodeports", "2"],
    ["count/statefulsets.apps: 0", "0 of count/statefulsets.apps", "1"],
  ])("that allows %s is exceeded", (hard, allows, needs) => {
    expect(said(checkQuotas, `${quota(`{ ${hard} }`)}${web}`)).toEqual([
      `error fit/quota ResourceQuota web allows ${allows}, and what is declared in namespace web needs ${needs}`,
    ]);
  });

  it("that allows just enough is kept to", () => {
    const hard =
      "{ requests.cpu: 600m, requests.memory: 4Gi, limits.memory: 4Gi, pods: 2, requests.storage: 10Gi, services: 1, configmaps: 0 }";
    expect(said(checkQuotas, `${quota(hard)}${web}`)).toEqual([]);
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
    expect(said(checkQuotas, pods)).toEqual([
      "error fit/quota ResourceQuota web allows 1024 MiB of requests.memory, and what is declared in namespace web needs 1200 MiB",
    ]);
  });

  it("counts only some pods where it has scopes, which is not judged", () => {
    expect(said(checkQuotas, `${quota("{ pods: 0 }", ", scopes: [BestEffort]")}${web}`)).toEqual([]);
  });

  it("counts all Applications of its environment, and none of another", () => {
    const one = deployed(resourcesIn(quota("{ pods: 3 }") + web));
    const other = { ...deployed(resourcesIn(web)), name: "other", declaredName: "other", root: "other" };
    const apart = { ...other, destination: "https://elsewhere" };
    expect(sentences(checkQuotas(platformOf([one, other])))).toHaveLength(1);
    expect(checkQuotas(platformOf([one, apart]))).toEqual([]);
  });
});

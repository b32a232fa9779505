import { describe, expect, test } from "vitest";
import { createApiserver } from "./index.ts";
import type { Manifest } from "./index.ts";

const apiserver = await createApiserver();

const quota = (hard: object, more: object = {}) => ({
  apiVersion: "v1",
  kind: "ResourceQuota",
  metadata: { name: "quota" },
  spec: { hard, ...more },
});
const podSpec = (resources: object, more: object = {}) => ({
  containers: [{ name: "web", image: "nginx", resources }],
  ...more,
});
const workload = (apiVersion: string, kind: string, resources: object, more: object = {}) => ({
  apiVersion,
  kind,
  metadata: { name: "web" },
  spec: {
    selector: { matchLabels: { app: "web" } },
    template: { metadata: { labels: { app: "web" } }, spec: podSpec(resources) },
    ...more,
  },
});
const claim = {
  spec: { accessModes: ["ReadWriteOnce"], storageClassName: "fast", resources: { requests: { storage: "2Gi" } } },
};

function used(hard: object, objects: Manifest[], more: object = {}, limitRanges: Manifest[] = []) {
  const uses = apiserver.quotas({ quotas: [quota(hard, more)], objects, limitRanges });
  return Object.fromEntries(uses.map((use) => [use.resource, use.used + (use.exceeded ? " exceeded" : "")]));
}

describe("quotas", () => {
  test("count pods and what they ask for, replica by replica", () => {
    const objects = [
      workload(
        "apps/v1",
        "Deployment",
        { requests: { cpu: "250m", memory: "64Mi" }, limits: { memory: "128Mi" } },
        { replicas: 3 },
      ),
      workload("apps/v1", "DaemonSet", { requests: { cpu: "100m", memory: "32Mi" } }),
    ];
    expect(
      used(
        { pods: "3", "requests.cpu": "1", cpu: "1", "limits.memory": "1Gi", "count/deployments.apps": "1" },
        objects,
      ),
    ).toEqual({
      "count/deployments.apps": "1",
      cpu: "850m",
      "limits.memory": "384Mi",
      pods: "4 exceeded",
      "requests.cpu": "850m",
    });
  });

  test("tell who takes what, and who does not say", () => {
    const objects = [
      workload("apps/v1", "Deployment", {}),
      workload("apps/v1", "DaemonSet", { requests: { cpu: "1" } }),
    ];
    expect(apiserver.quotas({ quotas: [quota({ "requests.cpu": "500m" })], objects })).toEqual([
      {
        quota: "quota",
        resource: "requests.cpu",
        hard: "500m",
        used: "1",
        exceeded: true,
        by: [{ kind: "DaemonSet", name: "web", used: "1" }],
        silent: [{ kind: "Deployment", name: "web", used: "0" }],
      },
    ]);
  });

  test("take defaults from LimitRanges", () => {
    const limits = {
      apiVersion: "v1",
      kind: "LimitRange",
      metadata: { name: "limits" },
      spec: { limits: [{ type: "Container", defaultRequest: { cpu: "200m" } }] },
    };
    expect(used({ "requests.cpu": "1" }, [workload("apps/v1", "Deployment", {})], {}, [limits])).toEqual({
      "requests.cpu": "200m",
    });
  });

  test("count claims, of StatefulSets too, and by class", () => {
    const objects = [
      { apiVersion: "v1", kind: "PersistentVolumeClaim", metadata: { name: "data" }, ...claim },
      workload(
        "apps/v1",
        "StatefulSet",
        {},
        { serviceName: "web", replicas: 2, volumeClaimTemplates: [{ metadata: { name: "data" }, ...claim }] },
      ),
    ];
    const hard = {
      persistentvolumeclaims: "2",
      "requests.storage": "6Gi",
      "fast.storageclass.storage.k8s.io/requests.storage": "5Gi",
      "slow.storageclass.storage.k8s.io/requests.storage": "5Gi",
    };
    expect(used(hard, objects)).toEqual({
      persistentvolumeclaims: "3 exceeded",
      "requests.storage": "6Gi",
      "fast.storageclass.storage.k8s.io/requests.storage": "6Gi exceeded",
      "slow.storageclass.storage.k8s.io/requests.storage": "0",
    });
  });

  test("count ports of Services", () => {
    const balancer = {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: "web" },
      spec: {
        type: "LoadBalancer",
        ports: [
          { name: "a", port: 80 },
          { name: "b", port: 443 },
        ],
      },
    };
    expect(used({ services: "1", "services.loadbalancers": "0", "services.nodeports": "2" }, [balancer])).toEqual({
      services: "1",
      "services.loadbalancers": "1 exceeded",
      "services.nodeports": "2",
    });
  });

  test("count within their scopes", () => {
    const spec = podSpec({}, { activeDeadlineSeconds: 60, restartPolicy: "Never" });
    const objects = [
      { apiVersion: "batch/v1", kind: "Job", metadata: { name: "job" }, spec: { parallelism: 2, template: { spec } } },
      workload("apps/v1", "Deployment", { requests: { cpu: "1" } }),
    ];
    const pods = (scopes: string[]) => used({ pods: "5" }, objects, { scopes })["pods"];
    expect(pods(["Terminating"])).toBe("2");
    expect(pods(["NotTerminating"])).toBe("1");
    expect(pods(["BestEffort"])).toBe("2");
    expect(pods(["NotBestEffort"])).toBe("1");
    expect(pods(["PriorityClass"])).toBe("0");
  });
});

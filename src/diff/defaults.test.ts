import { describe, expect, test } from "vitest";
import { deployment, fields } from "./compare.fixture.ts";
import { object } from "./structure-table.ts";

describe("a pod that says what the API server would fill in is no change", () => {
  test.each<[string, string, string]>([
    [
      "reordered keys and containers",
      "containers: [{name: a, image: x}, {name: b, image: y}]",
      "containers: [{image: y, name: b}, {image: x, name: a}]",
    ],
    [
      "reordered variables",
      "containers: [{name: a, env: [{name: A, value: '1'}, {name: B, value: '2'}]}]",
      "containers: [{name: a, env: [{name: B, value: '2'}, {name: A, value: '1'}]}]",
    ],
    [
      "quantities",
      "containers: [{name: a, resources: {limits: {cpu: 1000m, memory: 1Gi}}}]",
      "containers: [{name: a, resources: {limits: {cpu: 1, memory: 1024Mi}}}]",
    ],
    [
      "a protocol",
      "containers: [{name: a, ports: [{containerPort: 80}]}]",
      "containers: [{name: a, ports: [{containerPort: 80, protocol: TCP}]}]",
    ],
    [
      "the pull policy of a tag",
      "containers: [{name: a, image: 'r:5000/i:1'}]",
      "containers: [{name: a, image: 'r:5000/i:1', imagePullPolicy: IfNotPresent}]",
    ],
    [
      "the pull policy of no tag",
      "containers: [{name: a, image: 'r:5000/i'}]",
      "containers: [{name: a, image: 'r:5000/i', imagePullPolicy: Always}]",
    ],
    [
      "the pull policy of a digest",
      "containers: [{name: a, image: 'i@sha256:0'}]",
      "containers: [{name: a, image: 'i@sha256:0', imagePullPolicy: IfNotPresent}]",
    ],
    [
      "a probe",
      "containers: [{name: a, livenessProbe: {httpGet: {port: 80}}}]",
      "containers: [{name: a, livenessProbe: {httpGet: {port: 80, path: /, scheme: HTTP}, periodSeconds: 10}}]",
    ],
    [
      "a volume's mode",
      "volumes: [{name: a, secret: {secretName: s}}]",
      "volumes: [{name: a, secret: {secretName: s, defaultMode: 420}}]",
    ],
    [
      "the pod itself",
      "containers: []",
      "{restartPolicy: Always, dnsPolicy: ClusterFirst, securityContext: {}, terminationGracePeriodSeconds: 30, volumes: []}",
    ],
    ["an alias", "serviceAccountName: web", "{serviceAccountName: web, serviceAccount: web}"],
    ["null", "nodeSelector: null", "nodeSelector: {}"],
  ])("%s", (_, before, after) => {
    expect(fields(deployment(before), deployment(after))).toEqual([]);
    expect(fields(deployment(after), deployment(before))).toEqual([]);
  });
});

describe("a resource that says what the API server would fill in is no change", () => {
  test.each([
    [
      "{apiVersion: apps/v1, kind: Deployment, spec: {}}",
      "{apiVersion: apps/v1, kind: Deployment, spec: {replicas: 1, strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 25%}}}}",
    ],
    [
      "{apiVersion: apps/v1, kind: StatefulSet, spec: {volumeClaimTemplates: [{spec: {}}]}}",
      "{apiVersion: apps/v1, kind: StatefulSet, spec: {podManagementPolicy: OrderedReady, volumeClaimTemplates: [{apiVersion: v1, kind: PersistentVolumeClaim, spec: {volumeMode: Filesystem}}]}}",
    ],
    [
      "{apiVersion: batch/v1, kind: CronJob, spec: {}}",
      "{apiVersion: batch/v1, kind: CronJob, spec: {concurrencyPolicy: Allow, suspend: false, failedJobsHistoryLimit: 1}}",
    ],
    [
      "{apiVersion: v1, kind: Service, spec: {ports: [{port: 80}]}}",
      "{apiVersion: v1, kind: Service, spec: {type: ClusterIP, internalTrafficPolicy: Cluster, ports: [{port: 80, targetPort: 80, protocol: TCP}]}}",
    ],
    ["{apiVersion: v1, kind: Secret}", "{apiVersion: v1, kind: Secret, type: Opaque}"],
    [
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}",
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, labels: {}, annotations: null}, data: {}}",
    ],
    [
      "{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, rules: [{verbs: [get, list]}]}",
      "{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, rules: [{verbs: [list, get]}]}",
    ],
    [
      "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, subjects: [{kind: ServiceAccount, name: a}]}",
      "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, subjects: [{kind: ServiceAccount, name: a, apiGroup: ''}]}",
    ],
    [
      "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, spec: {egress: [{}]}}",
      "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, spec: {egress: [{}], policyTypes: [Egress, Ingress]}}",
    ],
    [
      "{apiVersion: v1, kind: ResourceQuota, spec: {hard: {requests.memory: 1Gi}}}",
      "{apiVersion: v1, kind: ResourceQuota, spec: {hard: {requests.memory: 1024Mi}}}",
    ],
  ])("%s", (before, after) => {
    expect(fields(before, after)).toEqual([]);
    expect(fields(after, before)).toEqual([]);
  });

  test("as its schema declares, for a custom resource", () => {
    const structure = object({ mode: { default: "Auto" }, tags: { setList: true }, size: { format: "quantity" } });
    const cr = "apiVersion: example.com/v1\nkind: Thing\n";
    const after = `${cr}mode: Auto\ntags: [b, a]\nsize: 1024Mi`;
    expect(fields(`${cr}size: 1Gi\ntags: [a, b]`, after, structure)).toEqual([]);
    expect(fields(`${cr}size: 1Gi\ntags: [a, b]`, after)).not.toEqual([]);
  });

  test("as pods do, for the amounts in a kind without a schema", () => {
    const cr = (cpu: string): string => `{apiVersion: example.com/v1, kind: Thing, spec: {limits: {cpu: ${cpu}}}}`;
    expect(fields(cr("1"), cr("1000m"))).toEqual([]);
  });
});

describe("what is not the default is a change", () => {
  test.each([
    ["restartPolicy: Never"],
    ["containers: [{name: a, image: 'i:1', imagePullPolicy: Always}]"],
    ["volumes: [{name: a, emptyDir: {}}]"],
    ["automountServiceAccountToken: false"],
  ])("%s", (after) => {
    expect(fields(deployment("{}"), deployment(after))).toHaveLength(1);
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { z } from "zod";
import { kwokSource } from "./binaries.ts";

/** A pod with this label does not simply run; its value says what becomes of it. */
export const fateLabel = "rehearsal.slipway.dev/fate";
export type Fate = "image-missing" | "fails" | "stays";

const own = ["node/fast/node-initialize", "node/heartbeat-with-lease/node-heartbeat-with-lease"];
const pods = ["pod/fast/pod-ready", "pod/fast/pod-complete", "pod/fast/pod-delete"];

const stage = z.looseObject({
  metadata: z.looseObject({ name: z.string() }),
  spec: z.looseObject({ selector: z.looseObject({ matchExpressions: z.array(z.unknown()) }) }),
});

/** What happens to objects on the way to being ready, as kwok reads it; `logs` is the file that every container's log is. */
export function stagesText(logs: string): string {
  const read = (path: string) =>
    stage.parse(parse(readFileSync(join(kwokSource(), "kustomize", "stage", `${path}.yaml`), "utf8")));
  const fateless = { key: `.metadata.labels["${fateLabel}"]`, operator: "DoesNotExist" };
  const usual = pods.map(read).map((one) => {
    if (one.metadata.name === "pod-delete") return one;
    const { selector } = one.spec;
    const matchExpressions = [...selector.matchExpressions, fateless];
    return { ...one, spec: { ...one.spec, selector: { ...selector, matchExpressions } } };
  });
  const clusterLogs = {
    apiVersion: "kwok.x-k8s.io/v1alpha1",
    kind: "ClusterLogs",
    metadata: { name: "logs" },
    spec: { selector: {}, logs: [{ logsFile: logs }] },
  };
  return [...own.map(read), ...usual, clusterLogs].map((one) => `---\n${stringify(one)}`).join("") + further;
}

/** A load balancer, an ingress controller, a provisioner of volumes, and pods that come to a bad end. */
const further = `---
apiVersion: kwok.x-k8s.io/v1alpha1
kind: Stage
metadata: { name: service-address }
spec:
  resourceRef: { apiGroup: v1, kind: Service }
  selector:
    matchExpressions:
      - { key: .spec.type, operator: In, values: [LoadBalancer] }
      - { key: ".status.loadBalancer.ingress.[].ip", operator: DoesNotExist }
  next:
    statusTemplate: |
      loadBalancer: { ingress: [{ ip: 203.0.113.10, ipMode: VIP }] }
---
apiVersion: kwok.x-k8s.io/v1alpha1
kind: Stage
metadata: { name: ingress-address }
spec:
  resourceRef: { apiGroup: networking.k8s.io/v1, kind: Ingress }
  selector:
    matchExpressions:
      - { key: ".status.loadBalancer.ingress.[].ip", operator: DoesNotExist }
  next:
    statusTemplate: |
      loadBalancer: { ingress: [{ ip: 203.0.113.10 }] }
---
apiVersion: kwok.x-k8s.io/v1alpha1
kind: Stage
metadata: { name: local-path-provision }
spec:
  resourceRef: { apiGroup: v1, kind: PersistentVolumeClaim }
  selector:
    matchExpressions:
      - cel: { expression: "has(self.spec.storageClassName) && self.spec.storageClassName == 'local-path'" }
      - cel: { expression: "!has(self.metadata.deletionTimestamp)" }
      - cel: { expression: "!has(self.spec.volumeName)" }
      - cel: { expression: "has(self.metadata.annotations) && 'volume.kubernetes.io/selected-node' in self.metadata.annotations" }
  steps:
    - apply:
        template: |
          apiVersion: v1
          kind: PersistentVolume
          metadata:
            name: pvc-{{ .metadata.uid }}
            annotations: { pv.kubernetes.io/provisioned-by: rancher.io/local-path }
          spec:
            accessModes:
            {{ YAML .spec.accessModes 2 }}
            capacity:
            {{ YAML .spec.resources.requests 2 }}
            persistentVolumeReclaimPolicy: Delete
            storageClassName: local-path
            volumeMode: Filesystem
            claimRef:
              apiVersion: v1
              kind: PersistentVolumeClaim
              name: {{ .metadata.name | Quote }}
              namespace: {{ .metadata.namespace | Quote }}
              uid: {{ .metadata.uid | Quote }}
            hostPath: { path: /nowhere/pvc-{{ .metadata.uid }}, type: DirectoryOrCreate }
---
apiVersion: kwok.x-k8s.io/v1alpha1
kind: Stage
metadata: { name: pod-image-missing }
spec:
  resourceRef: { apiGroup: v1, kind: Pod }
  selector:
    matchLabels: { ${fateLabel}: image-missing }
    matchExpressions:
      - { key: ".metadata.deletionTimestamp", operator: DoesNotExist }
      - { key: ".spec.nodeName", operator: Exists }
      - { key: ".status.containerStatuses", operator: DoesNotExist }
  next:
    statusTemplate: |
      phase: Pending
      containerStatuses:
      {{ range .spec.containers }}
      - image: {{ .image | Quote }}
        name: {{ .name | Quote }}
        ready: false
        restartCount: 0
        state:
          waiting:
            reason: ImagePullBackOff
            message: Back-off pulling image {{ .image | Quote }}
      {{ end }}
---
apiVersion: kwok.x-k8s.io/v1alpha1
kind: Stage
metadata: { name: pod-fails }
spec:
  resourceRef: { apiGroup: v1, kind: Pod }
  selector:
    matchLabels: { ${fateLabel}: fails }
    matchExpressions:
      - { key: ".metadata.deletionTimestamp", operator: DoesNotExist }
      - { key: ".spec.nodeName", operator: Exists }
      - { key: ".status.containerStatuses", operator: DoesNotExist }
  next:
    statusTemplate: |
      {{ $now := Now }}
      phase: Failed
      containerStatuses:
      {{ range .spec.containers }}
      - image: {{ .image | Quote }}
        name: {{ .name | Quote }}
        ready: false
        restartCount: 0
        state:
          terminated:
            exitCode: 1
            reason: Error
            startedAt: {{ $now | Quote }}
            finishedAt: {{ $now | Quote }}
      {{ end }}
`;

import type { JsonObject } from "../model/resource.ts";
import { claim, metadata, podTemplate } from "./defaults-pod.ts";
import type { StructureNode } from "./structure.ts";
import { implied, listOf, object, quantity, spec, value } from "./structure-table.ts";

const history = {
  replicas: value(1),
  revisionHistoryLimit: value(10),
  minReadySeconds: value(0),
  template: podTemplate,
};

/** `rollingUpdate` is filled in only under the strategy of that name. */
const rolling = (fields: Record<string, StructureNode>): StructureNode =>
  implied({ type: value("RollingUpdate"), rollingUpdate: implied(fields) });

const jobSpec = object({
  backoffLimit: value(6),
  parallelism: value(1),
  completions: {
    defaultFrom: (spec) => (spec.parallelism === undefined || spec.parallelism === 1 ? 1 : undefined),
  },
  completionMode: value("NonIndexed"),
  suspend: value(false),
  manualSelector: value(false),
  podReplacementPolicy: {
    defaultFrom: (spec) => (spec.podFailurePolicy === undefined ? "TerminatingOrFailed" : "Failed"),
  },
  template: podTemplate,
});

const metricTarget = object({ averageValue: quantity, value: quantity });
const metricSource = object({ target: metricTarget });
const metric = object({ resource: metricSource, pods: metricSource, object: metricSource, external: metricSource });

const averageCPU = {
  type: "Resource",
  resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 80 } },
};
const percent = { type: "Percent", value: 100, periodSeconds: 15 };
const scaling = (policies: JsonObject[], window: StructureNode): StructureNode =>
  implied({ selectPolicy: value("Max"), policies: value(policies), stabilizationWindowSeconds: window });
const autoscaler = object({
  minReplicas: value(1),
  metrics: { ...listOf(metric), default: [averageCPU] },
  behavior: object({
    scaleUp: scaling([{ type: "Pods", value: 4, periodSeconds: 15 }, percent], value(0)),
    scaleDown: scaling([percent], {}),
  }),
});

/** The kinds that run pods, and what scales them. */
export const workloads: Readonly<Record<string, StructureNode>> = {
  "apps/Deployment": spec(
    object({
      ...history,
      progressDeadlineSeconds: value(600),
      paused: value(false),
      strategy: rolling({ maxSurge: value("25%"), maxUnavailable: value("25%") }),
    }),
  ),
  "apps/ReplicaSet": spec(object(history)),
  "apps/StatefulSet": spec(
    object({
      ...history,
      podManagementPolicy: value("OrderedReady"),
      updateStrategy: rolling({ partition: value(0), maxUnavailable: value(1) }),
      persistentVolumeClaimRetentionPolicy: implied({ whenDeleted: value("Retain"), whenScaled: value("Retain") }),
      volumeClaimTemplates: listOf(
        object({
          apiVersion: value("v1"),
          kind: value("PersistentVolumeClaim"),
          metadata,
          spec: claim,
          status: implied({ phase: value("Pending") }),
        }),
      ),
    }),
  ),
  "apps/DaemonSet": spec(
    object({ ...history, updateStrategy: rolling({ maxUnavailable: value(1), maxSurge: value(0) }) }),
  ),
  "batch/Job": spec(jobSpec),
  "batch/CronJob": spec(
    object({
      concurrencyPolicy: value("Allow"),
      suspend: value(false),
      successfulJobsHistoryLimit: value(3),
      failedJobsHistoryLimit: value(1),
      jobTemplate: object({ metadata, spec: jobSpec }),
    }),
  ),
  "autoscaling/HorizontalPodAutoscaler": spec(autoscaler),
};

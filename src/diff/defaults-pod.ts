import type { Json, JsonObject } from "../model/resource.ts";
import type { StructureNode } from "./structure.ts";
import {
  implied,
  keyed,
  listOf,
  map,
  object,
  quantities,
  quantity,
  resourceAmounts,
  set,
  value,
} from "./structure-table.ts";

/*
 * What Kubernetes documents about pod templates and its OpenAPI leaves out: defaults, list keys, and the objects of which
 * the empty one means nothing. Source: the field descriptions of the API reference, "Defaults to …".
 */

export const metadata: StructureNode = implied({ labels: map(), annotations: map(), finalizers: set });
export const claim: StructureNode = object({
  volumeMode: value("Filesystem"),
  resources: resourceAmounts,
  volumeName: value(""),
});

const off = value(false);
const port = { protocol: value("TCP") };

/** "Defaults to Always if :latest tag is specified, or IfNotPresent otherwise." */
function pullPolicy({ image }: JsonObject): Json {
  if (typeof image !== "string") return "IfNotPresent";
  const [name = "", digest] = image.split("@", 2);
  const tag = name.slice(name.lastIndexOf("/") + 1).split(":")[1];
  return tag === "latest" || (tag === undefined && digest === undefined) ? "Always" : "IfNotPresent";
}

const httpGet = object({ path: value("/"), scheme: value("HTTP"), host: value("") });
const handler = { httpGet, grpc: object({ service: value("") }) };
const probe = object({
  ...handler,
  initialDelaySeconds: value(0),
  timeoutSeconds: value(1),
  periodSeconds: value(10),
  successThreshold: value(1),
  failureThreshold: value(3),
});
const fieldRef = object({ apiVersion: value("v1") });
const resourceFieldRef = object({ divisor: { default: "0", format: "quantity" } });
const optional = object({ optional: off });

const container: StructureNode = object({
  imagePullPolicy: { defaultFrom: pullPolicy },
  terminationMessagePath: value("/dev/termination-log"),
  terminationMessagePolicy: value("File"),
  workingDir: value(""),
  stdin: off,
  stdinOnce: off,
  tty: off,
  resources: resourceAmounts,
  securityContext: implied({ capabilities: implied(), privileged: off, procMount: value("Default") }),
  lifecycle: implied({ postStart: object({ httpGet }), preStop: object({ httpGet }) }),
  livenessProbe: probe,
  readinessProbe: probe,
  startupProbe: probe,
  ports: keyed(["containerPort", "protocol"], object(port)),
  volumeMounts: keyed(["mountPath"], object({ readOnly: off, subPath: value(""), subPathExpr: value("") })),
  volumeDevices: keyed(["devicePath"]),
  envFrom: listOf(object({ prefix: value(""), configMapRef: optional, secretRef: optional })),
  env: keyed(
    ["name"],
    object({
      value: value(""),
      valueFrom: object({ fieldRef, resourceFieldRef, configMapKeyRef: optional, secretKeyRef: optional }),
    }),
  ),
});

const files = { defaultMode: value(420), optional: off };
const downwardItems = listOf(object({ fieldRef, resourceFieldRef }));
const projected = listOf(
  object({
    configMap: optional,
    secret: optional,
    downwardAPI: object({ items: downwardItems }),
    serviceAccountToken: object({ expirationSeconds: value(3600), audience: value("") }),
  }),
);
const emptyDir = object({ medium: value(""), sizeLimit: quantity });
/** "A volume without a source is an empty directory." */
function emptyDirectory(volume: JsonObject): Json | undefined {
  return Object.keys(volume).every((key) => key === "name") ? {} : undefined;
}
const volume = object({
  configMap: object(files),
  secret: object(files),
  downwardAPI: object({ defaultMode: value(420), items: downwardItems }),
  projected: object({ defaultMode: value(420), sources: projected }),
  emptyDir: { ...emptyDir, defaultFrom: emptyDirectory },
  image: object({ pullPolicy: { defaultFrom: ({ reference }) => pullPolicy({ image: reference ?? "" }) } }),
  ephemeral: object({ volumeClaimTemplate: object({ metadata, spec: claim }) }),
  hostPath: object({ type: value("") }),
  persistentVolumeClaim: object({ readOnly: off }),
});

const containers = keyed(["name"], container);

export const podSpec: StructureNode = object({
  containers,
  initContainers: { ...containers, ordered: true },
  ephemeralContainers: containers,
  volumes: keyed(["name"], volume),
  imagePullSecrets: keyed(["name"]),
  hostAliases: keyed(["ip"]),
  topologySpreadConstraints: keyed(["topologyKey", "whenUnsatisfiable"]),
  restartPolicy: value("Always"),
  dnsPolicy: value("ClusterFirst"),
  schedulerName: value("default-scheduler"),
  terminationGracePeriodSeconds: value(30),
  enableServiceLinks: value(true),
  serviceAccountName: { defaultFrom: (spec) => spec.serviceAccount ?? "" },
  serviceAccount: { defaultFrom: (spec) => spec.serviceAccountName },
  hostNetwork: off,
  hostPID: off,
  hostIPC: off,
  nodeName: value(""),
  nodeSelector: map(),
  affinity: implied({ nodeAffinity: implied(), podAffinity: implied(), podAntiAffinity: implied() }),
  dnsConfig: implied(),
  securityContext: implied(),
  overhead: quantities,
  resources: resourceAmounts,
});

export const podTemplate: StructureNode = object({ metadata, spec: podSpec });

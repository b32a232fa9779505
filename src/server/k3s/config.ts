import { stringify } from "yaml";
import type { DeclaredNode } from "./declared.ts";
import { k3sPaths } from "./paths.ts";
import { type NodeSize, reservations } from "./reservations.ts";

/** A file on the server. */
export interface NodeFile {
  path: string;
  content: string;
  mode: string;
}

export interface NodeConfig {
  node: DeclaredNode;
  size: NodeSize;
  datastore: "sqlite" | "etcd";
  /** Address of the API that the node joins; the first server joins none. */
  joins?: string | undefined;
}

/**
 * The files that say how k3s runs on a node, hardened as its guide says (https://docs.k3s.io/security/hardening-guide). The version is
 * pinned by its installation, and nothing in here upgrades it.
 */
export function nodeFiles(config: NodeConfig): readonly NodeFile[] {
  const text = `${header}${stringify(config.node.role === "server" ? serverConfig(config) : agentConfig(config))}`;
  const own = { path: k3sPaths.config, content: text, mode: "0600" };
  if (config.node.role === "agent") return [own];
  return [
    own,
    { path: k3sPaths.audit, content: header + stringify(auditPolicy), mode: "0600" },
    { path: k3sPaths.admission, content: header + stringify(admission), mode: "0600" },
  ];
}

const header = "# Written by slipway from the Environment; a change here is undone.\n";

function agentConfig({ node, size, datastore, joins }: NodeConfig) {
  const { kubeReserved, systemReserved } = reservations(size, node.role, datastore);
  const [external] = node.publicAddresses;
  return {
    "node-name": node.name,
    ...(node.privateAddress !== undefined && { "node-ip": node.privateAddress }),
    ...(node.privateAddress !== undefined && external !== undefined && { "node-external-ip": external }),
    ...(joins !== undefined && { server: joins, "token-file": k3sPaths.joinToken }),
    "protect-kernel-defaults": true,
    "kubelet-arg": [
      `kube-reserved=${kubeReserved}`,
      `system-reserved=${systemReserved}`,
      "eviction-hard=memory.available<100Mi,nodefs.available<5%,imagefs.available<5%,nodefs.inodesFree<5%",
      "streaming-connection-idle-timeout=5m",
      "image-gc-high-threshold=75",
      "image-gc-low-threshold=60",
    ],
  };
}

function serverConfig(config: NodeConfig) {
  const { node, datastore, joins } = config;
  return {
    ...agentConfig(config),
    ...(datastore === "etcd" && joins === undefined && { "cluster-init": true }),
    ...(node.privateAddress !== undefined && { "advertise-address": node.privateAddress }),
    "tls-san": [...node.publicAddresses, ...(node.privateAddress === undefined ? [] : [node.privateAddress])],
    "write-kubeconfig-mode": "0600",
    "secrets-encryption": true,
    "kube-apiserver-arg": [
      "enable-admission-plugins=NodeRestriction,EventRateLimit",
      `admission-control-config-file=${k3sPaths.admission}`,
      `audit-policy-file=${k3sPaths.audit}`,
      `audit-log-path=${k3sPaths.auditLog}`,
      "audit-log-maxage=30",
      "audit-log-maxbackup=5",
      "audit-log-maxsize=50",
    ],
    "kube-controller-manager-arg": ["terminated-pod-gc-threshold=100"],
  };
}

/** Who did what to which object, without contents, so that no secret gets into the log; what only reads or renews is left out. */
const auditPolicy = {
  apiVersion: "audit.k8s.io/v1",
  kind: "Policy",
  omitStages: ["RequestReceived"],
  rules: [
    { level: "None", nonResourceURLs: ["/healthz*", "/livez*", "/readyz*", "/version", "/openapi/*"] },
    {
      level: "None",
      resources: [
        { group: "coordination.k8s.io", resources: ["leases"] },
        { group: "", resources: ["events"] },
      ],
    },
    { level: "Metadata", resources: [{ group: "", resources: ["secrets", "serviceaccounts/token"] }] },
    { level: "None", verbs: ["get", "list", "watch"] },
    { level: "Metadata" },
  ],
};

/** A controller that goes wild with events is slowed down before it fills the datastore. */
const admission = {
  apiVersion: "apiserver.config.k8s.io/v1",
  kind: "AdmissionConfiguration",
  plugins: [
    {
      name: "EventRateLimit",
      configuration: {
        apiVersion: "eventratelimit.admission.k8s.io/v1alpha1",
        kind: "Configuration",
        limits: [
          { type: "Server", qps: 500, burst: 5000 },
          { type: "Namespace", qps: 50, burst: 500, cacheSize: 200 },
        ],
      },
    },
  ],
};

/** Files of k3s, where its documentation and its installer put them. */
export const k3sPaths = {
  binary: "/usr/local/bin/k3s",
  config: "/etc/rancher/k3s/config.yaml",
  audit: "/etc/rancher/k3s/audit.yaml",
  admission: "/etc/rancher/k3s/admission.yaml",
  kubeconfig: "/etc/rancher/k3s/k3s.yaml",
  /** The token that a node joins with; written over SSH, never part of user-data. */
  joinToken: "/etc/rancher/k3s/join-token",
  nodeToken: "/var/lib/rancher/k3s/server/node-token",
  auditLog: "/var/lib/rancher/k3s/server/logs/audit.log",
  etcd: "/var/lib/rancher/k3s/server/db/etcd",
  installer: "/usr/local/lib/slipway/k3s-install.sh",
  /** There from before a change until the node is ready after it. */
  unfinished: "/var/lib/slipway/k3s-unfinished",
} as const;

export const serviceOf = (role: "server" | "agent"): string => (role === "server" ? "k3s" : "k3s-agent");

import { join } from "node:path";
import type { JsonObject } from "../../../../src/model/resource.ts";
import { hostName } from "../machine/machine.ts";
import { network } from "../machine/network.ts";

/** `resolvConf` is an empty file: names outside the cluster lead nowhere. */
export const kubeletConfiguration = ({ pki, resolvConf }: { pki: string; resolvConf: string }): JsonObject => ({
  apiVersion: "kubelet.config.k8s.io/v1beta1",
  kind: "KubeletConfiguration",
  failCgroupV1: false,
  failSwapOn: false,
  cgroupDriver: "cgroupfs",
  containerRuntimeEndpoint: "unix:///run/containerd/containerd.sock",
  authentication: {
    anonymous: { enabled: false },
    webhook: { enabled: true },
    x509: { clientCAFile: join(pki, "ca.crt") },
  },
  authorization: { mode: "Webhook" },
  tlsCertFile: join(pki, "kubelet-server.crt"),
  tlsPrivateKeyFile: join(pki, "kubelet-server.key"),
  clusterDNS: [network.dns],
  clusterDomain: "cluster.local",
  resolvConf,
  // The disk is the host's, which may be rather full without that being the rehearsal's concern.
  evictionHard: { "memory.available": "50Mi", "nodefs.available": "1%", "imagefs.available": "1%" },
  imageGCHighThresholdPercent: 100,
  maxPods: 110,
  // The default is below /usr, which is the host's.
  volumePluginDir: "/var/lib/kubelet/volume-plugins",
  // One image that cannot be found must not keep the others waiting.
  serializeImagePulls: false,
});

export const kubeletArguments = (config: string, kubeconfig: string): string[] => [
  `--config=${config}`,
  `--kubeconfig=${kubeconfig}`,
  `--node-ip=${network.address}`,
  `--hostname-override=${hostName}`,
];

export const kubeProxyConfiguration = (kubeconfig: string): JsonObject => ({
  apiVersion: "kubeproxy.config.k8s.io/v1alpha1",
  kind: "KubeProxyConfiguration",
  mode: "nftables",
  clusterCIDR: network.pods,
  clientConnection: { kubeconfig },
  // These are the host's to set.
  conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: "0s", tcpCloseWaitTimeout: "0s" },
  hostnameOverride: hostName,
});

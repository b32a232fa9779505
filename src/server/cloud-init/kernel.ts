/**
 * Kernel settings of a node. The first six are what a kubelet with `protect-kernel-defaults` insists on
 * (kubernetes/pkg/kubelet/cm, k3s' hardening guide); the others keep a small node answering: swap is a last resort, and
 * many small file watchers do not run into the distribution's limits.
 */
export const sysctls: Readonly<Record<string, number>> = {
  "vm.overcommit_memory": 1,
  "vm.panic_on_oom": 0,
  "kernel.panic": 10,
  "kernel.panic_on_oops": 1,
  "kernel.keys.root_maxkeys": 1_000_000,
  "kernel.keys.root_maxbytes": 25_000_000,
  "vm.swappiness": 10,
  "fs.inotify.max_user_instances": 1024,
  "fs.inotify.max_user_watches": 524_288,
};

export const sysctlFile = (): string =>
  Object.entries(sysctls)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join("");

/**
 * Pods are forwarded, root is not: so the metadata service stays for the one and is gone for the others. A drop in any chain is final,
 * whatever Kubernetes accepts in its own. A pod on the host's network is not held back by this.
 */
export const metadataGuard = `table inet slipway_metadata
delete table inet slipway_metadata
table inet slipway_metadata {
  chain forward {
    type filter hook forward priority -200; policy accept;
    ip daddr 169.254.169.254 counter drop
  }
}
`;

/** Its own unit: Debian's nftables.service begins with \`flush ruleset\`, which would take Kubernetes' rules along. */
export const metadataGuardUnit = (file: string): string => `[Unit]
Description=Keep pods away from the metadata service
Before=k3s.service k3s-agent.service
ConditionPathExists=${file}

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/sbin/nft -f ${file}

[Install]
WantedBy=multi-user.target
`;

/** Files on the server that more than one part reads or writes. */
export const paths = {
  hostKey: "/etc/ssh/ssh_host_ed25519_key",
  /** The key that takes over from the one above, while it is being changed. */
  nextHostKey: "/etc/slipway/next_host_ed25519_key",
  /** Public half of the key that came with user-data, which anyone on the server could read there. */
  injectedHostKey: "/etc/slipway/injected_host_key.pub",
  /** How the first boot of this instance ended. */
  firstBoot: "/var/lib/slipway/first-boot.json",
  instanceId: "/var/lib/cloud/data/instance-id",
} as const;

import type { JsonObject } from "../../../../src/model/resource.ts";

export const pauseImage = "registry.k8s.io/pause:3.10";

/** Folders of containerd's own configuration, below one that survives reboots. */
export interface ContainerdFolders {
  networks: string;
  registries: string;
}

/** Version 3 of containerd's configuration, that of its second major version. */
export const containerdConfiguration = ({ networks, registries }: ContainerdFolders): string => `version = 3
[plugins.'io.containerd.cri.v1.images'.pinned_images]
  sandbox = '${pauseImage}'
[plugins.'io.containerd.cri.v1.images'.registry]
  config_path = '${registries}'
[plugins.'io.containerd.cri.v1.runtime']
  # Root without CAP_SYS_RESOURCE may not lower a pod's score, and the pod dies of trying.
  restrict_oom_score_adj = true
  disable_apparmor = true
[plugins.'io.containerd.internal.v1.opt']
  # The default is /opt/containerd, which is the host's.
  path = '/var/lib/containerd/opt'
[plugins.'io.containerd.nri.v1.nri']
  disable = true
[plugins.'io.containerd.cri.v1.runtime'.cni]
  bin_dirs = ['/usr/lib/cni']
  conf_dir = '${networks}'
`;

/** Every registry there is, docker.io, quay.io and ghcr.io among them, is the one at this URL. */
export const registryConfiguration = (url: string): string => `server = "${url}"
[host."${url}"]
  capabilities = ["pull", "resolve"]
`;

export const networkConfiguration: JsonObject = {
  cniVersion: "1.0.0",
  name: "pods",
  plugins: [
    {
      type: "bridge",
      bridge: "cni0",
      isGateway: true,
      ipMasq: true,
      hairpinMode: true,
      ipam: { type: "host-local", ranges: [[{ subnet: "10.42.0.0/24" }]], routes: [{ dst: "0.0.0.0/0" }] },
    },
    { type: "portmap", capabilities: { portMappings: true } },
  ],
};

import { built, kubernetes } from "../../../judge/binaries.ts";
import { asReleased } from "./as-released.ts";
import { traefikRecipe } from "./traefik.ts";

/** What a node runs beyond the control plane's own programs, each built once from its Go module. */
export const kubelet = (): string => built(kubernetes("kubelet"));
export const kubeProxy = (): string => built(kubernetes("kube-proxy"));
export const kubeControllerManager = (): string => built(kubernetes("kube-controller-manager"));
export const kubeScheduler = (): string => built(kubernetes("kube-scheduler"));

const containerdModule = { module: "github.com/containerd/containerd/v2", version: "v2.4.2" };
const stamp = `-X ${containerdModule.module}/version.Version=${containerdModule.version}`;

export const containerd = (): string =>
  built(asReleased({ ...containerdModule, name: "containerd", command: "cmd/containerd", stamp }));

/** containerd looks for it by this very name, so it is linked under it where it runs. */
export const containerdShim = (): string =>
  built(asReleased({ ...containerdModule, name: "containerd-shim-runc-v2", command: "cmd/containerd-shim-runc-v2" }));

export const registry = (): string =>
  built(
    asReleased({
      name: "registry",
      module: "github.com/distribution/distribution/v3",
      version: "v3.1.2",
      command: "cmd/registry",
    }),
  );

export const localPathProvisioner = (): string =>
  built(
    asReleased({
      name: "local-path-provisioner",
      module: "github.com/rancher/local-path-provisioner",
      version: "v0.0.30",
    }),
  );

export const coredns = (): string =>
  built(asReleased({ name: "coredns", module: "github.com/coredns/coredns", version: "v1.15.0" }));

export const traefik = (): string => built(traefikRecipe);

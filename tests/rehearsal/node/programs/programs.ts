import { built, kubernetes } from "../../../control-plane/binaries.ts";
import { registryProgram } from "../../../registries/distribution-registry.ts";
import { asReleased } from "./as-released.ts";
import { traefikRecipe } from "./traefik.ts";

export { kubeControllerManager, kubeScheduler } from "../../../control-plane/binaries.ts";

/** What a node runs beyond the control plane's own programs, each built once from its Go module. */
export const kubelet = (): string => built(kubernetes("kubelet"));
export const kubeProxy = (): string => built(kubernetes("kube-proxy"));

const containerdModule = { module: "github.com/containerd/containerd/v2", version: "v2.4.2" };
const stamp = `-X ${containerdModule.module}/version.Version=${containerdModule.version}`;

export const containerd = (): string =>
  built(asReleased({ ...containerdModule, name: "containerd", command: "cmd/containerd", stamp }));

export const containerdShim = (): string =>
  built(asReleased({ ...containerdModule, name: "containerd-shim-runc-v2", command: "cmd/containerd-shim-runc-v2" }));

export function registry(): string {
  const path = registryProgram();
  if (path === undefined) throw new Error("the registry is built from its Go module, and Go is not installed");
  return path;
}

export const localPathProvisioner = (): string => built(localPathRecipe);
export const coredns = (): string => built(corednsRecipe);
export const traefik = (): string => built(traefikRecipe);

const localPathRecipe = asReleased({
  name: "local-path-provisioner",
  module: "github.com/rancher/local-path-provisioner",
  version: "v0.0.30",
});

const corednsRecipe = asReleased({ name: "coredns", module: "github.com/coredns/coredns", version: "v1.15.0" });

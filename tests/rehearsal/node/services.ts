import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { etcd, kubeApiserver } from "../../control-plane/binaries.ts";
import type { Machine } from "./machine/machine.ts";
import type { Service } from "./machine/service.ts";
import { containerdConfiguration, networkConfiguration, registryConfiguration } from "./parts/containerd.ts";
import {
  apiserverArguments,
  controllerManagerArguments,
  etcdArguments,
  schedulerArguments,
  apiserverPort,
} from "./parts/control-plane.ts";
import { kubeletArguments, kubeletConfiguration, kubeProxyConfiguration } from "./parts/kubelet.ts";
import { writeKubeconfig } from "./pki.ts";
import {
  containerd,
  containerdShim,
  kubeControllerManager,
  kubelet,
  kubeProxy,
  kubeScheduler,
} from "./programs/programs.ts";

export type ServiceName =
  | "etcd"
  | "kube-apiserver"
  | "containerd"
  | "kube-controller-manager"
  | "kube-scheduler"
  | "kubelet"
  | "kube-proxy";

const programs = (): Readonly<Record<ServiceName | "containerd-shim-runc-v2", string>> => ({
  etcd: etcd(),
  "kube-apiserver": kubeApiserver(),
  containerd: containerd(),
  "containerd-shim-runc-v2": containerdShim(),
  "kube-controller-manager": kubeControllerManager(),
  "kube-scheduler": kubeScheduler(),
  kubelet: kubelet(),
  "kube-proxy": kubeProxy(),
});

/**
 * Writes what the machine's services are configured by and answers how each is started. `pki` holds the certificates;
 * `registry` is where every image comes from.
 */
export function configureServices(
  { folder }: Pick<Machine, "folder">,
  { pki, registry }: { pki: string; registry: string },
): Record<ServiceName, Service> {
  const bin = join(folder, "bin");
  const config = join(folder, "config");
  for (const sub of [bin, config, join(config, "net.d"), join(config, "certs.d", "_default")])
    mkdirSync(sub, { recursive: true });
  for (const [name, path] of Object.entries(programs())) {
    rmSync(join(bin, name), { force: true });
    symlinkSync(path, join(bin, name));
  }
  const write = (name: string, content: string | object): string => {
    const path = join(config, name);
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  };
  const folders = { pki, etcd: join(folder, "etcd") };
  const own = (client: Parameters<typeof writeKubeconfig>[1]): string =>
    writeKubeconfig(pki, client, `https://127.0.0.1:${apiserverPort}`);

  write(join("net.d", "10-bridge.conflist"), networkConfiguration);
  write(join("certs.d", "_default", "hosts.toml"), registryConfiguration(`http://${registry}`));
  const runtime = write(
    "containerd.toml",
    containerdConfiguration({ networks: join(config, "net.d"), registries: join(config, "certs.d") }),
  );
  const kubeletConfig = write("kubelet.json", kubeletConfiguration({ pki, resolvConf: write("resolv.conf", "") }));
  const proxyConfig = write("kube-proxy.json", kubeProxyConfiguration(own("kube-proxy")));

  const env = { PATH: `${bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`, HOME: "/root" };
  const service = (name: ServiceName, args: readonly string[]): Service => ({
    name,
    program: join(bin, name),
    args,
    env,
  });
  return {
    etcd: service("etcd", etcdArguments(folders)),
    "kube-apiserver": service("kube-apiserver", apiserverArguments(folders)),
    containerd: service("containerd", ["--config", runtime]),
    "kube-controller-manager": service(
      "kube-controller-manager",
      controllerManagerArguments(own("kube-controller-manager"), folders),
    ),
    "kube-scheduler": service("kube-scheduler", schedulerArguments(own("kube-scheduler"))),
    kubelet: service("kubelet", kubeletArguments(kubeletConfig, own("kubelet"))),
    "kube-proxy": service("kube-proxy", [`--config=${proxyConfig}`]),
  };
}

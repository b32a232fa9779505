import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { stringAt } from "../../src/gitops/json.ts";
import { kubeControllerManager, kubeScheduler, kwok } from "./binaries.ts";
import type { ControlPlane } from "./control-plane.ts";
import { freePorts, type Running, start, until } from "./processes.ts";
import { stagesText } from "./stages.ts";

/** Real controllers and a real scheduler, and a node on which kwok lets pods become what their stages say. */
export interface Workloads extends AsyncDisposable {
  /** What every container's log says, in the kubelet's format; it may be rewritten. */
  logFile: string;
}

/** Built, or found in the cache, before anything starts. */
const buildWorkloads = (): { controllers: string; scheduler: string; kwok: string } => ({
  controllers: kubeControllerManager(),
  scheduler: kubeScheduler(),
  kwok: kwok(),
});

export async function startWorkloads(plane: ControlPlane): Promise<Workloads> {
  const programs = buildWorkloads();
  const folder = join(plane.folder, "workloads");
  const [controllers = 0, scheduler = 0, kubelet = 0] = await freePorts(3);
  const env = { PATH: process.env["PATH"], HOME: plane.folder };
  const running: Running[] = [];
  const run = (name: string, path: string, args: readonly string[]): void => {
    running.push(start({ name, path, args, env, folder }));
  };
  const stop = async (): Promise<void> => {
    for (const program of running.toReversed()) await program[Symbol.asyncDispose]();
  };
  const config = ["kubeconfig", "authentication-kubeconfig", "authorization-kubeconfig"];
  const access = config.map((flag) => `--${flag}=${plane.kubeconfig}`);
  const local = ["--bind-address=127.0.0.1", "--leader-elect=false", "--profiling=false"];
  const authority = join(plane.folder, "certificates", "apiserver.crt");
  try {
    run("kube-controller-manager", programs.controllers, [
      ...access,
      ...local,
      `--secure-port=${controllers}`,
      `--service-account-private-key-file=${plane.serviceAccountKey}`,
      `--root-ca-file=${authority}`,
    ]);
    run("kube-scheduler", programs.scheduler, [...access, ...local, `--secure-port=${scheduler}`]);
    const logFile = join(plane.folder, "container.log");
    writeFileSync(logFile, "");
    const stages = join(plane.folder, "stages.yaml");
    writeFileSync(stages, stagesText(logFile));
    run("kwok", programs.kwok, [
      `--kubeconfig=${plane.kubeconfig}`,
      "--manage-all-nodes=true",
      "--cidr=10.42.0.1/24",
      "--node-ip=127.0.0.1",
      `--node-port=${kubelet}`,
      `--server-address=127.0.0.1:${kubelet}`,
      `--tls-cert-file=${authority}`,
      `--tls-private-key-file=${authority.replace(/\.crt$/, ".key")}`,
      "--node-lease-duration-seconds=40",
      `--config=${stages}`,
    ]);
    await plane.api.post("/api/v1/nodes", node);
    await plane.api.post("/apis/storage.k8s.io/v1/storageclasses", storageClass);
    await until("node that is ready", () => isNodeReady(plane), { within: 120_000, programs: running });
    const account = "/api/v1/namespaces/default/serviceaccounts/default";
    const hasAccount = async (): Promise<boolean> => (await plane.api.get(account)).status === 200;
    await until("service account of the namespace default", hasAccount, { within: 120_000, programs: running });
    return { logFile, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** As much as a server of 8 GB has: what asks for more is not scheduled. */
const node = {
  apiVersion: "v1",
  kind: "Node",
  metadata: {
    name: "node1",
    annotations: { "node.alpha.kubernetes.io/ttl": "0" },
    labels: { "kubernetes.io/hostname": "node1", "kubernetes.io/arch": "amd64", "kubernetes.io/os": "linux" },
  },
  status: {
    allocatable: { cpu: "4", memory: "7600Mi", pods: "110" },
    capacity: { cpu: "4", memory: "8Gi", pods: "110" },
  },
};

/** As k3s has it. */
const storageClass = {
  apiVersion: "storage.k8s.io/v1",
  kind: "StorageClass",
  metadata: { name: "local-path", annotations: { "storageclass.kubernetes.io/is-default-class": "true" } },
  provisioner: "rancher.io/local-path",
  volumeBindingMode: "WaitForFirstConsumer",
  reclaimPolicy: "Delete",
};

async function isNodeReady({ api }: ControlPlane): Promise<boolean> {
  const { body } = await api.get("/api/v1/nodes/node1");
  const conditions = typeof body === "object" && body !== null && !Array.isArray(body) ? body["status"] : undefined;
  const found =
    typeof conditions === "object" && conditions !== null && !Array.isArray(conditions) ? conditions["conditions"] : [];
  return (Array.isArray(found) ? found : []).some(
    (one) => stringAt(one, "type") === "Ready" && stringAt(one, "status") === "True",
  );
}

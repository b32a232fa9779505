import { existsSync, readFileSync } from "node:fs";
import { request } from "node:https";
import { join } from "node:path";
import { z } from "zod";
import { type Running, until } from "../../control-plane/processes.ts";
import { addOnImages, type ImageRecipe, pauseRecipe, platformImages } from "./images/recipes.ts";
import { askTraefik, type HttpAnswer, type HttpQuestion } from "./ingress.ts";
import { type Kubectl, kubectlWith } from "./kubectl.ts";
import { hostName, type Machine, startMachine } from "./machine/machine.ts";
import { network } from "./machine/network.ts";
import type { Service } from "./machine/service.ts";
import { apiserverPort } from "./parts/control-plane.ts";
import { issueCertificates, writeKubeconfig } from "./pki.ts";
import { type AddOn, addOnDeployments, addOnManifests, allAddOns } from "./add-ons/add-ons.ts";
import { copyStorage, pushImage, startRegistry, storageWith } from "./registry.ts";
import { configureServices, type ServiceName } from "./services.ts";

export interface NodeOptions {
  /** Bytes that the node may use and believes it has; the host's unless told. */
  memory?: number;
  /** In its registry besides what every node needs; the platform's unless told. */
  images?: readonly ImageRecipe[];
  /** All of them unless told. */
  addOns?: readonly AddOn[];
}

/** A Kubernetes cluster of one real node that runs real pods. */
export interface RehearsalNode extends AsyncDisposable {
  machine: Machine;
  /** Of an administrator. */
  kubeconfig: string;
  kubectl: Kubectl;
  /** Puts an OCI archive into the registry under the name that pods will call it by. */
  push(name: string, archive: string): Promise<void>;
  /** HTTP through Traefik, whatever host the URL names. */
  ask(url: string, question?: HttpQuestion): Promise<HttpAnswer>;
  /** Ends a service; its pods, where it has any, go on. */
  stop(name: ServiceName): Promise<void>;
  start(name: ServiceName): Promise<void>;
  /** Starts what is not running and waits until the node is Ready. */
  up(): Promise<void>;
  /** What a service has printed. */
  log(name: ServiceName): string;
  cutPower(): Promise<void>;
  /** Boots after a power cut and waits until the node is Ready. */
  boot(): Promise<void>;
}

const registryHost = `${network.gateway}:5000`;

/** Zero to a Ready node with its add-ons. Everything is gone when it is disposed of. */
export async function startNode({ memory, images, addOns = allAddOns }: NodeOptions = {}): Promise<RehearsalNode> {
  const storage = await storageWith([pauseRecipe(), ...addOnImages(addOns), ...(images ?? platformImages())]);
  await using closing = new AsyncDisposableStack();
  const machine = closing.use(await startMachine(memory === undefined ? {} : { memory }));
  await copyStorage(storage, join(machine.folder, "registry"));
  closing.use(await startRegistry(join(machine.folder, "log"), join(machine.folder, "registry"), registryHost));
  const pki = join(machine.folder, "pki");
  await issueCertificates(pki);
  const cluster = new Cluster(machine, configureServices(machine, { pki, registry: registryHost }), pki);
  await cluster.up();
  await cluster.install(addOns);
  cluster.keep(closing.move());
  return cluster;
}

class Cluster implements RehearsalNode {
  readonly machine: Machine;
  readonly kubeconfig: string;
  readonly kubectl: Kubectl;
  readonly #services: Readonly<Record<ServiceName, Service>>;
  readonly #running = new Map<ServiceName, Running>();
  readonly #authority: string;
  #closing: AsyncDisposableStack | undefined;

  constructor(machine: Machine, services: Readonly<Record<ServiceName, Service>>, pki: string) {
    this.machine = machine;
    this.#services = services;
    this.#authority = readFileSync(join(pki, "ca.crt"), "utf8");
    this.kubeconfig = writeKubeconfig(pki, "admin", `https://${network.address}:${apiserverPort}`);
    this.kubectl = kubectlWith(this.kubeconfig);
  }

  keep(closing: AsyncDisposableStack): void {
    this.#closing = closing;
  }

  async up(): Promise<void> {
    for (const name of ["containerd", "etcd", "kube-apiserver"] as const) await this.start(name);
    await this.#until("API server that is ready", () => this.#apiserverIsReady());
    for (const name of ["kube-controller-manager", "kube-scheduler", "kube-proxy"] as const) await this.start(name);
    const socket = `/proc/${this.machine.firstProcess}/root/run/containerd/containerd.sock`;
    await this.#until("containerd", async () => existsSync(socket));
    await this.start("kubelet");
    await this.#until("Ready node", () => this.#nodeIsReady());
  }

  async install(addOns: readonly AddOn[]): Promise<void> {
    if (addOns.length === 0) return;
    await this.kubectl.apply(addOnManifests(addOns));
    for (const [namespace, name] of addOns.map((addOn) => addOnDeployments[addOn]))
      await this.kubectl("rollout", "status", `deployment/${name}`, "--namespace", namespace, "--timeout=180s");
  }

  async start(name: ServiceName): Promise<void> {
    if (this.#running.has(name)) return;
    this.#running.set(name, this.machine.start(this.#services[name]));
  }

  async stop(name: ServiceName): Promise<void> {
    await this.#running.get(name)?.[Symbol.asyncDispose]();
    this.#running.delete(name);
  }

  log(name: ServiceName): string {
    return readFileSync(join(this.machine.folder, "log", `${name}.log`), "utf8");
  }

  push(name: string, archive: string): Promise<void> {
    return pushImage(registryHost, name, archive);
  }

  ask(url: string, question: HttpQuestion = {}): Promise<HttpAnswer> {
    return askTraefik(url, question);
  }

  async cutPower(): Promise<void> {
    this.#running.clear();
    await this.machine.cutPower();
  }

  async boot(): Promise<void> {
    await this.machine.boot();
    await this.up();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#closing?.disposeAsync();
  }

  #until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    return until(what, isSo, { within: 120_000, programs: [...this.#running.values()] });
  }

  #apiserverIsReady(): Promise<boolean> {
    const url = `https://${network.address}:${apiserverPort}/readyz`;
    return new Promise((resolve) => {
      const asking = request(url, { ca: this.#authority, timeout: 5000 }, (answer) => {
        answer.resume();
        resolve(answer.statusCode === 200);
      });
      asking.on("error", () => resolve(false));
      asking.on("timeout", () => asking.destroy());
      asking.end();
    });
  }

  /** A node that was Ready before a power cut says so still; its boot id tells the old word from the new one. */
  async #nodeIsReady(): Promise<boolean> {
    const { stdout } = await this.machine.run("cat", ["/proc/sys/kernel/random/boot_id"]);
    const { code, stdout: node } = await this.kubectl.attempt("get", "node", hostName, "--output", "json");
    if (code !== 0) return false;
    const { status } = nodeSchema.parse(JSON.parse(node));
    const isReady = status.conditions?.some(({ type, status: is }) => type === "Ready" && is === "True") ?? false;
    return isReady && status.nodeInfo?.bootID === stdout.trim();
  }
}

const nodeSchema = z.object({
  status: z.object({
    conditions: z.array(z.object({ type: z.string(), status: z.string() })).optional(),
    nodeInfo: z.object({ bootID: z.string() }).optional(),
  }),
});

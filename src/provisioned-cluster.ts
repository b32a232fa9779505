import type { ClusterAccess } from "./bootstrap/options.ts";
import { redirected } from "./cluster/kubeconfig.ts";
import { downloadBy } from "./download.ts";
import type { Environment } from "./environment/schema.ts";
import { reachServer } from "./first-contact.ts";
import { ownServers } from "./hetzner/own-servers.ts";
import { type HetznerAccess, type HetznerPorts, openHetzner } from "./hetzner-access.ts";
import { hetznerServer } from "./hetzner-server.ts";
import { readK3sLock } from "./k3s-lock.ts";
import { SlipwayError } from "./model/error.ts";
import { machinesOf } from "./provisioned-machines.ts";
import { applyCluster } from "./server/k3s/apply.ts";
import { clusterOf } from "./server/k3s/cluster-of.ts";
import type { DeclaredCluster } from "./server/k3s/declared.ts";
import { type K3sLock, pinnedReleaseOf } from "./server/k3s/lock.ts";
import { observeNode } from "./server/k3s/observed.ts";
import { k3sPaths } from "./server/k3s/paths.ts";
import { planCluster } from "./server/k3s/plan.ts";
import type { Processes } from "./server/processes.ts";
import type { Connection } from "./server/ssh/connection.ts";

export interface ProvisionedOptions {
  /** Folder of the repository, which has the lock file of k3s. */
  root: string;
  access: HetznerAccess;
  /** The user's private key, which the servers know. */
  sshPrivateKey: string;
  /** As `repositoryName` gives it. */
  repository?: string | undefined;
  /** Whether k3s is brought to what the Environment declares, or only reached as it is. */
  k3s: "settle" | "leave";
}

export interface ProvisionedPorts extends HetznerPorts {
  processes: Processes;
}

export interface ProvisionedAccess extends ClusterAccess {
  /** The kubeconfig as k3s wrote it, for whoever makes a tunnel of their own to port 6443 of the server. */
  ownKubeconfig: string;
}

/** Where the API server of k3s listens; the firewall keeps it from outside, so the way is through SSH. */
const apiPort = 6443;

/**
 * The cluster of an Environment whose servers slipway made: its own servers by label, their host keys pinned from there, k3s as declared,
 * and a tunnel to its API. Runs again change only what differs. Nothing is written to this machine but what SSH needs for the time being.
 */
export async function provisionedCluster(
  environment: Environment,
  options: ProvisionedOptions,
  ports: ProvisionedPorts,
): Promise<ProvisionedAccess> {
  hetznerServer(environment);
  const { lock } = await readK3sLock(options.root);
  // Before anybody is asked anything: without the pin nothing will come of it.
  if (options.k3s === "settle") pinnedReleaseOf(lock, environment.spec.kubernetes.version);
  const owner = { environment: environment.metadata.name, repository: options.repository };
  const own = await ownServers(openHetzner(options.access, ports), owner, ports.signal);
  const machines = machinesOf(environment, own);

  await using cleanup = new AsyncDisposableStack();
  const connections = new Map<string, Connection>();
  const reached =
    options.k3s === "settle" ? [...machines.declared, ...machines.leaving] : machines.declared.slice(0, 1);
  for (const { server, node } of reached) {
    connections.set(node.name, cleanup.use(await reachServer(server, { ...ports, ...options })));
  }
  const nodes = machines.declared.map(({ node }) => node);
  const first =
    options.k3s === "settle"
      ? await settle(clusterOf(environment, nodes), connections, lock, ports)
      : (nodes[0]?.name ?? "");
  const connection = connections.get(first);
  if (connection === undefined) throw new Error(`there is no connection to "${first}"`);
  const ownKubeconfig = await kubeconfigOn(connection, first, environment);
  const tunnel = cleanup.use(await connection.forward(apiPort));
  ports.log.info(`the API of ${first} is reached through SSH`);
  const taken = cleanup.move();
  return {
    ownKubeconfig,
    // k3s' certificate names 127.0.0.1, so its own authority vouches for this end of the tunnel, too.
    kubeconfig: redirected(ownKubeconfig, `https://127.0.0.1:${tunnel.port}`),
    [Symbol.asyncDispose]: () => taken.disposeAsync(),
  };
}

/** Brings k3s to what is declared, and says which server joins nobody. */
async function settle(
  cluster: DeclaredCluster,
  connections: ReadonlyMap<string, Connection>,
  lock: K3sLock,
  ports: ProvisionedPorts,
): Promise<string> {
  const observed = await Promise.all(
    [...connections].map(async ([name, connection]) => [name, await observeNode(connection)] as const),
  );
  const plan = planCluster(cluster, Object.fromEntries(observed), lock);
  if (plan.steps.length === 0) ports.log.info(`k3s ${cluster.version} is as declared; nothing to do`);
  const download = downloadBy(ports.fetch, ports.signal);
  await applyCluster(plan, { ...ports, download, remoteOf: (name) => connections.get(name) });
  return plan.first;
}

async function kubeconfigOn(connection: Connection, name: string, environment: Environment): Promise<string> {
  const { code, stdout, stderr } = await connection.attempt(["cat", k3sPaths.kubeconfig], { timeout: 30_000 });
  if (code === 0) return stdout;
  throw new SlipwayError("SLW-KUBECONFIG", `${name} has no kubeconfig: ${stderr.trim()}`, {
    hint: `slipway bootstrap ${environment.metadata.name} installs k3s`,
  });
}

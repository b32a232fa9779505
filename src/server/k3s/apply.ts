import type { Clock, Log } from "../../model/ports.ts";
import type { Remote, RemoteOptions } from "../ssh/remote.ts";
import { script } from "../ssh/remote.ts";
import { upload } from "../ssh/upload.ts";
import type { Download } from "./lock.ts";
import { k3sPaths, serviceOf } from "./paths.ts";
import { placeProgram } from "./place.ts";
import type { K3sPlan, RemoveStep, SettleStep } from "./plan.ts";
import { waitForNode } from "./ready.ts";

export interface K3sPorts {
  /** The machine of that name; undefined where it is gone. */
  remoteOf: (name: string) => Remote | undefined;
  /** Fetches a file to this machine, for servers that cannot reach the internet. */
  download: Download;
  clock: Clock;
  log: Log;
  signal?: AbortSignal;
  /** Milliseconds that a node may take to be ready. */
  readyWithin?: number;
}

/** Takes the steps of a plan in order; stopped at any point, a new plan holds what is left. */
export async function applyCluster({ first, steps }: K3sPlan, ports: K3sPorts): Promise<void> {
  for (const [index, step] of steps.entries()) {
    ports.signal?.throwIfAborted();
    ports.log.info(`${index + 1} of ${steps.length}: ${step.title} (${step.why})`);
    if (step.kind === "remove") await removeNode(step, reached(ports, first), ports);
    else await settleNode(step, first, ports);
  }
}

function reached({ remoteOf }: K3sPorts, name: string): Remote {
  const remote = remoteOf(name);
  if (!remote) throw new Error(`there is no connection to ${name}`);
  return remote;
}

async function settleNode(step: SettleStep, first: string, ports: K3sPorts): Promise<void> {
  const { node, files, programs, joins, version } = step;
  const remote = reached(ports, node.name);
  const options: RemoteOptions = ports.signal ? { signal: ports.signal } : {};
  // From here on a run that is stopped leaves a mark, so that the next one restarts what may still run as it was.
  await remote.run(script(`mkdir -p "$(dirname "$1")" && touch "$1" && sync "$1"`, k3sPaths.unfinished), options);
  for (const file of files) await upload(remote, file, options);
  if (joins !== undefined) await passToken(reached(ports, joins), remote, options);
  if (programs) {
    await placeProgram(remote, programs.installer, k3sPaths.installer, { ...ports, ...options });
    await placeProgram(remote, programs.binary, k3sPaths.binary, { ...ports, ...options });
    await remote.run(installer(node.role, version), options);
  }
  const service = serviceOf(node.role);
  await remote.run(script(restart, service), options);
  await waitForNode({ ...ports, remote, server: reached(ports, first) }, { name: node.name, service, version });
  await remote.run(["rm", "-f", k3sPaths.unfinished], options);
}

/** The token goes from one server's file through this process to another's, and is never an argument. */
async function passToken(from: Remote, to: Remote, options: RemoteOptions): Promise<void> {
  const token = await from.run(["cat", k3sPaths.nodeToken], options);
  await upload(to, { path: k3sPaths.joinToken, content: token, mode: "0600" }, options);
}

/** The installer writes units and links; fetching and starting is done by us, where it is verified and watched. */
const installer = (role: "server" | "agent", version: string): string[] => [
  "env",
  "INSTALL_K3S_SKIP_DOWNLOAD=true",
  "INSTALL_K3S_SKIP_START=true",
  `INSTALL_K3S_VERSION=${version}`,
  `INSTALL_K3S_EXEC=${role}`,
  "sh",
  k3sPaths.installer,
];

/** Not waited for here: a unit of type notify would keep the command silent for as long as it starts. */
const restart = `# restart k3s
set -eu
install -d -m 700 /var/lib/rancher/k3s/server/logs
systemctl daemon-reload
systemctl reset-failed "$1" 2> /dev/null || :
systemctl enable --quiet "$1"
systemctl restart --no-block "$1"`;

async function removeNode({ name, drain }: RemoveStep, server: Remote, { remoteOf, signal }: K3sPorts): Promise<void> {
  const options: RemoteOptions = signal ? { signal } : {};
  const kubectl = (...args: string[]): string[] => [k3sPaths.binary, "kubectl", ...args];
  if (drain === "first") {
    const how = ["--ignore-daemonsets", "--delete-emptydir-data", "--timeout=300s"];
    await server.run(kubectl("drain", name, ...how), { ...options, timeout: 330_000 });
  }
  await server.run(kubectl("delete", "node", name, "--ignore-not-found"), options);
  await remoteOf(name)?.run(script(uninstall), options);
}

const uninstall = `# take k3s off a machine that left the cluster
for one in k3s-agent-uninstall.sh k3s-uninstall.sh; do
  if [ -x /usr/local/bin/$one ]; then exec /usr/local/bin/$one > /dev/null 2>&1; fi
done
exit 0`;

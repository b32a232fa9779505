import { isIPv6 } from "node:net";
import type { FirstContact, ServerPreparation } from "./hetzner/apply/ports.ts";
import type { Server } from "./hetzner/client/resource-types.ts";
import { SlipwayError } from "./model/error.ts";
import type { Clock, Log } from "./model/ports.ts";
import { userData } from "./server/cloud-init/user-data.ts";
import type { Processes } from "./server/processes.ts";
import { connect, type Connection } from "./server/ssh/connection.ts";
import { hostKeyLabels, hostKeyOfLabel, labelOfHostKey } from "./server/trust/host-key-label.ts";
import { newHostKey } from "./server/trust/keys.ts";
import { knownHosts } from "./server/trust/known-hosts.ts";
import { pinned, type Pins, rotateHostKey } from "./server/trust/rotation.ts";
import { waitForServer } from "./server/wait.ts";

export interface ContactPorts {
  sshPrivateKey: string;
  processes: Processes;
  clock: Clock;
  log: Log;
}

/** A host key that is made before its server, and the label by which any later job can pin it. */
export async function prepareServer(sshPublicKey: string, processes: Processes): Promise<ServerPreparation> {
  const hostKey = await newHostKey(processes);
  return {
    userData: userData({ hostKey, authorizedKeys: [sshPublicKey], reboot: "never" }),
    labels: { [hostKeyLabels.current]: labelOfHostKey(hostKey.publicKey) },
  };
}

/** Waits for the first boot over a pinned connection, and replaces the host key that user-data has given away. */
export async function meetServer(
  { server, setLabels, signal, onWait }: FirstContact,
  { sshPrivateKey, processes, clock, log }: ContactPorts,
): Promise<void> {
  const pins = pinsOf(server);
  const login = loginBy(server, { sshPrivateKey, processes, signal });
  const telling: Log = { ...log, info: onWait };
  const connection = await waitForServer({ connect: () => login(pinned(pins)), clock, log: telling, signal });
  await connection[Symbol.asyncDispose]();
  await rotateHostKey(pins, {
    connect: login,
    pin: ({ current, next }) =>
      setLabels({
        [hostKeyLabels.current]: labelOfHostKey(current),
        [hostKeyLabels.next]: next === undefined ? undefined : labelOfHostKey(next),
      }),
    log: telling,
  });
}

type LoginPorts = Pick<ContactPorts, "sshPrivateKey" | "processes"> & { signal: AbortSignal };

const loginBy =
  (server: Server, { sshPrivateKey: privateKey, processes, signal }: LoginPorts) =>
  (hostKeys: readonly string[]): Promise<Connection> =>
    connect({ endpoint: { address: addressOf(server) }, privateKey, hostKeys, processes, signal });

/** Logs in to a server that was met before: only the host keys in its labels are accepted. */
export async function reachServer(server: Server, ports: ContactPorts & { signal: AbortSignal }): Promise<Connection> {
  const { clock, signal } = ports;
  const hostKeys = pinned(pinsOf(server));
  const login = loginBy(server, ports);
  const say = (message: string): void => ports.log.info(`${server.name}: ${message}`);
  const log: Log = { ...ports.log, info: say };
  return waitForServer({ connect: () => login(hostKeys), clock, log, signal }, { total: patience });
}

/** Milliseconds that a server which was ready before may take to answer: as long as a reboot. */
const patience = 120_000;

function pinsOf({ name, labels }: Server): Pins {
  const current = labels[hostKeyLabels.current];
  if (current === undefined) {
    throw new SlipwayError(
      "SLW-SSH-HOST-KEY",
      `${name} has no label ${hostKeyLabels.current}, so its host key is not known`,
      {
        hint: "It was not made by slipway, or the label was taken away. A new server is a rerun after teardown.",
      },
    );
  }
  const next = labels[hostKeyLabels.next];
  return { current: hostKeyOfLabel(current), ...(next !== undefined && { next: hostKeyOfLabel(next) }) };
}

/** IPv4 where there is one: hosted runners have no IPv6. Of an IPv6 network the server has the first address. */
function addressOf({ name, ipv4, ipv6 }: Server): string {
  const address = ipv4?.ip ?? (ipv6 && firstAddress(ipv6.ip));
  if (address !== undefined) return address;
  throw new SlipwayError("SLW-SSH-UNREACHABLE", `${name} has no public address`, {
    hint: "Set publicIPv4: true in the Environment.",
  });
}

function firstAddress(network: string): string {
  const [prefix = ""] = network.split("/");
  return isIPv6(prefix) && prefix.endsWith("::") ? `${prefix}1` : prefix;
}

/** Where a server is reached from outside. */
export const publicAddresses = ({ ipv4, ipv6 }: Pick<Server, "ipv4" | "ipv6">): string[] =>
  [ipv4?.ip, ipv6 && firstAddress(ipv6.ip)].filter((one) => one !== undefined);

/** The lines of known_hosts that pin a server at its addresses; none where no label says its key. */
export function knownHostsOf(server: Server): string {
  if (server.labels[hostKeyLabels.current] === undefined) return "";
  return knownHosts(
    publicAddresses(server).map((address) => ({ address })),
    pinned(pinsOf(server)),
  );
}

import { setTimeout as sleep } from "node:timers/promises";
import type { Clock, Log } from "../../../src/model/ports.ts";
import { userData } from "../../../src/server/cloud-init/user-data.ts";
import { systemProcesses } from "../../../src/server/processes.ts";
import { type Connection, connect } from "../../../src/server/ssh/connection.ts";
import { type KeyPair, newHostKey } from "../../../src/server/trust/keys.ts";
import { waitForServer } from "../../../src/server/wait.ts";
import type { RealMachines } from "./machines.ts";

/** Somebody with a key, whose servers are made with slipway's own user-data. */
export interface User {
  key: KeyPair;
  /** Makes a server and says which host key it was given. */
  makeServer(
    id: number,
    options?: { image?: string; hostKey?: KeyPair },
  ): Promise<{ address: string; hostKey: KeyPair }>;
  connect(address: string, hostKeys: readonly string[], key?: KeyPair): Promise<Connection>;
  /** Until the first boot is done. */
  wait(address: string, hostKeys: readonly string[]): Promise<Connection>;
  log: Log & { lines: string[] };
}

export const realClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, signal ? { signal } : {}),
};

export async function newUser(machines: RealMachines): Promise<User> {
  const key = await newHostKey(systemProcesses);
  const lines: string[] = [];
  const note = (message: string): void => void lines.push(message);
  const log = { lines, debug: note, info: note, warning: note };
  const { processes } = machines.cloud;
  const login: User["connect"] = (address, hostKeys, other = key) =>
    connect({ endpoint: { address }, privateKey: other.privateKey, hostKeys, processes });
  return {
    key,
    log,
    connect: login,
    wait: (address, hostKeys) =>
      waitForServer({ connect: () => login(address, hostKeys), clock: realClock, log }, { total: 280_000, pause: 100 }),
    async makeServer(id, { image = "debian-13", hostKey } = {}) {
      const given = hostKey ?? (await newHostKey(systemProcesses));
      const address = `203.0.113.${id % 256}`;
      const text = userData({ hostKey: given, authorizedKeys: [key.publicKey], reboot: "never" });
      const serverType = { name: "cx23", cores: 2, memoryGB: 4, diskGB: 40 };
      const server = { id, name: `server-${id}`, ipv4: address, ipv6: null, userData: text, sshKeys: [key.publicKey] };
      await machines.create({ ...server, image, serverType });
      await machines.powerOn(id);
      return { address, hostKey: given };
    },
  };
}

import { firstOf } from "../addresses.ts";
import { images } from "../catalogue/images.ts";
import { findServerType } from "../catalogue/server-types.ts";
import type { Machines, MachineSpec } from "../machines.ts";
import type { MachineWork, Project, StoredAction } from "../state/state.ts";
import { recordsOf } from "../world.ts";

/** Work on real machines, one promise an action. Without machines everything is done at once. */
export interface MachineRoom {
  begin(project: Project, action: StoredAction): void;
  outcome(action: StoredAction): "done" | "working" | Error;
  /** Resolves when nothing is being worked on. */
  idle(): Promise<void>;
}

export const noMachines: MachineRoom = { begin: () => undefined, outcome: () => "done", idle: async () => undefined };

export function machineRoom(machines: Machines): MachineRoom {
  const outcomes = new Map<number, "done" | "working" | Error>();
  const working = new Set<Promise<void>>();
  return {
    begin(project, action) {
      if (action.machine === null || action.fails !== null || outcomes.has(action.id)) return;
      outcomes.set(action.id, "working");
      const work = perform(machines, project, action.machine)
        .then(() => void outcomes.set(action.id, "done"))
        .catch((error: unknown) => {
          outcomes.set(action.id, error instanceof Error ? error : new Error(String(error)));
        })
        .finally(() => working.delete(work));
      working.add(work);
    },
    outcome: (action) => (action.machine === null ? "done" : (outcomes.get(action.id) ?? "done")),
    async idle() {
      await Promise.all(working);
    },
  };
}

async function perform(machines: Machines, project: Project, { verb, server, image }: MachineWork): Promise<void> {
  switch (verb) {
    case "create":
      return machines.create(specOf(project, server));
    case "rebuild":
      await machines.delete(server);
      await machines.create(specOf(project, server, image));
      return machines.powerOn(server);
    case "power-on":
      return machines.powerOn(server);
    case "power-off":
      return machines.powerOff(server);
    case "shutdown":
      return machines.shutdown(server);
    case "reboot":
      return machines.reboot(server);
    case "delete":
      return machines.delete(server);
    case "snapshot":
      return machines.snapshot?.(server, image ?? 0);
  }
}

function specOf(project: Project, id: number, image?: number): MachineSpec {
  const server = project.servers[String(id)];
  if (server === undefined) throw new Error(`server ${id} is gone`);
  const type = findServerType(server.server_type);
  if (type === undefined) throw new Error(`server type ${server.server_type} is not in the catalogue`);
  const addresses = recordsOf({ project }, "primary_ips").filter(({ assignee_id }) => assignee_id === id);
  const ipv6 = addresses.find((one) => one.type === "ipv6")?.ip;
  return {
    id,
    name: server.name,
    ipv4: addresses.find((one) => one.type === "ipv4")?.ip ?? null,
    ipv6: ipv6 === undefined ? null : firstOf(ipv6),
    userData: server.user_data,
    sshKeys: server.public_keys,
    image: imageName(image ?? server.image),
    serverType: { name: type.name, cores: type.cores, memoryGB: type.memory, diskGB: server.primary_disk_size },
  };
}

const imageName = (id: number | null): string => images.find((one) => one.id === id)?.name ?? `snapshot:${id}`;

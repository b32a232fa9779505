import { z } from "zod";
import { findServerType, type ServerType } from "../../catalogue/server-types.ts";
import { ApiError, invalid } from "../../http/errors.ts";
import type { Answer } from "../../http/route.ts";
import { parseBody } from "../../http/validation.ts";
import type { RecordOf } from "../../state/records.ts";
import { recordsOf, type World } from "../../world.ts";
import { ensureStopped } from "../primary-ips.ts";
import { referred } from "../resource.ts";
import { changedPointers, isWithin, pointerBody } from "../reverse-dns.ts";
import { backupBill, serverBill } from "./bills.ts";
import { idOrName, userData } from "./create-body.ts";
import { chooseImage } from "./image-choice.ts";
import { ensureSpread } from "./placement.ts";
import { rootPassword } from "./root-password.ts";
import { answer, onServer, setServer } from "./server-action.ts";

type Server = RecordOf<"servers">;

export function typeOf(server: Server): ServerType {
  const type = findServerType(server.server_type);
  if (type === undefined) throw new ApiError("service_error", `server type ${server.server_type} is not known`);
  return type;
}

export function rebuild(world: World, server: Server, request: unknown): Answer {
  const { image, user_data } = parseBody(z.object({ image: idOrName, user_data: userData.optional() }), request);
  if (server.protection.rebuild) throw new ApiError("protected", "server rebuild is protected");
  const chosen = chooseImage(world, image, typeOf(server));
  const action = onServer(world, server, {
    command: "rebuild_server",
    machine: "rebuild",
    effects: [setServer(server, { status: "running" })],
  });
  server.status = "rebuilding";
  server.image = chosen.id;
  server.user_data = user_data ?? server.user_data;
  return answer(world, action, { root_password: server.public_keys.length > 0 ? null : rootPassword(world) });
}

export function changeType(world: World, server: Server, request: unknown): Answer {
  const { server_type, upgrade_disk } = parseBody(
    z.object({ server_type: idOrName, upgrade_disk: z.boolean() }),
    request,
  );
  const [now, wanted] = [typeOf(server), findServerType(server_type)];
  if (wanted === undefined) throw invalid("server_type", `server type "${server_type}" does not exist`);
  ensureStopped(server);
  const problem = misfit(now, wanted, server);
  if (problem !== undefined) throw new ApiError("invalid_server_type", problem);
  world.stock.order(wanted.name, server.location);
  const action = onServer(world, server, {
    command: "change_server_type",
    effects: [
      setServer(server, {
        server_type: wanted.name,
        primary_disk_size: upgrade_disk ? wanted.disk : server.primary_disk_size,
        status: "off",
      }),
      { do: "bill", billed: serverBill(server, wanted) },
      ...(server.backup_window === null ? [] : [{ do: "bill", billed: backupBill(server, wanted) } as const]),
    ],
    undo: [setServer(server, { status: "off" })],
  });
  server.status = "migrating";
  return answer(world, action);
}

function misfit(now: ServerType, wanted: ServerType, server: Server): string | undefined {
  if (wanted.name === now.name) return `server is already of type ${wanted.name}`;
  if (wanted.architecture !== now.architecture) return "the architectures differ";
  if (wanted.disk < server.primary_disk_size) return "the disk of the new type is smaller than the server's";
  if (!wanted.orderable.includes(server.location)) return `${wanted.name} is not offered in ${server.location}`;
  return undefined;
}

export function enableBackup(world: World, server: Server): Answer {
  const { backup_window } = server;
  const action = onServer(world, server, {
    command: "enable_backup",
    effects:
      backup_window === null
        ? [setServer(server, { backup_window: "22-02" }), { do: "bill", billed: backupBill(server, typeOf(server)) }]
        : [],
  });
  return answer(world, action);
}

export function disableBackup(world: World, server: Server): Answer {
  const backups = recordsOf(world, "images").filter(({ bound_to }) => bound_to === server.id);
  const action = onServer(world, server, {
    command: "disable_backup",
    effects: [
      setServer(server, { backup_window: null }),
      { do: "unbill", kind: "backups", id: server.id },
      ...backups.map(({ id }) => ({ do: "remove", kind: "images", id }) as const),
    ],
  });
  return answer(world, action);
}

export function changeServerProtection(world: World, server: Server, request: unknown): Answer {
  const body = parseBody(z.object({ delete: z.boolean().optional(), rebuild: z.boolean().optional() }), request);
  const protection = {
    delete: body.delete ?? server.protection.delete,
    rebuild: body.rebuild ?? server.protection.rebuild,
  };
  if (protection.delete !== protection.rebuild) {
    throw invalid("rebuild", "delete and rebuild protection must have the same value");
  }
  return answer(
    world,
    onServer(world, server, { command: "change_protection", holds: [], effects: [setServer(server, { protection })] }),
  );
}

export function addToPlacementGroup(world: World, server: Server, request: unknown): Answer {
  const { placement_group } = parseBody(z.object({ placement_group: z.number().int() }), request);
  const group = referred(world, "placement_groups", placement_group, "placement group");
  ensureStopped(server);
  ensureSpread(world, group.id);
  const action = onServer(world, server, {
    command: "add_to_placement_group",
    on: [{ kind: "placement_groups", id: group.id }],
    effects: [setServer(server, { placement_group: group.id })],
  });
  return answer(world, action);
}

export function removeFromPlacementGroup(world: World, server: Server): Answer {
  if (server.placement_group === null) throw invalid("placement_group", "server is in no placement group");
  const action = onServer(world, server, {
    command: "remove_from_placement_group",
    effects: [setServer(server, { placement_group: null })],
  });
  return answer(world, action);
}

export function changeServerPointer(world: World, server: Server, request: unknown): Answer {
  const { ip } = parseBody(pointerBody, request);
  const address = recordsOf(world, "primary_ips").find((one) => one.assignee_id === server.id && isWithin(one, ip));
  if (address === undefined) throw invalid("ip", `${ip} is not an address of this server`);
  const fields = { dns_ptr: changedPointers(address, request) };
  const action = onServer(world, server, {
    command: "change_dns_ptr",
    holds: [],
    effects: [{ do: "set", kind: "primary_ips", id: address.id, fields }],
  });
  return answer(world, action);
}

import { z } from "zod";
import { isos } from "../../catalogue/data.ts";
import { ApiError } from "../../http/errors.ts";
import type { Answer } from "../../http/route.ts";
import { parseBody } from "../../http/validation.ts";
import type { RecordOf } from "../../state/records.ts";
import type { World } from "../../world.ts";
import { idOrName } from "./create-body.ts";
import { rootPassword } from "./root-password.ts";
import { answer, onServer, setServer } from "./server-action.ts";

type Server = RecordOf<"servers">;

export function attachIso(world: World, server: Server, request: unknown): Answer {
  const { iso } = parseBody(z.object({ iso: idOrName }), request);
  const found = isos.find(([id, name]) => name === String(iso) || String(id) === String(iso));
  if (found === undefined) throw new ApiError("not_found", `iso "${iso}" not found`);
  return answer(
    world,
    onServer(world, server, { command: "attach_iso", effects: [setServer(server, { iso: found[1] })] }),
  );
}

export const detachIso = (world: World, server: Server): Answer =>
  answer(world, onServer(world, server, { command: "detach_iso", effects: [setServer(server, { iso: null })] }));

export function enableRescue(world: World, server: Server): Answer {
  if (server.rescue_enabled) throw new ApiError("rescue_already_enabled", "rescue is already enabled");
  const action = onServer(world, server, {
    command: "enable_rescue",
    effects: [setServer(server, { rescue_enabled: true })],
  });
  return answer(world, action, { root_password: rootPassword(world) });
}

export const disableRescue = (world: World, server: Server): Answer =>
  answer(
    world,
    onServer(world, server, { command: "disable_rescue", effects: [setServer(server, { rescue_enabled: false })] }),
  );

export function resetPassword(world: World, server: Server): Answer {
  if (server.status !== "running") throw new ApiError("server_not_running", "server must be running");
  return answer(world, onServer(world, server, { command: "reset_password" }), { root_password: rootPassword(world) });
}

export const requestConsole = (world: World, server: Server): Answer =>
  answer(world, onServer(world, server, { command: "request_console" }), {
    wss_url: `wss://console.hetzner.cloud/?server_id=${server.id}&token=${rootPassword(world)}`,
    password: rootPassword(world),
  });

import { z } from "zod";
import { renderAction } from "../../actions/actions.ts";
import { ApiError } from "../../http/errors.ts";
import { ok } from "../../http/route.ts";
import { parseBody } from "../../http/validation.ts";
import { attachToNetwork, changeAliasIps, detachFromNetwork } from "../networks/attachment.ts";
import type { Resource } from "../resource.ts";
import {
  addToPlacementGroup,
  changeServerPointer,
  changeServerProtection,
  changeType,
  disableBackup,
  enableBackup,
  rebuild,
  removeFromPlacementGroup,
} from "./commands.ts";
import {
  attachIso,
  detachIso,
  disableRescue,
  enableRescue,
  requestConsole,
  resetPassword,
} from "./console-commands.ts";
import { createServer } from "./create.ts";
import { serverName } from "./create-body.ts";
import { createImage } from "./image-commands.ts";
import { powerCommands } from "./power.ts";
import { renderServer } from "./render.ts";
import { onServer } from "./server-action.ts";

const updateBody = z.object({ name: serverName.optional(), labels: z.unknown().optional() });

export const servers: Resource<"servers"> = {
  kind: "servers",
  singular: "server",
  title: "server",
  sorts: ["id", "name", "created"],
  filters: { status: ({ status }) => status },
  render: renderServer,
  create: createServer,
  update(world, server, request) {
    const { labels } = parseBody(updateBody, request);
    if (labels !== undefined) server.labels_changed = world.now;
  },
  remove(world, server) {
    const action = onServer(world, server, {
      command: "delete_server",
      machine: "delete",
      effects: [{ do: "remove", kind: "servers", id: server.id }],
    });
    server.status = "deleting";
    return ok({ action: renderAction(world, action) });
  },
  commands: {
    ...powerCommands,
    rebuild,
    change_type: changeType,
    create_image: createImage,
    enable_backup: enableBackup,
    disable_backup: disableBackup,
    change_protection: changeServerProtection,
    add_to_placement_group: addToPlacementGroup,
    remove_from_placement_group: removeFromPlacementGroup,
    attach_to_network: attachToNetwork,
    detach_from_network: detachFromNetwork,
    change_alias_ips: changeAliasIps,
    change_dns_ptr: changeServerPointer,
    attach_iso: attachIso,
    detach_iso: detachIso,
    enable_rescue: enableRescue,
    disable_rescue: disableRescue,
    reset_password: resetPassword,
    request_console: requestConsole,
  },
};

export const metricsRefused = (): never => {
  throw new ApiError("unsupported_error", "the emulator measures nothing: metrics are not available");
};

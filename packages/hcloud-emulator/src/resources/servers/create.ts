import { type ActionPlan, renderAction, startAction } from "../../actions/actions.ts";
import { openBill } from "../../billing/bills.ts";
import { findServerType } from "../../catalogue/server-types.ts";
import { ApiError, invalid } from "../../http/errors.ts";
import { type Answer, created } from "../../http/route.ts";
import { parseBody } from "../../http/validation.ts";
import { ensureRoom } from "../../limits.ts";
import type { RecordOf } from "../../state/records.ts";
import type { StoredAction } from "../../state/state.ts";
import { insertRecord, nextId, type World } from "../../world.ts";
import { attachmentTo } from "../networks/attachment.ts";
import { addPrimaryIp } from "../primary-ips.ts";
import { ensureUniqueName } from "../resource.ts";
import { type CreateServer, createServerBody } from "./create-body.ts";
import { chooseImage } from "./image-choice.ts";
import { chooseLocation, ensureFits, type References, references } from "./references.ts";
import { serverBill } from "./bills.ts";
import { rootPassword } from "./root-password.ts";
import { renderServer } from "./render.ts";

export function createServer(world: World, request: unknown): Answer {
  const body = parseBody(createServerBody, request);
  if (body.datacenter !== undefined) throw invalid("datacenter", "was removed, use location instead");
  const type = findServerType(body.server_type);
  if (type === undefined) throw invalid("server_type", `server type "${body.server_type}" does not exist`);
  ensureUniqueName(world, "servers", body.name);
  const refs = references(world, body);
  const location = chooseLocation(body, refs, type);
  if (!type.orderable.includes(location)) {
    throw type.retired.includes(location)
      ? new ApiError("invalid_server_type", `server type ${type.name} is deprecated in ${location}`)
      : new ApiError("invalid_input", "unsupported location for server type", {
          fields: [{ name: "location", messages: [`${type.name} is not offered in ${location}`] }],
        });
  }
  ensureFits(world, refs, location);
  const image = chooseImage(world, body.image, type);
  ensureRoom(world, "servers");
  world.stock.order(type.name, location);

  const id = nextId(world);
  // Nothing exists yet that would be left over if there is no room in a network or no address.
  const attachments = refs.networks.map((network) => attachmentTo(world, id, network, {}));
  giveAddresses(world, { id, location }, body, refs);
  const server = insertRecord(world, "servers", {
    id,
    name: body.name,
    labels: body.labels,
    created: world.now,
    labels_changed: world.now,
    status: "initializing",
    server_type: type.name,
    image: image.id,
    location,
    user_data: body.user_data,
    public_keys: refs.keys.map(({ public_key }) => public_key),
    primary_disk_size: type.disk,
    rescue_enabled: false,
    iso: null,
    backup_window: null,
    protection: { delete: false, rebuild: false },
    placement_group: refs.group?.id ?? null,
    private_net: [],
  });
  openBill(world.project, world.now, serverBill(server, type));
  for (const firewall of refs.firewalls) {
    firewall.applied_to.push({ type: "server", server: server.id, since: world.now });
  }
  const { action, next } = startActions(world, server, body, refs, attachments);
  return created({
    server: renderServer(world, server),
    action: renderAction(world, action),
    next_actions: next.map((one) => renderAction(world, one)),
    root_password: refs.keys.length > 0 ? null : rootPassword(world),
  });
}

function giveAddresses(
  world: World,
  server: Pick<RecordOf<"servers">, "id" | "location">,
  { public_net }: CreateServer,
  refs: References,
): void {
  for (const type of ["ipv4", "ipv6"] as const) {
    if (!public_net[`enable_${type}`]) continue;
    const address =
      refs[type] ??
      addPrimaryIp(world, {
        name: `primary_ip-${server.id}-${type}`,
        type,
        location: server.location,
        auto_delete: true,
        labels: {},
      });
    address.assignee_id = server.id;
    address.assignee_type = "server";
  }
}

function startActions(
  world: World,
  server: RecordOf<"servers">,
  body: CreateServer,
  refs: References,
  attachments: readonly ActionPlan[],
) {
  const on = { kind: "servers", id: server.id } as const;
  const set = (status: RecordOf<"servers">["status"]) => ({ do: "set", ...on, fields: { status } }) as const;
  const action = startAction(world, {
    command: "create_server",
    on: [on],
    effects: [set(body.start_after_create ? "starting" : "off")],
    undo: [{ do: "remove", ...on }],
    machine: { verb: "create", server: server.id },
  });
  const next: StoredAction[] = [];
  const then = (plan: ActionPlan): void =>
    void next.push(startAction(world, { ...plan, after: next.at(-1) ?? action }));
  for (const attachment of attachments) then(attachment);
  for (const volume of refs.volumes) {
    const attached = { kind: "volumes", id: volume.id } as const;
    then({
      command: "attach_volume",
      on: [on, attached],
      effects: [{ do: "set", ...attached, fields: { server: server.id } }],
    });
  }
  if (body.start_after_create) {
    then({
      command: "start_server",
      on: [on],
      effects: [set("running")],
      undo: [set("off")],
      machine: { verb: "power-on", server: server.id },
    });
  }
  return { action, next };
}

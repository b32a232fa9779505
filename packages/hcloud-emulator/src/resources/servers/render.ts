import { holder } from "../../actions/actions.ts";
import { includedTraffic, isos } from "../../catalogue/data.ts";
import { images, renderSystemImage } from "../../catalogue/images.ts";
import { findServerType, renderServerType } from "../../catalogue/server-types.ts";
import type { RecordOf } from "../../state/records.ts";
import { findRecord, iso, recordsOf, type World } from "../../world.ts";
import { firewallsOf } from "../firewalls/applied.ts";
import { renderImage } from "../images/render.ts";
import { renderIso } from "../isos.ts";
import { renderLocation } from "../locations.ts";
import { placementGroups } from "../placement-groups.ts";
import { addressOf } from "../primary-ips.ts";

export function renderServer(world: World, server: RecordOf<"servers">): Record<string, unknown> {
  const { id, location } = server;
  const type = findServerType(server.server_type);
  const group = findRecord(world, "placement_groups", server.placement_group ?? 0);
  const attachedIso = isos.find(([, name]) => name === server.iso);
  return {
    id,
    name: server.name,
    labels: server.labels,
    created: iso(server.created),
    status: server.status,
    server_type: type === undefined ? null : renderServerType(type, (where) => world.stock.has(type.name, where)),
    image: renderImageOf(world, server.image),
    iso: attachedIso === undefined ? null : renderIso(attachedIso),
    location: renderLocation(location),
    public_net: renderPublicNet(world, id),
    private_net: server.private_net,
    volumes: recordsOf(world, "volumes")
      .filter((volume) => volume.server === id)
      .map((volume) => volume.id),
    load_balancers: recordsOf(world, "load_balancers")
      .filter(({ targets }) => targets.some((target) => target.server === id))
      .map((balancer) => balancer.id),
    placement_group: group === undefined ? null : placementGroups.render(world, group),
    protection: server.protection,
    locked: holder(world, { kind: "servers", id }) !== undefined,
    rescue_enabled: server.rescue_enabled,
    backup_window: server.backup_window,
    primary_disk_size: server.primary_disk_size,
    included_traffic: includedTraffic(location),
    ingoing_traffic: 0,
    outgoing_traffic: 0,
  };
}

function renderPublicNet(world: World, server: number): Record<string, unknown> {
  const [ipv4, ipv6] = [addressOf(world, server, "ipv4"), addressOf(world, server, "ipv6")];
  return {
    ipv4:
      ipv4 === undefined ? null : { id: ipv4.id, ip: ipv4.ip, blocked: false, dns_ptr: ipv4.dns_ptr[0]?.dns_ptr ?? "" },
    ipv6: ipv6 === undefined ? null : { id: ipv6.id, ip: ipv6.ip, blocked: false, dns_ptr: ipv6.dns_ptr },
    floating_ips: recordsOf(world, "floating_ips")
      .filter((address) => address.server === server)
      .map(({ id }) => id),
    firewalls: firewallsOf(world, server),
  };
}

function renderImageOf(world: World, id: number | null): Record<string, unknown> | null {
  const system = images.find((image) => image.id === id);
  if (system !== undefined) return renderSystemImage(system);
  const own = findRecord(world, "images", id ?? 0);
  return own === undefined ? null : renderImage(world, own);
}

import { ensureUnheld } from "../../actions/actions.ts";
import type { ServerType } from "../../catalogue/server-types.ts";
import { ApiError, invalid } from "../../http/errors.ts";
import { recordsOf, type World } from "../../world.ts";
import { locationNamed } from "../locations.ts";
import { referred } from "../resource.ts";
import type { CreateServer } from "./create-body.ts";
import { ensureSpread } from "./placement.ts";

/** What a request to create a server refers to. */
export function references(world: World, body: CreateServer) {
  const { ipv4, ipv6 } = body.public_net;
  return {
    keys: body.ssh_keys.map((idOrName) => {
      const key = recordsOf(world, "ssh_keys").find(
        ({ id, name }) => name === String(idOrName) || String(id) === String(idOrName),
      );
      if (key === undefined) throw invalid("ssh_keys", `SSH key "${idOrName}" does not exist`);
      return key;
    }),
    firewalls: body.firewalls.map(({ firewall }) => referred(world, "firewalls", firewall, "firewall")),
    networks: body.networks.map((id) => referred(world, "networks", id, "network")),
    volumes: body.volumes.map((id) => referred(world, "volumes", id, "volume")),
    group:
      body.placement_group == null
        ? undefined
        : referred(world, "placement_groups", body.placement_group, "placement group"),
    ipv4: ipv4 == null ? undefined : referred(world, "primary_ips", ipv4, "primary IP"),
    ipv6: ipv6 == null ? undefined : referred(world, "primary_ips", ipv6, "primary IP"),
  };
}
export type References = ReturnType<typeof references>;

/** Where it is not told, a volume or an address decides; then Hetzner chooses, and here the type's first location is chosen. */
export function chooseLocation(body: CreateServer, { volumes, ipv4, ipv6 }: References, type: ServerType): string {
  const bound = volumes[0]?.location ?? ipv4?.location ?? ipv6?.location;
  return locationNamed(body.location ?? bound ?? type.orderable[0] ?? "fsn1", "location");
}

export function ensureFits(world: World, { volumes, group, ipv4, ipv6 }: References, location: string): void {
  for (const volume of volumes) {
    if (volume.location !== location) throw invalid("volumes", `volume ${volume.id} is in ${volume.location}`);
    if (volume.server !== null)
      throw new ApiError("volume_already_attached", `volume ${volume.id} is already attached`);
    ensureUnheld(world, { kind: "volumes", id: volume.id });
  }
  for (const [version, address] of Object.entries({ ipv4, ipv6 })) {
    if (address === undefined) continue;
    if (address.type !== version)
      throw new ApiError("primary_ip_version_mismatch", `primary IP ${address.id} is not ${version}`);
    if (address.assignee_id !== null)
      throw new ApiError("primary_ip_assigned", `primary IP ${address.id} is already assigned`);
    if (address.location !== location) {
      throw new ApiError("primary_ip_datacenter_mismatch", `primary IP ${address.id} is in ${address.location}`);
    }
  }
  if (group !== undefined) ensureSpread(world, group.id);
}

import type { HetznerClient } from "./client/client.ts";
import type {
  Firewall,
  Labelled,
  Labels,
  Network,
  PlacementGroup,
  PrimaryIp,
  ResourceType,
  Server,
  SshKey,
  Volume,
} from "./client/resource-types.ts";
import {
  firewalls,
  networks,
  placementGroups,
  primaryIps,
  servers,
  sshKeys,
  volumes,
} from "./client/resource-types.ts";
import { environmentSelector, isOwn, type Owner } from "./labels.ts";

/** Resources of each kind. */
export interface Inventory {
  sshKeys: SshKey[];
  firewalls: Firewall[];
  networks: Network[];
  placementGroups: PlacementGroup[];
  primaryIps: PrimaryIp[];
  volumes: Volume[];
  servers: Server[];
}

export interface Observed {
  /** What carries the Environment's labels. */
  own: Inventory;
  /** What somebody else made and that has a name, or a key, which the Environment needs. */
  foreign: Inventory;
}

/** Names that must be free or the Environment's own, and the key's fingerprint, which a project has only once. */
export interface Wanted {
  owner: Owner;
  names: Readonly<Record<keyof Inventory, readonly string[]>>;
  fingerprint: string;
}

const types: { [K in keyof Inventory]: ResourceType<Inventory[K][number]> } = {
  sshKeys,
  firewalls,
  networks,
  placementGroups,
  primaryIps,
  volumes,
  servers,
};

/**
 * What there is of an Environment: one listing for each kind, by label. A name that is still missing is looked up, several by one
 * listing of the kind without the label; keys are always listed whole, because their fingerprints are unique.
 */
export async function observe(
  client: Pick<HetznerClient, "list">,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<Observed> {
  const look = async <K extends keyof Inventory>(kind: K): Promise<Seen<Inventory[K][number]>> =>
    seen(client, types[kind], { ...wanted, names: wanted.names[kind] }, signal);
  const [keys, firewalls, networks, groups, ips, volumes, servers] = await Promise.all([
    seenKeys(client, wanted, signal),
    look("firewalls"),
    look("networks"),
    look("placementGroups"),
    look("primaryIps"),
    look("volumes"),
    look("servers"),
  ]);
  const side = (of: keyof Seen<Labelled>): Inventory => ({
    sshKeys: keys[of],
    firewalls: firewalls[of],
    networks: networks[of],
    placementGroups: groups[of],
    primaryIps: ips[of],
    volumes: volumes[of],
    servers: servers[of],
  });
  return { own: side("own"), foreign: side("foreign") };
}

interface Seen<T> {
  own: T[];
  foreign: T[];
}

async function seen<T extends Labelled>(
  client: Pick<HetznerClient, "list">,
  type: ResourceType<T>,
  { owner, names }: { owner: Owner; names: readonly string[] },
  signal: AbortSignal,
): Promise<Seen<T>> {
  const labelled = await client.list(type, { label_selector: environmentSelector(owner) }, signal);
  const { own, foreign } = divide(labelled, owner, names);
  const missing = names.filter((name) => !labelled.some((one) => one.name === name));
  const [single] = missing;
  if (single === undefined) return { own, foreign };
  const others = await client.list(type, missing.length === 1 ? { name: single } : {}, signal);
  return { own, foreign: [...foreign, ...others.filter(({ name }) => missing.includes(name))] };
}

async function seenKeys(
  client: Pick<HetznerClient, "list">,
  { owner, names, fingerprint }: Wanted,
  signal: AbortSignal,
): Promise<Seen<SshKey>> {
  const all = await client.list(sshKeys, {}, signal);
  const own = all.filter(({ labels }) => isOwn(labels, owner));
  const foreign = all.filter(
    (key) => !own.includes(key) && (names.sshKeys.includes(key.name) || key.fingerprint === fingerprint),
  );
  return { own, foreign };
}

/** A label of the same Environment from another repository makes a resource foreign, and refused where a name is in the way. */
function divide<T extends { name: string; labels: Labels }>(
  labelled: T[],
  owner: Owner,
  names: readonly string[],
): Seen<T> {
  return {
    own: labelled.filter(({ labels }) => isOwn(labels, owner)),
    foreign: labelled.filter(({ name, labels }) => !isOwn(labels, owner) && names.includes(name)),
  };
}

import type { Labelled } from "../client/resource-types.ts";
import type { Observed } from "../observe.ts";
import { partLabel } from "../labels.ts";
import type { Declared } from "./declared.ts";

/**
 * Takes what somebody else made, and that has a name which the Environment needs, for its own. The plan then finds that labels are
 * missing and puts them on, before anything else is done to it. A key that is only shared is not taken.
 */
export function adopting(declared: Declared, { own, foreign }: Observed): Observed {
  const shared = foreign.sshKeys.filter(({ name }) => name !== declared.sshKey.name);
  return {
    own: {
      sshKeys: [...own.sshKeys, ...foreign.sshKeys.filter((key) => !shared.includes(key)).map(unmarked)],
      firewalls: [...own.firewalls, ...foreign.firewalls.map(unmarked)],
      networks: [...own.networks, ...foreign.networks.map(unmarked)],
      placementGroups: [...own.placementGroups, ...foreign.placementGroups.map(unmarked)],
      primaryIps: [...own.primaryIps, ...foreign.primaryIps.map(unmarked)],
      volumes: [...own.volumes, ...foreign.volumes.map(unmarked)],
      servers: [...own.servers, ...foreign.servers.map(unmarked)],
    },
    foreign: {
      sshKeys: shared,
      firewalls: [],
      networks: [],
      placementGroups: [],
      primaryIps: [],
      volumes: [],
      servers: [],
    },
  };
}

/** Another Environment's idea of what part it is counts no more: it is known by its name. */
function unmarked<T extends Labelled>(resource: T): T {
  const { [partLabel]: _, ...labels } = resource.labels;
  return { ...resource, labels };
}

import type { Environment } from "./environment/schema.ts";
import { publicAddresses } from "./first-contact.ts";
import type { Server } from "./hetzner/client/resource-types.ts";
import { partLabel, readyLabel, roleOf } from "./hetzner/labels.ts";
import { partsOf } from "./hetzner/plan/declared.ts";
import { hetznerServer } from "./hetzner-server.ts";
import { SlipwayError } from "./model/error.ts";
import type { DeclaredNode } from "./server/k3s/declared.ts";

/** A server at Hetzner and the node of the cluster that it is, or was. */
export interface Machine {
  server: Server;
  node: DeclaredNode;
}

export interface Machines {
  /** Those that the Environment declares: each is there and was met. */
  declared: readonly Machine[];
  /** Those that are left over from an earlier declaration, and leave the cluster. */
  leaving: readonly Machine[];
}

/** Which of an Environment's own servers are nodes. Throws SLW-NOT-PROVISIONED where a declared one is missing or not ready. */
export function machinesOf(environment: Environment, own: readonly Server[]): Machines {
  const { name } = environment.metadata;
  if (own.length === 0) throw notProvisioned(name, `Environment ${name} has no servers at Hetzner`);
  const machines = own.map((server) => ({ server, part: partOf(server, name) }));
  const parts = partsOf(environment, hetznerServer(environment)).filter((part) => /^(server|agent)-\d+$/.test(part));
  const declared = parts.map((part) => {
    const found = machines.find((one) => one.part === part)?.server;
    if (found === undefined) throw notProvisioned(name, `${name}-${part} is declared, and not there`);
    if (found.labels[readyLabel] === undefined) {
      throw notProvisioned(name, `${found.name} was never logged in to: its first contact is not over`);
    }
    if (found.status === "off") throw notProvisioned(name, `${found.name} is switched off`);
    return machineOf(found, `${name}-${part}`);
  });
  const leaving = machines
    .filter(({ part, server }) => !parts.includes(part) && server.labels[readyLabel] !== undefined)
    .map(({ part, server }) => machineOf(server, `${name}-${part}`));
  return { declared, leaving };
}

/** Its place in the Environment, which it keeps when somebody renames it. */
const partOf = ({ labels, name }: Server, environment: string): string =>
  labels[partLabel] ?? name.replace(`${environment}-`, "");

function machineOf(server: Server, name: string): Machine {
  const [privateNetwork] = server.networks;
  return {
    server,
    node: {
      name,
      role: roleOf(server),
      publicAddresses: publicAddresses(server),
      ...(privateNetwork && { privateAddress: privateNetwork.ip }),
    },
  };
}

const notProvisioned = (environment: string, what: string): SlipwayError =>
  new SlipwayError("SLW-NOT-PROVISIONED", what, {
    hint: `slipway provision ${environment} --mode apply makes what is missing; then run this again`,
  });

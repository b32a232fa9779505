import type { Cost } from "./environment/cost.ts";
import type { Environment, HetznerServer } from "./environment/schema.ts";
import { knownHostsOf, meetServer, prepareServer } from "./first-contact.ts";
import { apply } from "./hetzner/apply/apply.ts";
import type { Allowance, ApplyEvent } from "./hetzner/apply/ports.ts";
import type { Server } from "./hetzner/client/resource-types.ts";
import { roleOf } from "./hetzner/labels.ts";
import { observe, type Observed } from "./hetzner/observe.ts";
import { ownServers } from "./hetzner/own-servers.ts";
import { approve, refusalsOf } from "./hetzner/plan/approve.ts";
import { adopting } from "./hetzner/plan/adopt.ts";
import { budgetRefusals, costOfPlan, withinBudget } from "./hetzner/plan/budget.ts";
import { declare, type Declared } from "./hetzner/plan/declared.ts";
import type { Market } from "./hetzner/plan/market.ts";
import { plan, wantedOf } from "./hetzner/plan/plan.ts";
import type { Plan, Refusal } from "./hetzner/plan/step.ts";
import { type HetznerAccess, type HetznerPorts, marketOf, openHetzner, waiting } from "./hetzner-access.ts";
import { hetznerServer } from "./hetzner-server.ts";
import type { Processes } from "./server/processes.ts";
import { publicKeyOf } from "./server/trust/keys.ts";

export interface ProvisionOptions {
  environment: Environment;
  access: HetznerAccess;
  mode: "plan" | "apply";
  allow: readonly Allowance[];
  /** The user's private key; its public half goes on the server. */
  sshPrivateKey: string;
  /** As `repositoryName` gives it. */
  repository?: string | undefined;
  /** Whether new servers are logged in to; an emulated Hetzner may have no machines. */
  contact: "ssh" | "none";
  /** Architectures that the manifests' images are not built for, and why. */
  unsuitable?: Market["unsuitable"];
}

export interface ProvisionPorts extends HetznerPorts {
  processes: Processes;
  /** Told of the plan before anything is done. */
  onPlan: (planned: Planned) => void;
  report: (event: ApplyEvent) => void;
}

export interface Planned {
  plan: Plan;
  cost: Cost;
  /** What stands in the way of applying it. */
  refusals: Refusal[];
}

export interface ProvisionedServer {
  name: string;
  id: number;
  role: "server" | "agent";
  ipv4?: string;
  ipv6?: string;
}

export interface ProvisionOutputs extends Planned {
  mode: ProvisionOptions["mode"];
  /** As they are at the end, control plane first. */
  servers: ProvisionedServer[];
  /** Lines of known_hosts that pin them all. */
  knownHosts: string;
}

/** Plans what an Environment needs at Hetzner and, if told, applies it. Throws the plan's refusals instead of applying them. */
export async function provision(options: ProvisionOptions, ports: ProvisionPorts): Promise<ProvisionOutputs> {
  const { environment, mode, allow, access } = options;
  const server = hetznerServer(environment);
  const client = openHetzner(access, ports);
  const sshPublicKey = await publicKeyOf(options.sshPrivateKey, ports.processes);
  const declared = declare(environment, server, { sshPublicKey, repository: options.repository });
  const market = await marketOf(client, access, ports, options.unsuitable);
  const observed = await observe(client, wantedOf(declared), ports.signal);
  const planned = planning(options, server, { declared, observed, market });
  ports.onPlan(planned);
  if (mode === "apply") {
    approve(planned.refusals);
    await apply(planned.plan, {
      client,
      clock: ports.clock,
      ...waiting(ports.random),
      signal: ports.signal,
      owner: declared.owner,
      allow: new Set(allow),
      prepareServer: () => prepareServer(sshPublicKey, ports.processes),
      afterCreate: async (contact) => {
        if (options.contact === "ssh") await meetServer(contact, { ...ports, sshPrivateKey: options.sshPrivateKey });
      },
      report: ports.report,
    });
  }
  const present = mode === "apply" ? await ownServers(client, declared.owner, ports.signal) : observed.own.servers;
  return { ...planned, mode, ...serverOutputs(present) };
}

function planning(
  { environment, allow }: ProvisionOptions,
  server: HetznerServer,
  { declared, observed, market }: { declared: Declared; observed: Observed; market: Market },
): Planned {
  const seen = allow.includes("adopt") ? adopting(declared, observed) : observed;
  const made = withinBudget(plan(declared, seen, market), environment, market);
  const cost = costOfPlan(made, environment, market);
  const refusals = refusalsOf(made, {
    allow: new Set(allow),
    besides: budgetRefusals(cost),
    protection: server.protection ? "on" : "off",
  });
  return { plan: made, cost, refusals };
}

function serverOutputs(present: readonly Server[]): Pick<ProvisionOutputs, "servers" | "knownHosts"> {
  const rank = (server: Server): string => `${roleOf(server) === "server" ? 0 : 1} ${server.name}`;
  const ordered = present.toSorted((a, b) => rank(a).localeCompare(rank(b), "en", { numeric: true }));
  return {
    servers: ordered.map((one) => ({
      name: one.name,
      id: one.id,
      role: roleOf(one),
      ...(one.ipv4 && { ipv4: one.ipv4.ip }),
      ...(one.ipv6 && { ipv6: one.ipv6.ip }),
    })),
    knownHosts: ordered.map(knownHostsOf).join(""),
  };
}

import { SlipwayError } from "../../model/error.ts";

/** A machine that is to be a node. */
export interface DeclaredNode {
  name: string;
  role: "server" | "agent";
  /** Where it is reached from outside; the certificate of the API is good for these. */
  publicAddresses: readonly string[];
  /** Where other nodes reach it. */
  privateAddress?: string | undefined;
}

/** A cluster as the Environment and its machines say it should be. */
export interface DeclaredCluster {
  version: string;
  /** Servers first, in the order in which they join. */
  nodes: readonly DeclaredNode[];
}

/** One server keeps its state in SQLite, three in etcd, which counts on an odd number. */
export function checkDeclared({ nodes }: DeclaredCluster): void {
  const servers = nodes.filter(({ role }) => role === "server");
  if (servers.length !== 1 && servers.length !== 3) {
    throw new SlipwayError("SLW-CONFIG", `a cluster has 1 or 3 servers, not ${servers.length}`, {
      hint: "Set spec.server.count to 1 or 3; further nodes are agents.",
    });
  }
  const lonely = nodes.length > 1 ? nodes.find(({ privateAddress }) => privateAddress === undefined) : undefined;
  if (lonely) {
    throw new SlipwayError("SLW-CONFIG", `${lonely.name} has no private address, and the other nodes reach it there`, {
      hint: "More than one node needs spec.server.network.",
    });
  }
  const names = nodes.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new SlipwayError("SLW-CONFIG", `two nodes are called ${twice}`);
}

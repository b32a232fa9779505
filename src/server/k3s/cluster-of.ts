import type { Environment } from "../../environment/schema.ts";
import type { DeclaredCluster, DeclaredNode } from "./declared.ts";

/** The cluster that an Environment declares, on the machines it has: servers before agents, each in the order of its number. */
export function clusterOf({ spec }: Environment, machines: readonly DeclaredNode[]): DeclaredCluster {
  const rank = ({ role, name }: DeclaredNode): string => `${role === "server" ? 0 : 1} ${name}`;
  const nodes = machines.toSorted((one, other) => rank(one).localeCompare(rank(other), "en", { numeric: true }));
  return { version: spec.kubernetes.version, nodes };
}

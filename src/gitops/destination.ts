import { type Cluster } from "./applicationset/context.ts";
import { inCluster } from "./applicationset/clusters.ts";
import type { ApplicationSpec } from "./schema.ts";

/** `field` is the one that no cluster fits, where it is one. */
export type Destination = { cluster: Cluster } | { problem: string; field?: "server" | "name" };

/**
 * The cluster an Application goes to. Without any declared cluster a name or URL is taken as it is, since clusters are
 * usually known to Argo CD alone.
 */
export function resolveDestination(
  destination: ApplicationSpec["destination"],
  declared: readonly Cluster[],
): Destination {
  const { name = "", server = "" } = destination;
  if (name !== "" && server !== "") return { problem: `it has both \`server\` (${server}) and \`name\` (${name})` };
  if (name === "" && server === "") return { problem: "it has neither `server` nor `name`" };
  const known = declared.some((cluster) => cluster.server === inCluster.server) ? declared : [inCluster, ...declared];
  if (server !== "") {
    const url = server.replace(/\/+$/, "");
    const found = known.find((cluster) => cluster.server === url);
    if (found !== undefined) return { cluster: found };
    return declared.length === 0
      ? { cluster: { name: "", server: url } }
      : { problem: `no declared cluster has the server ${url}`, field: "server" };
  }
  const named = known.filter((cluster) => cluster.name === name);
  if (named.length > 1) return { problem: `${named.length} declared clusters have the name ${name}`, field: "name" };
  if (named[0] !== undefined) return { cluster: named[0] };
  return declared.length === 0
    ? { cluster: { name, server: "" } }
    : { problem: `no declared cluster has the name ${name}`, field: "name" };
}

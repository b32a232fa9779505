import type { Environment } from "./schema.ts";

/** Of the private network where the file has none. */
const usualRange = "10.0.0.0/16";

/** The range of the private network: as declared, or implied by more than one server; undefined where there is none. */
export function privateNetwork({ spec: { server, agents } }: Environment): string | undefined {
  if (server.provider === "none") return undefined;
  if (server.network !== undefined) return server.network.cidr;
  return server.count + (agents?.count ?? 0) > 1 ? usualRange : undefined;
}

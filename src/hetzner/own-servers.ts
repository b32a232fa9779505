import type { HetznerClient } from "./client/client.ts";
import { type Server, servers } from "./client/resource-types.ts";
import { environmentSelector, isOwn, type Owner } from "./labels.ts";

/** The servers of an Environment, found by their labels. */
export async function ownServers(
  client: Pick<HetznerClient, "list">,
  owner: Owner,
  signal: AbortSignal,
): Promise<Server[]> {
  const found = await client.list(servers, { label_selector: environmentSelector(owner) }, signal);
  return found.filter(({ labels }) => isOwn(labels, owner));
}

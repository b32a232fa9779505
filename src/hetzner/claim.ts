import type { Labels, LoadBalancer, Network, Server, Volume } from "./client/resource-types.ts";

/*
 * What controllers in a cluster make for it. They know nothing of an Environment, so what they made is told by what it is tied to.
 * https://github.com/hetznercloud/hcloud-cloud-controller-manager, https://github.com/hetznercloud/csi-driver
 */

const serviceLabel = "hcloud-ccm/service-uid";
export const loadBalancerSelector = serviceLabel;
export const csiSelector = "managed-by=csi-driver";
/** Set by the CSI driver where it is told of the claim. */
export const claimNamespaceLabel = "pvc-namespace";

export const isMadeByController = (labels: Labels): boolean =>
  labels[serviceLabel] !== undefined || labels["managed-by"] === "csi-driver";

export interface Cluster {
  servers: readonly Pick<Server, "id">[];
  networks: readonly Pick<Network, "id">[];
}

/** A load balancer that sends traffic to the cluster's servers, or is in its network. */
export function balancesFor({ servers, networks }: Cluster, balancer: LoadBalancer): boolean {
  return (
    balancer.servers.some((id) => servers.some((one) => one.id === id)) ||
    balancer.networks.some((id) => networks.some((one) => one.id === id))
  );
}

/** A volume that a server of the cluster has attached. */
export const isAttachedTo = ({ servers }: Pick<Cluster, "servers">, { server }: Volume): boolean =>
  servers.some(({ id }) => id === server);

import { includedTraffic, loadBalancerTypes } from "../../catalogue/data.ts";
import { renderLoadBalancerType } from "../../catalogue/pricing.ts";
import { labelSelector } from "../../http/label-selector.ts";
import type { LoadBalancerService, LoadBalancerTarget, RecordOf } from "../../state/records.ts";
import { iso, recordsOf, type World } from "../../world.ts";
import { renderLocation } from "../locations.ts";

type LoadBalancer = RecordOf<"load_balancers">;

export const typeRow = (idOrName: string | number) =>
  loadBalancerTypes.find(([id, name]) => name === String(idOrName) || String(id) === String(idOrName));

export function renderLoadBalancer(world: World, balancer: LoadBalancer): Record<string, unknown> {
  const type = typeRow(balancer.load_balancer_type);
  return {
    id: balancer.id,
    name: balancer.name,
    labels: balancer.labels,
    created: iso(balancer.created),
    load_balancer_type: type === undefined ? null : renderLoadBalancerType(type),
    location: renderLocation(balancer.location),
    algorithm: { type: balancer.algorithm },
    public_net: {
      enabled: balancer.public_enabled,
      ipv4: publicAddress(balancer.ipv4),
      ipv6: publicAddress(balancer.ipv6),
    },
    private_net: balancer.private_net,
    targets: balancer.targets.map((target) => renderTarget(world, target, balancer.services)),
    services: balancer.services,
    protection: balancer.protection,
    included_traffic: includedTraffic(balancer.location),
    ingoing_traffic: 0,
    outgoing_traffic: 0,
  };
}

const publicAddress = ({ ip, dns_ptr, primary_ip }: LoadBalancer["ipv4"]): Record<string, unknown> => ({
  ip,
  dns_ptr,
  ...(primary_ip === null ? {} : { id: primary_ip }),
});

/** Nothing is listening behind an emulated server, so no target has been found healthy or not. */
const health = (services: readonly LoadBalancerService[]) =>
  services.map(({ listen_port }) => ({ listen_port, status: "unknown" }));

function renderTarget(
  world: World,
  { type, server, selector, ip, use_private_ip }: LoadBalancerTarget,
  services: readonly LoadBalancerService[],
): Record<string, unknown> {
  if (type === "ip") return { type, ip: { ip }, health_status: health(services) };
  if (type === "server") return { type, server: { id: server }, use_private_ip, health_status: health(services) };
  const matches = labelSelector(selector ?? "");
  const targets = recordsOf(world, "servers")
    .filter(({ labels }) => matches(labels))
    .map(({ id }) => ({ type: "server", server: { id }, use_private_ip, health_status: health(services) }));
  return { type, label_selector: { selector }, use_private_ip, targets };
}

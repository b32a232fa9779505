import type { Route } from "./http/route.ts";
import { globalActionRoutes } from "./resources/action-routes.ts";
import { catalogueRoutes } from "./resources/catalogue-routes.ts";
import { certificates } from "./resources/certificates.ts";
import { firewalls } from "./resources/firewalls/firewalls.ts";
import { floatingIps } from "./resources/floating-ips.ts";
import { images } from "./resources/images/images.ts";
import { loadBalancers } from "./resources/load-balancers/load-balancers.ts";
import { memberRoutes } from "./resources/networks/members.ts";
import { networks } from "./resources/networks/networks.ts";
import { placementGroups } from "./resources/placement-groups.ts";
import { primaryIps } from "./resources/primary-ips.ts";
import { resourceRoutes } from "./resources/resource.ts";
import { metricsRefused, servers } from "./resources/servers/servers.ts";
import { sshKeys } from "./resources/ssh-keys.ts";
import { volumes } from "./resources/volumes.ts";

/** Paths with fixed words come before those with parameters: `/servers/actions` is not the server called "actions". */
const byFixedWords = (a: Route, b: Route): number => parameters(a) - parameters(b);
const parameters = ({ path }: Route): number => path.split(":").length;

/** Every operation of the API. */
export const routes: readonly Route[] = [
  ...catalogueRoutes,
  ...globalActionRoutes,
  ...resourceRoutes(sshKeys),
  ...resourceRoutes(servers),
  ...resourceRoutes(primaryIps),
  ...resourceRoutes(floatingIps),
  ...resourceRoutes(volumes),
  ...resourceRoutes(firewalls),
  ...resourceRoutes(networks),
  ...memberRoutes,
  ...resourceRoutes(placementGroups),
  ...resourceRoutes(images),
  ...resourceRoutes(loadBalancers),
  ...resourceRoutes(certificates),
  { method: "GET", path: "/servers/:id/metrics", handle: metricsRefused } as const,
  { method: "GET", path: "/load_balancers/:id/metrics", handle: metricsRefused } as const,
].sort(byFixedWords);

import { isos, loadBalancerTypes, locations } from "../catalogue/data.ts";
import { renderLoadBalancerType, renderPricing } from "../catalogue/pricing.ts";
import { renderServerType, serverTypes } from "../catalogue/server-types.ts";
import { ApiError, notFound } from "../http/errors.ts";
import { paginate } from "../http/paging.ts";
import { ok, type Route } from "../http/route.ts";
import { sorted } from "../http/sorting.ts";
import type { World } from "../world.ts";
import { renderIso } from "./isos.ts";

type Entry = Record<string, unknown>;

/** Lists and reads something that Hetzner decides on. */
function readOnly(kind: string, singular: string, entries: (world: World) => readonly Entry[]): Route[] {
  const fields = { id: (one: Entry) => Number(one["id"]), name: (one: Entry) => String(one["name"]) };
  return [
    {
      method: "GET",
      path: `/${kind}`,
      handle: (world, { query }) => {
        const wanted = ["name", "architecture"].filter((field) => (query.get(field) ?? "") !== "");
        const found = entries(world).filter((one) => wanted.every((field) => one[field] === query.get(field)));
        const page = paginate(sorted(found, query.getAll("sort"), fields), query);
        return ok({ [kind]: page.entries, meta: { pagination: page.pagination } });
      },
    },
    {
      method: "GET",
      path: `/${kind}/:id`,
      handle: (world, { params }) => {
        const found = entries(world).find((one) => String(one["id"]) === params["id"]);
        if (found === undefined) throw notFound(singular.replaceAll("_", " "), params["id"] ?? "");
        return ok({ [singular]: found });
      },
    },
  ];
}

function gone(): never {
  const announcement = "https://docs.hetzner.cloud/changelog#2026-06-02-datacenters-deprecated";
  throw new ApiError("deprecated_api_endpoint", "datacenters were removed on 2026-10-01", { announcement });
}

export const catalogueRoutes: Route[] = [
  ...readOnly("locations", "location", () => locations),
  ...readOnly("server_types", "server_type", (world) =>
    serverTypes.map((type) => renderServerType(type, (location) => world.stock.has(type.name, location))),
  ),
  ...readOnly("load_balancer_types", "load_balancer_type", () => loadBalancerTypes.map(renderLoadBalancerType)),
  ...readOnly("isos", "iso", () => isos.map(renderIso)),
  { method: "GET", path: "/pricing", handle: () => ok({ pricing: renderPricing() }) },
  { method: "GET", path: "/datacenters", handle: gone },
  { method: "GET", path: "/datacenters/:id", handle: gone },
];

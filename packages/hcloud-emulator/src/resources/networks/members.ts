import { contains } from "../../addresses.ts";
import { notFound } from "../../http/errors.ts";
import { paginate } from "../../http/paging.ts";
import { type Answer, type ApiRequest, ok, type Route } from "../../http/route.ts";
import { findRecord, recordsOf, type World } from "../../world.ts";

const kinds = [
  ["servers", "server"],
  ["load_balancers", "load_balancer"],
] as const;

function listMembers(world: World, { params, query }: ApiRequest): Answer {
  const network = findRecord(world, "networks", Number(params["id"]));
  if (network === undefined) throw notFound("network", params["id"] ?? "");
  const wanted = query.getAll("type");
  const members = kinds
    .filter(([, type]) => wanted.length === 0 || wanted.includes(type))
    .flatMap(([kind, type]) =>
      recordsOf(world, kind).flatMap(({ id, private_net }) =>
        private_net
          .filter((one) => one.network === network.id)
          .map((one) => ({
            type,
            id,
            ip: one.ip,
            status: "ok",
            alias_ips: "alias_ips" in one ? one.alias_ips : [],
            subnet: network.subnets.find(({ ip_range }) => contains(ip_range, one.ip))?.ip_range ?? network.ip_range,
          })),
      ),
    );
  const { entries, pagination } = paginate(members, query);
  return ok({ members: entries, meta: { pagination } });
}

/** What is attached to a network: asked by hcloud-go since 2.49. */
export const memberRoutes: Route[] = [{ method: "GET", path: "/networks/:id/members", handle: listMembers }];

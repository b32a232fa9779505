import {
  firewalls,
  images,
  type Labelled,
  type Labels,
  loadBalancers,
  networks,
  primaryIps,
  type ResourceType,
  servers,
  volumes,
} from "./client/resource-types.ts";
import { type Cloud, never } from "./cloud.fixture.ts";
import { resourceTypes } from "./kinds.ts";

export interface Found {
  kind: string;
  /** Below the endpoint, such as `/servers/42`. */
  path: string;
  id: number;
  name: string;
  labels: Labels;
  text: string;
}

/** Every resource of a project, kind by kind, but the images that come with it. */
export async function everything({ client }: Pick<Cloud, "client">): Promise<Found[]> {
  const all = await Promise.all(
    Object.entries(resourceTypes).map(async ([kind, type]) =>
      (await client.list(type, type === images ? { type: "snapshot" } : {}, never)).map((one): Found => ({
        kind,
        path: `/${type.path}/${one.id}`,
        id: one.id,
        name: one.name,
        labels: one.labels,
        text: JSON.stringify(one),
      })),
    ),
  );
  return all.flat();
}

/** What somebody else has in the project: names near ours, and labels of another Environment. */
export async function addForeign({ client }: Pick<Cloud, "client">): Promise<void> {
  const labels = { "slipway.dev/environment": "production" };
  const make = async (
    type: ResourceType<Labelled>,
    name: string,
    body: Record<string, unknown> = {},
  ): Promise<void> => {
    await client.create(type, { name, labels, ...body }, never);
  };
  await make(firewalls, "dev", { rules: [] });
  await make(networks, "dev-net", { ip_range: "10.0.0.0/16" });
  await make(volumes, "dev-volume", { size: 10, location: "nbg1" });
  await make(primaryIps, "dev-ip", { type: "ipv4", location: "nbg1", assignee_type: "server" });
  await make(servers, "dev-server", { server_type: "cx23", image: "debian-13", location: "nbg1" });
  await make(loadBalancers, "dev-lb", {
    load_balancer_type: "lb11",
    location: "nbg1",
    algorithm: { type: "round_robin" },
  });
}

/** Which of the ids were touched by anything but reading. */
export function touched(requests: readonly { method: string; path: string }[], foreign: readonly Found[]): string[] {
  return requests
    .filter(
      ({ method, path }) =>
        method !== "GET" && foreign.some((one) => path === one.path || path.startsWith(`${one.path}/`)),
    )
    .map(({ method, path }) => `${method} ${path}`);
}

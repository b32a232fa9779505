/** As much of an OpenAPI schema as has to be amended. */
export interface Schema {
  [keyword: string]: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  enum?: unknown[];
}

/**
 * Where the API has changed since the description of February 2026, and the emulator follows the API. Each one amends the
 * description; whatever is not listed here is held against it word for word.
 */
export interface Deviation {
  why: string;
  /** Where the change was announced. */
  source: string;
  amend: (schemas: Readonly<Record<string, Schema>>) => void;
}

const changelog = (entry: string): string => `https://docs.hetzner.cloud/changelog#${entry}`;
const hcloudGo = (version: string): string => `https://github.com/hetznercloud/hcloud-go/releases/tag/${version}`;

export const deviations: readonly Deviation[] = [
  {
    why: "servers and primary IPs have no datacenter any more",
    source: changelog("2026-07-01-removing-datacenters"),
    amend: (schemas) => {
      for (const name of ["server", "primary_ip"]) withdraw(schemas[name], "datacenter");
    },
  },
  {
    why: "server types say for each location whether they are in stock and recommended",
    source: changelog("2026-04-01-datacenter-deprecations"),
    amend: ({ server_type_location }) => add(server_type_location, { available: boolean, recommended: boolean }),
  },
  {
    why: "a primary IP without an assignee is called unassigned, and a load balancer can be one",
    source: changelog("2026-04-27-primary-ips-will-return-unassigned"),
    amend: ({ primary_ip }) => {
      primary_ip?.properties?.["assignee_type"]?.enum?.push("unassigned", "load_balancer");
    },
  },
  {
    why: "load balancers can have primary IPs, whose ids they tell",
    source: changelog("2026-10-05-load-balancers-can-use-existing-primary-ips"),
    amend: ({ load_balancer_public_net }) => {
      for (const version of ["ipv4", "ipv6"]) add(load_balancer_public_net?.properties?.[version], { id: integer });
    },
  },
  {
    why: "HTTP services have an idle timeout",
    source: changelog("2026-04-30-load-balancers-http-idle-timeout-can-now-be-configured"),
    amend: ({ load_balancer_service }) => add(load_balancer_service?.properties?.["http"], { timeout_idle: integer }),
  },
  {
    why: "load balancer types and images tell when they were deprecated, as server types do",
    source: hcloudGo("v2.46.0"),
    amend: ({ load_balancer_type, image }) => {
      add(load_balancer_type, { deprecation: {} });
      add(image, { deprecation: {} });
    },
  },
];

/** Operations that answer otherwise than the description says, with the reason. */
export const changedOperations: Readonly<Record<string, string>> = {
  "GET /datacenters": "answers 410 since 2026-10-01",
  "GET /datacenters/{id}": "answers 410 since 2026-10-01",
  "DELETE /load_balancers/{id}": "answers 201 with an action since 2026-10-05",
  "GET /networks/{id}/members": "is newer than the description (hcloud-go 2.49)",
  "GET /servers/{id}/metrics": "is refused: the emulator measures nothing",
  "GET /load_balancers/{id}/metrics": "is refused: the emulator measures nothing",
};

const boolean: Schema = { type: "boolean" };
const integer: Schema = { type: "integer" };

function withdraw(schema: Schema | undefined, property: string): void {
  if (schema?.required !== undefined) schema.required = schema.required.filter((name) => name !== property);
  delete schema?.properties?.[property];
}

function add(schema: Schema | undefined, properties: Record<string, Schema>): void {
  Object.assign(schema?.properties ?? {}, properties);
}

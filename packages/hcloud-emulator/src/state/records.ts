import { z } from "zod";

const labels = z.record(z.string(), z.string());
const id = z.number().int();
/** Milliseconds since the epoch. */
const time = z.number();
const named = { id, name: z.string(), labels, created: time };
const deletable = { protection: z.object({ delete: z.boolean() }) };
const pointers = z.array(z.object({ ip: z.string(), dns_ptr: z.string() }));
const ipVersion = z.enum(["ipv4", "ipv6"]);

const sshKey = z.object({ ...named, public_key: z.string(), fingerprint: z.string() });

const server = z.object({
  ...named,
  status: z.enum(["running", "initializing", "starting", "stopping", "off", "deleting", "migrating", "rebuilding"]),
  server_type: z.string(),
  image: id.nullable(),
  location: z.string(),
  user_data: z.string(),
  public_keys: z.array(z.string()),
  primary_disk_size: z.number(),
  rescue_enabled: z.boolean(),
  iso: z.string().nullable(),
  backup_window: z.string().nullable(),
  protection: z.object({ delete: z.boolean(), rebuild: z.boolean() }),
  placement_group: id.nullable(),
  private_net: z.array(
    z.object({ network: id, ip: z.string(), alias_ips: z.array(z.string()), mac_address: z.string() }),
  ),
  labels_changed: time,
});

const primaryIp = z.object({
  ...named,
  ...deletable,
  type: ipVersion,
  ip: z.string(),
  location: z.string(),
  assignee_id: id.nullable(),
  assignee_type: z.enum(["server", "load_balancer"]),
  auto_delete: z.boolean(),
  dns_ptr: pointers,
});

const floatingIp = z.object({
  ...named,
  ...deletable,
  type: ipVersion,
  ip: z.string(),
  description: z.string(),
  location: z.string(),
  server: id.nullable(),
  dns_ptr: pointers,
});

const volume = z.object({
  ...named,
  ...deletable,
  size: z.number(),
  location: z.string(),
  server: id.nullable(),
  status: z.enum(["creating", "available"]),
  format: z.string().nullable(),
});

export const firewallRule = z.object({
  direction: z.enum(["in", "out"]),
  protocol: z.enum(["tcp", "udp", "icmp", "esp", "gre"]),
  port: z.string().nullable(),
  source_ips: z.array(z.string()),
  destination_ips: z.array(z.string()),
  description: z.string().nullable(),
});

const firewallTarget = z.discriminatedUnion("type", [
  z.object({ type: z.literal("server"), server: id, since: time }),
  z.object({ type: z.literal("label_selector"), selector: z.string(), since: time }),
]);

const firewall = z.object({ ...named, rules: z.array(firewallRule), applied_to: z.array(firewallTarget) });

const subnet = z.object({
  type: z.enum(["cloud", "server", "vswitch"]),
  ip_range: z.string(),
  network_zone: z.string(),
  gateway: z.string(),
  vswitch_id: id.nullable(),
});
const route = z.object({ destination: z.string(), gateway: z.string() });

const network = z.object({
  ...named,
  ...deletable,
  ip_range: z.string(),
  subnets: z.array(subnet),
  routes: z.array(route),
  expose_routes_to_vswitch: z.boolean(),
});

const placementGroup = z.object({ ...named, type: z.literal("spread") });

const image = z.object({
  ...named,
  ...deletable,
  type: z.enum(["snapshot", "backup"]),
  status: z.enum(["creating", "available"]),
  description: z.string(),
  image_size: z.number().nullable(),
  disk_size: z.number(),
  created_from: z.object({ id, name: z.string() }),
  bound_to: id.nullable(),
  os_flavor: z.string(),
  os_version: z.string().nullable(),
  architecture: z.enum(["x86", "arm"]),
});

const target = z.object({
  type: z.enum(["server", "label_selector", "ip"]),
  server: id.optional(),
  selector: z.string().optional(),
  ip: z.string().optional(),
  use_private_ip: z.boolean(),
});

const healthCheck = z.object({
  protocol: z.enum(["tcp", "http"]),
  port: z.number(),
  interval: z.number(),
  timeout: z.number(),
  retries: z.number(),
  http: z
    .object({
      domain: z.string().nullable(),
      path: z.string(),
      response: z.string().optional(),
      status_codes: z.array(z.string()).optional(),
      tls: z.boolean().optional(),
    })
    .optional(),
});

const service = z.object({
  protocol: z.enum(["tcp", "http", "https"]),
  listen_port: z.number(),
  destination_port: z.number(),
  proxyprotocol: z.boolean(),
  health_check: healthCheck,
  http: z
    .object({
      cookie_name: z.string(),
      cookie_lifetime: z.number(),
      certificates: z.array(id),
      redirect_http: z.boolean(),
      sticky_sessions: z.boolean(),
      timeout_idle: z.number(),
    })
    .optional(),
});

const loadBalancer = z.object({
  ...named,
  ...deletable,
  load_balancer_type: z.string(),
  location: z.string(),
  algorithm: z.enum(["round_robin", "least_connections"]),
  public_enabled: z.boolean(),
  ipv4: z.object({ ip: z.string(), primary_ip: id.nullable(), dns_ptr: z.string() }),
  ipv6: z.object({ ip: z.string(), primary_ip: id.nullable(), dns_ptr: z.string() }),
  private_net: z.array(z.object({ network: id, ip: z.string() })),
  targets: z.array(target),
  services: z.array(service),
});

const certificate = z.object({
  ...named,
  type: z.enum(["uploaded", "managed"]),
  certificate: z.string().nullable(),
  domain_names: z.array(z.string()),
  fingerprint: z.string().nullable(),
  not_valid_before: time.nullable(),
  not_valid_after: time.nullable(),
  issuance: z.enum(["pending", "completed", "failed"]),
});

export const recordSchemas = {
  ssh_keys: sshKey,
  servers: server,
  primary_ips: primaryIp,
  floating_ips: floatingIp,
  volumes: volume,
  firewalls: firewall,
  networks: network,
  placement_groups: placementGroup,
  images: image,
  load_balancers: loadBalancer,
  certificates: certificate,
};

export type Kind = keyof typeof recordSchemas;
export type RecordOf<K extends Kind> = z.infer<(typeof recordSchemas)[K]>;
export type FirewallRule = z.infer<typeof firewallRule>;
export type FirewallTarget = z.infer<typeof firewallTarget>;
export type Subnet = z.infer<typeof subnet>;
export type LoadBalancerTarget = z.infer<typeof target>;
export type LoadBalancerService = z.infer<typeof service>;

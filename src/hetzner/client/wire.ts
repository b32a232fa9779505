import { z } from "zod";

/*
 * The API's answers, parsed into what slipway reads of them: flat, in its own words. Fields it does not read are let through
 * unseen. https://docs.hetzner.cloud/reference/cloud
 */

const id = z.int();
const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);
const labels = z.record(z.string(), z.string()).default({});
const located = z.object({ name: z.string() });
const deleteProtection = z.object({ delete: z.boolean() });
const named = { id, name: z.string(), labels };
const address = absent(z.object({ id: absent(id), ip: z.string() }));

export const serverSchema = z
  .object({
    ...named,
    status: z.string(),
    location: located,
    server_type: z.object({ name: z.string(), architecture: z.string() }),
    primary_disk_size: absent(z.number()),
    image: absent(z.object({ name: absent(z.string()) })),
    public_net: z.object({ ipv4: address, ipv6: address, firewalls: z.array(z.object({ id })).default([]) }),
    private_net: z.array(z.object({ network: id, ip: z.string() })).default([]),
    volumes: z.array(id).default([]),
    placement_group: absent(z.object({ id })),
    protection: deleteProtection,
  })
  .transform((server) => ({
    id: server.id,
    name: server.name,
    labels: server.labels,
    status: server.status,
    location: server.location.name,
    type: server.server_type.name,
    architecture: server.server_type.architecture,
    diskGB: server.primary_disk_size,
    image: server.image?.name,
    ipv4: server.public_net.ipv4,
    ipv6: server.public_net.ipv6,
    firewalls: server.public_net.firewalls.map(({ id }) => id),
    networks: server.private_net,
    volumes: server.volumes,
    placementGroup: server.placement_group?.id,
    protected: server.protection.delete,
  }));

export const primaryIpSchema = z
  .object({
    ...named,
    type: z.enum(["ipv4", "ipv6"]),
    ip: z.string(),
    assignee_id: absent(id),
    auto_delete: z.boolean(),
    location: located,
    protection: deleteProtection,
  })
  .transform((ip) => ({
    id: ip.id,
    name: ip.name,
    labels: ip.labels,
    type: ip.type,
    address: ip.ip,
    server: ip.assignee_id,
    diesWithServer: ip.auto_delete,
    location: ip.location.name,
    protected: ip.protection.delete,
  }));

export const volumeSchema = z
  .object({
    ...named,
    size: z.number(),
    format: absent(z.string()),
    status: z.string(),
    server: absent(id),
    location: located,
    protection: deleteProtection,
  })
  .transform(({ size, location, protection, ...volume }) => ({
    ...volume,
    sizeGB: size,
    location: location.name,
    protected: protection.delete,
  }));

export const networkSchema = z
  .object({
    ...named,
    ip_range: z.string(),
    subnets: z.array(z.object({ ip_range: z.string(), network_zone: z.string() })).default([]),
    servers: z.array(id).default([]),
    protection: deleteProtection,
  })
  .transform(({ ip_range: cidr, subnets, protection, ...network }) => ({
    ...network,
    cidr,
    subnets: subnets.map(({ ip_range: cidr, network_zone: zone }) => ({ cidr, zone })),
    protected: protection.delete,
  }));

const ruleSchema = z
  .object({
    direction: z.enum(["in", "out"]),
    protocol: z.string(),
    port: absent(z.string()),
    source_ips: z.array(z.string()).default([]),
    destination_ips: z.array(z.string()).default([]),
    description: absent(z.string()),
  })
  .transform(({ direction, protocol, port, source_ips: from, destination_ips: to, description }) => ({
    direction,
    protocol,
    port,
    from,
    to,
    description,
  }));

export const firewallSchema = z.object({ ...named, rules: z.array(ruleSchema) });

export const placementGroupSchema = z.object({ ...named, servers: z.array(id).default([]) });

export const sshKeySchema = z
  .object({ ...named, fingerprint: z.string(), public_key: z.string() })
  .transform(({ public_key: publicKey, ...key }) => ({ ...key, publicKey }));

export const loadBalancerSchema = z
  .object({
    ...named,
    location: located,
    load_balancer_type: z.object({ name: z.string() }),
    private_net: z.array(z.object({ network: id })).default([]),
    targets: z.array(z.object({ server: absent(z.object({ id })) })).default([]),
    protection: deleteProtection,
  })
  .transform((balancer) => ({
    id: balancer.id,
    name: balancer.name,
    labels: balancer.labels,
    location: balancer.location.name,
    type: balancer.load_balancer_type.name,
    networks: balancer.private_net.map(({ network }) => network),
    servers: balancer.targets.flatMap(({ server }) => server?.id ?? []),
    protected: balancer.protection.delete,
  }));

/** Snapshots and backups have no name, only a description, which need not be unique. */
export const imageSchema = z
  .object({
    id,
    labels,
    name: absent(z.string()),
    description: z.string(),
    type: z.string(),
    image_size: absent(z.number()),
    protection: deleteProtection,
  })
  .transform((image) => ({
    id: image.id,
    name: image.name ?? `${image.description} (${image.id})`,
    labels: image.labels,
    type: image.type,
    sizeGB: image.image_size ?? 0,
    protected: image.protection.delete,
  }));

export const actionSchema = z.object({
  id,
  command: z.string(),
  status: z.enum(["running", "success", "error"]),
  progress: z.number().default(0),
  resources: z.array(z.object({ id, type: z.string() })).default([]),
  error: absent(z.object({ code: z.string(), message: z.string() })),
});

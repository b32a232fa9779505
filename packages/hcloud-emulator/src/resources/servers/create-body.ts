import { z } from "zod";
import { labelsSchema } from "../../http/labels.ts";

const id = z.number().int();
const hostname =
  /^(?=.{1,253}$)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

export const serverName = z.string().regex(hostname, "must be a valid hostname (RFC 1123)");
export const idOrName = z.union([z.string().min(1), id]);

/** 32 KiB: https://docs.hetzner.cloud/reference/cloud#servers-create-a-server */
export const userData = z.string().refine((text) => Buffer.byteLength(text) <= 32 * 1024, "must be at most 32 KiB");

export const createServerBody = z.object({
  name: serverName,
  server_type: idOrName,
  image: idOrName,
  location: z.string().optional(),
  datacenter: z.string().optional(),
  ssh_keys: z.array(idOrName).default([]),
  firewalls: z
    .array(z.object({ firewall: id }))
    .max(5, "at most 5 firewalls can be applied")
    .default([]),
  networks: z.array(id).default([]),
  volumes: z.array(id).default([]),
  automount: z.boolean().optional(),
  placement_group: id.nullish(),
  public_net: z
    .object({
      enable_ipv4: z.boolean().default(true),
      enable_ipv6: z.boolean().default(true),
      ipv4: id.nullish(),
      ipv6: id.nullish(),
    })
    .prefault({}),
  labels: labelsSchema.default({}),
  user_data: userData.default(""),
  start_after_create: z.boolean().default(true),
});

export type CreateServer = z.infer<typeof createServerBody>;

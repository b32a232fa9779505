import { z } from "zod";
import { isNetwork } from "../../addresses.ts";
import type { FirewallRule } from "../../state/records.ts";

const networks = z
  .array(z.string().refine(isNetwork, "must be a network in CIDR notation"))
  .max(100, "at most 100 networks are allowed")
  .default([]);

const port = /^\d{1,5}(-\d{1,5})?$/;

const rule = z
  .object({
    direction: z.enum(["in", "out"]),
    protocol: z.enum(["tcp", "udp", "icmp", "esp", "gre"]),
    port: z.string().nullish(),
    source_ips: networks,
    destination_ips: networks,
    description: z.string().max(255).nullish(),
  })
  .superRefine(({ direction, protocol, port: ports, source_ips, destination_ips }, context) => {
    const refuse = (path: string, message: string): void => context.addIssue({ code: "custom", path: [path], message });
    const needsPort = protocol === "tcp" || protocol === "udp";
    if (needsPort && (ports == null || !(ports === "any" || isPort(ports)))) {
      refuse("port", "must be a port, a range of ports or any");
    }
    if (!needsPort && ports != null) refuse("port", `is not allowed with protocol ${protocol}`);
    if (direction === "in" && source_ips.length === 0) refuse("source_ips", "is missing");
    if (direction === "out" && destination_ips.length === 0) refuse("destination_ips", "is missing");
  });

/** At most 50 rules with at most 100 networks each: https://docs.hetzner.com/cloud/firewalls/overview */
export const rulesSchema = z
  .array(rule)
  .max(50, "at most 50 rules are allowed")
  .transform((rules) =>
    rules.map((one): FirewallRule => ({
      direction: one.direction,
      protocol: one.protocol,
      port: one.port === "any" ? "1-65535" : (one.port ?? null),
      source_ips: one.direction === "in" ? one.source_ips : [],
      destination_ips: one.direction === "out" ? one.destination_ips : [],
      description: one.description ?? null,
    })),
  );

function isPort(text: string): boolean {
  const [from = 0, to = from] = text.split("-").map(Number);
  return port.test(text) && from >= 1 && to <= 65_535 && from <= to;
}

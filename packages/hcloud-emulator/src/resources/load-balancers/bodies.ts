import { z } from "zod";
import { labelsSchema } from "../../http/labels.ts";
import type { LoadBalancerService, LoadBalancerTarget } from "../../state/records.ts";
import { nameSchema } from "../resource.ts";

const id = z.number().int();
const port = z.number().int().min(1).max(65_535);

export const algorithmBody = z.object({ type: z.enum(["round_robin", "least_connections"]) });

export const targetBody = z
  .discriminatedUnion("type", [
    z.object({ type: z.literal("server"), server: z.object({ id }), use_private_ip: z.boolean().nullish() }),
    z.object({
      type: z.literal("label_selector"),
      label_selector: z.object({ selector: z.string().min(1) }),
      use_private_ip: z.boolean().nullish(),
    }),
    z.object({ type: z.literal("ip"), ip: z.object({ ip: z.string() }), use_private_ip: z.boolean().nullish() }),
  ])
  .transform((target): LoadBalancerTarget => {
    const use_private_ip = target.use_private_ip ?? false;
    if (target.type === "server") return { type: "server", server: target.server.id, use_private_ip };
    if (target.type === "ip") return { type: "ip", ip: target.ip.ip, use_private_ip };
    return { type: "label_selector", selector: target.label_selector.selector, use_private_ip };
  });

const httpCheck = z.object({
  domain: z.string().nullish(),
  path: z.string().nullish(),
  response: z.string().nullish(),
  status_codes: z.array(z.string()).nullish(),
  tls: z.boolean().nullish(),
});
const healthCheck = z.object({
  protocol: z.enum(["tcp", "http"]).optional(),
  port: port.optional(),
  interval: z.number().int().optional(),
  timeout: z.number().int().optional(),
  retries: z.number().int().optional(),
  http: httpCheck.optional(),
});
const http = z.object({
  cookie_name: z.string().optional(),
  cookie_lifetime: z.number().int().optional(),
  certificates: z.array(id).optional(),
  redirect_http: z.boolean().optional(),
  sticky_sessions: z.boolean().optional(),
  timeout_idle: z.number().int().optional(),
});

export const serviceBody = z.object({
  protocol: z.enum(["tcp", "http", "https"]).optional(),
  listen_port: port.optional(),
  destination_port: port.optional(),
  proxyprotocol: z.boolean().optional(),
  health_check: healthCheck.optional(),
  http: http.optional(),
});
type ServiceBody = z.infer<typeof serviceBody>;

const defaultPorts = { tcp: undefined, http: 80, https: 443 };

/** A service with what is left out taken from the one before, or from the protocol's defaults. */
export function serviceOf(body: ServiceBody, before?: LoadBalancerService): LoadBalancerService | undefined {
  const protocol = body.protocol ?? before?.protocol ?? "tcp";
  const listen_port = body.listen_port ?? before?.listen_port ?? defaultPorts[protocol];
  if (listen_port === undefined) return undefined;
  const destination_port =
    body.destination_port ?? before?.destination_port ?? (protocol === "https" ? 80 : listen_port);
  const check = { ...before?.health_check, ...body.health_check };
  const checkProtocol = check.protocol ?? (protocol === "tcp" ? "tcp" : "http");
  return {
    protocol,
    listen_port,
    destination_port,
    proxyprotocol: body.proxyprotocol ?? before?.proxyprotocol ?? false,
    health_check: {
      protocol: checkProtocol,
      port: check.port ?? destination_port,
      interval: check.interval ?? 15,
      timeout: check.timeout ?? 10,
      retries: check.retries ?? 3,
      ...(checkProtocol === "http" ? { http: httpCheckOf(check.http ?? {}) } : {}),
    },
    ...(protocol === "tcp" ? {} : { http: httpOf({ ...before?.http, ...body.http }) }),
  };
}

const httpOf = (given: z.infer<typeof http>) => ({
  cookie_name: given.cookie_name ?? "HCLBSTICKY",
  cookie_lifetime: given.cookie_lifetime ?? 300,
  certificates: given.certificates ?? [],
  redirect_http: given.redirect_http ?? false,
  sticky_sessions: given.sticky_sessions ?? false,
  timeout_idle: given.timeout_idle ?? 60,
});

const httpCheckOf = ({ domain, path, response, status_codes, tls }: z.infer<typeof httpCheck>) => ({
  domain: domain ?? "",
  path: path ?? "/",
  response: response ?? "",
  status_codes: status_codes ?? ["2??", "3??"],
  tls: tls ?? false,
});

export const createBody = z.object({
  name: nameSchema,
  load_balancer_type: z.union([z.string(), id]),
  location: z.string().optional(),
  network_zone: z.string().optional(),
  algorithm: algorithmBody.default({ type: "round_robin" }),
  public_interface: z.boolean().default(true),
  public_net: z.object({ ipv4: id.nullish(), ipv6: id.nullish() }).default({}),
  network: id.nullish(),
  targets: z.array(targetBody).default([]),
  services: z.array(serviceBody).default([]),
  labels: labelsSchema.default({}),
});

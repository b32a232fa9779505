import { X509Certificate } from "node:crypto";
import { z } from "zod";
import { renderAction, startAction } from "../actions/actions.ts";
import { ApiError, invalid } from "../http/errors.ts";
import { labelsSchema } from "../http/labels.ts";
import { created } from "../http/route.ts";
import { parseBody } from "../http/validation.ts";
import { ensureRoom } from "../limits.ts";
import { insertRecord, iso, isoOrNull, nextId, recordsOf, type World } from "../world.ts";
import { ensureUniqueName, nameSchema, type Resource } from "./resource.ts";

const createBody = z.object({
  name: nameSchema,
  type: z.enum(["uploaded", "managed"]).default("uploaded"),
  certificate: z.string().optional(),
  private_key: z.string().optional(),
  domain_names: z.array(z.string()).optional(),
  labels: labelsSchema.default({}),
});
type CreateCertificate = z.infer<typeof createBody>;

export const certificates: Resource<"certificates"> = {
  kind: "certificates",
  singular: "certificate",
  title: "certificate",
  sorts: ["id", "name", "created"],
  filters: { type: ({ type }) => type },
  render: (world, certificate) => ({
    id: certificate.id,
    name: certificate.name,
    labels: certificate.labels,
    created: iso(certificate.created),
    type: certificate.type,
    certificate: certificate.certificate,
    domain_names: certificate.domain_names,
    fingerprint: certificate.fingerprint,
    not_valid_before: isoOrNull(certificate.not_valid_before),
    not_valid_after: isoOrNull(certificate.not_valid_after),
    status:
      certificate.type === "managed" ? { issuance: certificate.issuance, renewal: "unavailable", error: null } : null,
    used_by: usersOf(world, certificate.id).map((id) => ({ id, type: "load_balancer" })),
  }),
  create(world, request) {
    const body = parseBody(createBody, request);
    ensureUniqueName(world, "certificates", body.name);
    ensureRoom(world, "certificates");
    const given = { id: nextId(world), name: body.name, labels: body.labels, created: world.now };
    if (body.type === "uploaded") {
      const certificate = insertRecord(world, "certificates", { ...given, ...uploaded(body) });
      return created({ certificate: certificates.render(world, certificate), action: null });
    }
    if (body.domain_names === undefined || body.domain_names.length === 0) throw invalid("domain_names", "is missing");
    const certificate = insertRecord(world, "certificates", {
      ...given,
      type: "managed",
      certificate: null,
      domain_names: body.domain_names,
      fingerprint: null,
      not_valid_before: null,
      not_valid_after: null,
      issuance: "pending",
    });
    const action = issue(world, certificate.id);
    return created({ certificate: certificates.render(world, certificate), action: renderAction(world, action) });
  },
  remove(world, certificate) {
    if (usersOf(world, certificate.id).length === 0) return undefined;
    throw new ApiError("resource_in_use", "certificate is used by a load balancer");
  },
  commands: {
    retry(world, certificate) {
      if (certificate.type !== "managed")
        throw new ApiError("unsupported_error", "only managed certificates are issued");
      return created({ action: renderAction(world, issue(world, certificate.id)) });
    },
  },
};

function uploaded({ certificate, private_key }: CreateCertificate) {
  if (certificate === undefined) throw invalid("certificate", "is missing");
  if (private_key === undefined) throw invalid("private_key", "is missing");
  try {
    const parsed = new X509Certificate(certificate);
    return {
      type: "uploaded" as const,
      certificate,
      domain_names: (parsed.subjectAltName ?? "").split(", ").flatMap((name) => /^DNS:(.+)$/.exec(name)?.[1] ?? []),
      fingerprint: parsed.fingerprint256,
      not_valid_before: parsed.validFromDate.getTime(),
      not_valid_after: parsed.validToDate.getTime(),
      issuance: "completed" as const,
    };
  } catch {
    throw invalid("certificate", "is not a PEM certificate");
  }
}

/** Nothing is asked of a certificate authority: after a while the certificate counts as issued for 90 days. */
function issue(world: World, id: number) {
  const on = { kind: "certificates", id } as const;
  const fields = {
    issuance: "completed",
    fingerprint: "00:".repeat(31) + "00",
    not_valid_before: world.now,
    not_valid_after: world.now + 90 * 86_400_000,
  };
  return startAction(world, {
    command: "create_certificate",
    on: [on],
    effects: [{ do: "set", ...on, fields }],
    undo: [{ do: "set", ...on, fields: { issuance: "failed" } }],
  });
}

const usersOf = (world: World, certificate: number): number[] =>
  recordsOf(world, "load_balancers")
    .filter(({ services }) => services.some(({ http }) => http?.certificates.includes(certificate)))
    .map(({ id }) => id);

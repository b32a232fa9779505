import { createHash } from "node:crypto";
import { z } from "zod";
import { ApiError, invalid } from "../http/errors.ts";
import { labelsSchema } from "../http/labels.ts";
import { created } from "../http/route.ts";
import { parseBody } from "../http/validation.ts";
import { ensureRoom } from "../limits.ts";
import { insertRecord, iso, nextId, recordsOf } from "../world.ts";
import { ensureUniqueName, nameSchema, type Resource } from "./resource.ts";

const body = z.object({ name: nameSchema, public_key: z.string(), labels: labelsSchema.optional() });

const algorithms = /^(ssh-(rsa|ed25519|dss)|ecdsa-sha2-nistp\d+|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com)$/;

/** MD5 of the key's bytes, as the API tells fingerprints. */
function fingerprintOf(line: string): string {
  const [algorithm = "", base64 = ""] = line.trim().split(/\s+/);
  const bytes = Buffer.from(base64, "base64");
  // The key's bytes begin with the name of its algorithm, preceded by its length.
  const inner = bytes.length > 4 ? bytes.subarray(4, 4 + bytes.readUInt32BE(0)).toString("latin1") : "";
  if (!algorithms.test(algorithm) || inner !== algorithm) throw invalid("public_key", "is not a valid SSH public key");
  const digest = createHash("md5").update(bytes).digest("hex");
  return digest.match(/../g)?.join(":") ?? "";
}

export const sshKeys: Resource<"ssh_keys"> = {
  kind: "ssh_keys",
  singular: "ssh_key",
  title: "SSH key",
  sorts: ["id", "name"],
  filters: { fingerprint: ({ fingerprint }) => fingerprint },
  render: (_world, { id, name, fingerprint, public_key, labels, created }) => ({
    id,
    name,
    fingerprint,
    public_key,
    labels,
    created: iso(created),
  }),
  create(world, request) {
    const { name, public_key, labels = {} } = parseBody(body, request);
    const fingerprint = fingerprintOf(public_key);
    ensureUniqueName(world, "ssh_keys", name);
    if (recordsOf(world, "ssh_keys").some((key) => key.fingerprint === fingerprint)) {
      throw new ApiError("uniqueness_error", "SSH key with the same fingerprint already exists", {
        fields: [{ name: "public_key" }],
      });
    }
    ensureRoom(world, "ssh_keys");
    const key = insertRecord(world, "ssh_keys", {
      id: nextId(world),
      name,
      labels,
      created: world.now,
      public_key,
      fingerprint,
    });
    return created({ ssh_key: sshKeys.render(world, key) });
  },
};

import { base32 } from "rfc4648";
import { SlipwayError } from "../../model/error.ts";

const algorithm = "ssh-ed25519";
/** RFC 8709: the algorithm's name and 32 bytes, each after its length. */
const header = Buffer.concat([length(algorithm.length), Buffer.from(algorithm), length(32)]);
const size = 32;

/** Labels of a server that say which host keys it may show; `next` is there only while the key is being changed. */
export const hostKeyLabels = { current: "slipway.dev/host-key", next: "slipway.dev/host-key-next" } as const;

/** A public key as a label's value: its 32 bytes in 52 lower-case base32 characters (RFC 4648), without padding. */
export function labelOfHostKey(publicKey: string): string {
  const [type, encoded] = publicKey.trim().split(/\s+/);
  const blob = Buffer.from(encoded ?? "", "base64");
  const isEd25519 = blob.length === header.length + size && blob.subarray(0, header.length).equals(header);
  if (type !== algorithm || !isEd25519) throw notAKey("the public key", publicKey);
  return base32.stringify(blob.subarray(header.length), { pad: false }).toLowerCase();
}

/** The other way: `ssh-ed25519 AAAA…`, as known_hosts wants it. */
export function hostKeyOfLabel(label: string): string {
  const bytes = decoded(label);
  if (bytes?.length !== size) throw notAKey(`the label ${hostKeyLabels.current}`, label);
  return `${algorithm} ${Buffer.concat([header, bytes]).toString("base64")}`;
}

function decoded(label: string): Uint8Array | undefined {
  if (!/^[a-z2-7]{52}$/.test(label)) return undefined;
  try {
    return base32.parse(label.toUpperCase(), { loose: true });
  } catch {
    return undefined;
  }
}

function length(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

const notAKey = (what: string, value: string): SlipwayError =>
  new SlipwayError("SLW-SSH-HOST-KEY", `${what} is not an Ed25519 host key: "${value.slice(0, 80)}"`, {
    hint: "Somebody changed it. Read the key at the server's console: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub",
  });

import { createHash, createHmac } from "node:crypto";

/** Turns a secret into a short text that shows a change and from which nothing can be guessed without the run's key. */
export type Fingerprint = (secret: string | Uint8Array) => string;

/** `<hidden 3fa9c1d2>`: the first 32 bits of HMAC-SHA256 under a key that should be random for every run. */
export function fingerprint(key: string | Uint8Array): Fingerprint {
  return (secret) => `<hidden ${createHmac("sha256", key).update(secret).digest("hex").slice(0, 8)}>`;
}

/** `<binary, 1,234 bytes, sha256 1f2e3d4c5b6a>`, for content that is no secret and not worth showing. */
export function binary(bytes: Uint8Array): string {
  const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  return `<binary, ${bytes.length.toLocaleString("en-US")} bytes, sha256 ${digest}>`;
}

/** The bytes of base64 as the API server decodes it, or undefined where it would refuse. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const compact = text.replaceAll(/[\r\n]/g, "");
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return undefined;
  return Buffer.from(compact, "base64");
}

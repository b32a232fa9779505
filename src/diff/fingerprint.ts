import { createHash, createHmac } from "node:crypto";

/** Turns a secret into a short text that stands for it while the two sides are compared. */
export type Fingerprint = (secret: string | Uint8Array) => string;

/** `<hidden …>` with 128 bits of HMAC-SHA256 under a key that is random for every run. */
export function fingerprint(key: string | Uint8Array): Fingerprint {
  return (secret) => `<hidden ${createHmac("sha256", key).update(secret).digest("hex").slice(0, 32)}>`;
}

/**
 * The text as a report may have it: every fingerprint is a plain `<hidden>`. Shown, a fingerprint would either differ from run to run, and
 * edit the comment each time, or have a key that lasts, under which whoever may open pull requests could try values until theirs is the same.
 */
export function withoutFingerprints(text: string): string {
  return text.includes("<hidden ") ? text.replaceAll(/<hidden [0-9a-f]{32}>/g, "<hidden>") : text;
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

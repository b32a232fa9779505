import { createHash } from "node:crypto";
import { SourceProblem } from "./problem.ts";

/** `sha256:` and 64 hexadecimal digits. */
export type Digest = `sha256:${string}`;

const hexadecimal = /^(?:sha256:)?([0-9a-f]{64})$/i;

export function sha256(bytes: Uint8Array | string): Digest {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** Reads a digest with or without its algorithm, as chart indexes leave it off; `undefined` for any other algorithm. */
export function parseDigest(text: string): Digest | undefined {
  const hex = hexadecimal.exec(text.trim())?.[1];
  return hex === undefined ? undefined : `sha256:${hex.toLowerCase()}`;
}

/** The error of bytes that are not what was promised, with both digests. */
export function digestMismatch(what: string, promise: { by: string; digest: Digest }, actual: Digest): SourceProblem {
  return new SourceProblem(`${what} has digest ${actual}, but ${promise.by} says ${promise.digest}`, {
    rule: "sources/digest-mismatch",
    hint: `if its publisher replaced it on purpose, look at what changed and run "slipway lock --update"; otherwise do not deploy it`,
  });
}

import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { engineNames } from "../location.ts";
import type { Location } from "../location.ts";
import { digestOf } from "./format.ts";

const sampled = 64 * 1024;

/**
 * Identifies the builds of all engines, the bundled schemas and the program. Engines are told apart by size, beginning and end: any change to
 * a compressed module moves everything behind it, and reading tens of megabytes would cost each run more than the cache may take.
 */
export function buildStamp(location: Location): string {
  const engines = engineNames.map((name) => [name, sampleOf(location.engine(name))]);
  const code = [...location.code, location.schemas].map(digestsIn);
  return digestOf(JSON.stringify([engines, code]));
}

function digestsIn(folder: URL): [name: string, digest: string][] {
  const root = fileURLToPath(folder);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [relative(root, file), digestOf(readFileSync(file))]);
}

function sampleOf(file: URL): string {
  const descriptor = openSync(file, "r");
  try {
    const { size } = fstatSync(descriptor);
    const bytes = Buffer.alloc(2 * sampled);
    readSync(descriptor, bytes, 0, sampled, 0);
    readSync(descriptor, bytes, sampled, sampled, Math.max(0, size - sampled));
    return `${size} ${digestOf(bytes)}`;
  } finally {
    closeSync(descriptor);
  }
}

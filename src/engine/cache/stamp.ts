import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { engineNames } from "../location.ts";
import type { Location } from "../location.ts";
import { digestOf } from "./format.ts";

const sampled = 64 * 1024;

/**
 * Identifies the builds of all engines, and of the program when it is a bundle. Engines are told apart by size, beginning and end: any change to
 * a compressed module moves everything behind it, and reading tens of megabytes would cost each run more than the cache may take.
 */
export function buildStamp(location: Location, program: URL): string {
  const engines = engineNames.map((name) => [name, sampleOf(location.engine(name))]);
  return digestOf(JSON.stringify([...engines, digestOf(readFileSync(program))]));
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

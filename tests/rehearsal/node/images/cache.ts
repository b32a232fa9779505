import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";

/** What rehearsals keep between runs, named by the hash of what it was made from. */
export const cacheFolder = (): string =>
  process.env["SLIPWAY_REHEARSAL_CACHE"] ?? join(homedir(), ".cache", "slipway-rehearsal");

export const hashOf = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash("sha256");
  // Lengths keep ["ab", "c"] and ["a", "bc"] apart.
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex").slice(0, 20);
};

/** Makes a file or folder of the cache unless it is there; nobody ever sees half of one. */
export async function kept(path: string, make: (partial: string) => Promise<void>): Promise<string> {
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}.partial`;
  const started = performance.now();
  try {
    await make(partial);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
  console.log(`made ${path} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return path;
}

import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";

const mounted = "/sys/fs/cgroup";

/** A cgroup for everything a machine runs, in version 2 and, where the memory controller is still version 1, in that. `memory` is in bytes. */
export function makeCgroups(name: string, memory: number): readonly string[] {
  const isHybrid = existsSync(join(mounted, "unified"));
  const unified = join(mounted, isHybrid ? "unified" : ".", name);
  mkdirSync(unified, { recursive: true });
  if (!isHybrid) {
    writeFileSync(join(mounted, "cgroup.subtree_control"), "+memory +pids");
    writeFileSync(join(unified, "memory.max"), String(memory));
    return [unified];
  }
  const limited = join(mounted, "memory", name);
  mkdirSync(limited, { recursive: true });
  writeFileSync(join(limited, "memory.limit_in_bytes"), String(memory));
  return [unified, limited];
}

/** Ends what is left in the cgroups, which is only what its machine started, and removes them. */
export async function removeCgroups(roots: readonly string[]): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const folders = roots.flatMap(below);
    for (const pid of new Set(folders.flatMap(processesIn))) kill(pid);
    if (folders.every(removed)) return;
    if (Date.now() > deadline) throw new Error(`still in use: ${roots.join(", ")}`);
    await sleep(50);
  }
}

/** The folder and all below it, deepest first. */
function below(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const children = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [...children.flatMap(({ name }) => below(join(folder, name))), folder];
}

function processesIn(folder: string): number[] {
  try {
    return readFileSync(join(folder, "cgroup.procs"), "utf8")
      .split("\n")
      .map(Number)
      .filter((pid) => pid > 1);
  } catch {
    return [];
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

function removed(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return !existsSync(folder);
  }
}

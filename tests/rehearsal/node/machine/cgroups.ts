import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { type Hierarchy, readHierarchies } from "./hierarchies.ts";

/** The machine's own cgroup in every hierarchy: all that runs in it is below, and can be found there. */
export interface Cgroups {
  hierarchies: readonly Hierarchy[];
  /** The machine's root in each hierarchy. */
  roots: readonly string[];
  /** Where its services live, beside the kubelet's pods. */
  system: readonly string[];
}

const controllers = ["cpu", "cpuset", "io", "memory", "pids", "hugetlb"];

export function cgroupsOf(name: string): Cgroups {
  const hierarchies = readHierarchies(readFileSync("/proc/self/mountinfo", "utf8"));
  const roots = hierarchies.map(({ mountPoint }) => join(mountPoint, name));
  return { hierarchies, roots, system: roots.map((root) => join(root, "system")) };
}

/** `memory` is in bytes. */
export function makeCgroups({ hierarchies, roots, system }: Cgroups, memory: number | undefined): void {
  for (const [index, { version, mountPoint, options }] of hierarchies.entries()) {
    const [root = "", services = ""] = [roots[index], system[index]];
    if (version === 2) passDown(mountPoint);
    mkdirSync(services, { recursive: true });
    if (options === "cpuset") for (const folder of [root, services]) copyCpuset(mountPoint, folder);
    if (memory === undefined) continue;
    if (options === "memory") writeFileSync(join(root, "memory.limit_in_bytes"), String(memory));
    if (version === 2 && hierarchies.length === 1) writeFileSync(join(root, "memory.max"), String(memory));
  }
}

/** Children of a version 2 cgroup have the controllers that it passes down, and no others. */
function passDown(mountPoint: string): void {
  const has = readFileSync(join(mountPoint, "cgroup.controllers"), "utf8").trim().split(" ");
  for (const controller of controllers.filter((one) => has.includes(one)))
    writeFileSync(join(mountPoint, "cgroup.subtree_control"), `+${controller}`);
}

/** A new cpuset of version 1 is empty, and takes no process before it is filled. */
function copyCpuset(from: string, to: string): void {
  for (const file of ["cpuset.cpus", "cpuset.mems"]) writeFileSync(join(to, file), readFileSync(join(from, file)));
}

/** Ends every process in the machine's cgroups, then removes them. */
export async function removeCgroups({ roots }: Cgroups): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const left = new Set(roots.flatMap(foldersBelow).flatMap(processesIn));
    for (const pid of left) kill(pid);
    if (left.size === 0 && roots.flatMap(foldersBelow).every(removed)) return;
    if (Date.now() > deadline) throw new Error(`still in ${roots.join(", ")}: processes ${[...left].join(", ")}`);
    await sleep(50);
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** The folder and all below it, deepest first; nothing where there is none. */
function foldersBelow(folder: string): string[] {
  try {
    const children = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return [...children.flatMap(({ name }) => foldersBelow(join(folder, name))), folder];
  } catch {
    return [];
  }
}

function processesIn(folder: string): number[] {
  try {
    const pids = readFileSync(join(folder, "cgroup.procs"), "utf8").split("\n");
    return pids.filter((pid) => pid !== "" && pid !== "0").map(Number);
  } catch {
    return [];
  }
}

function removed(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

/** A machine's addresses are fixed, so there is one at a time; this file says whose it is. */
const folder = "/run/slipway-rehearsal";
const file = join(folder, "node.json");

const claimSchema = z.object({
  id: z.string().regex(/^[0-9a-f]{8}$/),
  /** Everything the machine writes. */
  folder: z.string(),
  owner: z.object({
    pid: z.number(),
    /** Clock ticks after boot: a process id comes back, together with its start it does not. */
    started: z.string(),
  }),
});

export type Claim = z.infer<typeof claimSchema>;

/**
 * Writes down what is about to exist. What a machine left whose owner is dead is cleaned first; while an owner lives,
 * it waits, `within` milliseconds at most.
 */
export async function claim(
  what: Pick<Claim, "id" | "folder">,
  { clean, within }: { clean: (dead: Claim) => Promise<void>; within: number },
): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const mine: Claim = { ...what, owner: { pid: process.pid, started: startOf(process.pid) ?? "" } };
  const deadline = Date.now() + within;
  let told = false;
  while (!create(mine)) {
    const other = readClaim();
    if (other === undefined) continue;
    if (!isAlive(other)) {
      await clean(other);
      giveUp(other.id);
      continue;
    }
    if (Date.now() > deadline) throw new Error(`the node ${other.id} of process ${other.owner.pid} is still there`);
    if (!told) console.log(`waiting for the node ${other.id} of process ${other.owner.pid} to end`);
    told = true;
    await sleep(500);
  }
}

export const isAlive = ({ owner }: Claim): boolean => startOf(owner.pid) === owner.started;

export const giveUp = (id: string): void => {
  if (readClaim()?.id === id) rmSync(file, { force: true });
};

/** A link appears whole or not at all, and never over another file. */
function create(mine: Claim): boolean {
  const draft = `${file}.${mine.id}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

/** The machine that is there, or was when its owner died. */
export function readClaim(): Claim | undefined {
  try {
    return claimSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new Error(`${file} is unreadable; it says which node to clean, so look at it before deleting it`, {
      cause: error,
    });
  }
}

/** When a living process started, the 22nd field of proc_pid_stat(5); the 2nd may hold spaces. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}

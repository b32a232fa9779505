import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { type Running, until } from "../../../control-plane/processes.ts";
import { claim, type Claim, giveUp, isAlive, readClaim } from "./claim.ts";
import { type Cgroups, cgroupsOf, makeCgroups, removeCgroups } from "./cgroups.ts";
import { attempt, command, type Outcome } from "./command.ts";
import { network, networkNamespace, plugIn, unplug } from "./network.ts";
import { childrenOf, type Service, startEntered } from "./service.ts";

/** A computer made of namespaces: its own network, processes, mounts, cgroups and host name on the host's kernel. */
export interface Machine extends AsyncDisposable {
  id: string;
  /** Survives power cuts, and is deleted with the machine. */
  folder: string;
  /** As the host numbers it; its root is /proc/ID/root. */
  readonly firstProcess: number;
  /** Runs a program in it to its end. */
  run(program: string, args: readonly string[], options?: RunOptions): Promise<Outcome>;
  /** Starts a program in it that goes on; it logs to `log/NAME.log`. */
  start(service: Service): Running;
  /** Everything in it ends at once, as if the plug were pulled. What it wrote stays. */
  cutPower(): Promise<void>;
  boot(): Promise<void>;
}

export interface RunOptions {
  input?: string | Uint8Array;
  env?: Readonly<Record<string, string | undefined>>;
  within?: number;
}

interface Parts {
  id: string;
  folder: string;
  name: string;
  link: string;
  cgroups: Cgroups;
}

export const hostName = "node1";
const here = import.meta.dirname;

/** `memory` in bytes; the host's where none is given. */
export async function startMachine({ memory }: { memory?: number } = {}): Promise<Machine> {
  const id = randomBytes(4).toString("hex");
  const parts = partsOf({ id, folder: join(tmpdir(), `slipway-node-${id}`) });
  await claim(parts, { clean: (dead) => discard(partsOf(dead)), within: 1_800_000 });
  const machine = new NamespaceMachine(parts, memory);
  try {
    await machine.boot();
  } catch (error) {
    await machine[Symbol.asyncDispose]();
    throw error;
  }
  return machine;
}

/** Every name follows from the id, so that what is left of a machine can be found by it and nothing else is touched. */
function partsOf({ id, folder }: Pick<Claim, "id" | "folder">): Parts {
  const name = `slipway-node-${id}`;
  return { id, folder, name, link: `slip-${id}`, cgroups: cgroupsOf(name) };
}

async function powerOff({ name, link, cgroups }: Parts): Promise<void> {
  await removeCgroups(cgroups);
  await unplug(name, link);
}

async function discard(parts: Parts): Promise<void> {
  await powerOff(parts);
  await command("rm", ["-rf", "--one-file-system", parts.folder]);
}

/** Ends the machine with this id, whoever started it, and removes what is left of it. */
export async function tearDown(id: string): Promise<void> {
  const found = readClaim();
  if (found?.id !== id) throw new Error(`there is no node ${id}`);
  if (isAlive(found)) process.kill(found.owner.pid, "SIGTERM");
  await until(`end of process ${found.owner.pid}`, async () => !isAlive(found), { within: 60_000 });
  await discard(partsOf(found));
  giveUp(id);
}

class NamespaceMachine implements Machine {
  readonly #parts: Parts;
  readonly #memory: number | undefined;
  #first: number | undefined;
  #ended: Promise<void> = Promise.resolve();

  constructor(parts: Parts, memory: number | undefined) {
    this.#parts = parts;
    this.#memory = memory;
  }

  get id(): string {
    return this.#parts.id;
  }

  get folder(): string {
    return this.#parts.folder;
  }

  async boot(): Promise<void> {
    const { folder, name, link, cgroups } = this.#parts;
    mkdirSync(join(folder, "log"), { recursive: true });
    const sign = join(folder, "up");
    rmSync(sign, { force: true });
    makeCgroups(cgroups, this.#memory);
    await plugIn(name, link);
    const hierarchies = cgroups.hierarchies.map((one, index) =>
      [one.version, one.name, one.options, cgroups.roots[index]].join(":"),
    );
    const memory = this.#memory === undefined ? "-" : String(this.#memory);
    const init = [join(here, "init.sh"), "boot", folder, hostName, network.address, memory, ...hierarchies];
    const own = ["--mount", "--uts", "--ipc", "--pid", "--fork", "--kill-child", "--propagation", "private"];
    const entered = ["nsenter", `--net=${networkNamespace(name)}`, "unshare", ...own, "bash", ...init];
    const log = openSync(join(folder, "log", "machine.log"), "a");
    // Who started it may die without a word: the machine then ends with it.
    const launcher = spawn("setpriv", ["--pdeathsig", "KILL", ...entered], { stdio: ["ignore", log, log] });
    closeSync(log);
    let ended = false;
    this.#ended = new Promise<void>((resolve) => {
      launcher.on("close", resolve).on("error", resolve);
    }).then(() => void (ended = true));
    const isUp = async (): Promise<boolean> => {
      if (ended) throw new Error(`the machine did not boot: see ${join(folder, "log", "machine.log")}`);
      return existsSync(sign);
    };
    await until("machine", isUp, { within: 60_000 });
    [this.#first] = childrenOf(launcher.pid);
  }

  get firstProcess(): number {
    if (this.#first === undefined) throw new Error(`the machine ${this.id} is switched off`);
    return this.#first;
  }

  #entering(program: string, args: readonly string[]): [string, ...string[]] {
    const enter = join(here, "enter.sh");
    return ["bash", enter, String(this.firstProcess), ...this.#parts.cgroups.system, "--", program, ...args];
  }

  async run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
    const [entering, ...rest] = this.#entering(program, args);
    return attempt(entering, rest, { env: { PATH: process.env["PATH"] }, ...options });
  }

  start({ name, program, args, env }: Service): Running {
    const log = join(this.folder, "log", `${name}.log`);
    return startEntered(name, this.#entering(program, args), { log, env });
  }

  async cutPower(): Promise<void> {
    this.#first = undefined;
    await powerOff(this.#parts);
    await this.#ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.cutPower();
    await discard(this.#parts);
    giveUp(this.id);
  }
}

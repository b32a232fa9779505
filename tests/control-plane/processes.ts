import { spawn } from "node:child_process";
import { mkdirSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A started program; disposing of it ends it and waits until it has ended. */
export interface Running extends AsyncDisposable {
  name: string;
  /** What it has printed so far. */
  log(): string;
  hasEnded(): boolean;
}

/** A program of this machine. */
export interface Started extends Running {
  /** Ends it without a warning, as a crash would. */
  kill(): Promise<void>;
}

export interface Program {
  name: string;
  path: string;
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  /** Where it runs and logs. */
  folder: string;
}

export function start({ name, path, args, env, folder }: Program): Started {
  mkdirSync(folder, { recursive: true });
  const log = join(folder, `${name}.log`);
  const output = openSync(log, "a");
  const child = spawn(path, args, { cwd: folder, env, stdio: ["ignore", output, output] });
  const ended = new Promise<void>((resolve) => {
    child.on("close", () => resolve());
    child.on("error", () => resolve());
  });
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  return {
    name,
    log: () => readFileSync(log, "utf8"),
    hasEnded,
    async kill() {
      if (hasEnded()) return;
      child.kill("SIGKILL");
      await ended;
    },
    async [Symbol.asyncDispose]() {
      if (hasEnded()) return;
      child.kill("SIGTERM");
      const patience = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await ended;
      clearTimeout(patience);
    },
  };
}

/** Asks again until the answer is yes; the end of one of the programs is an error that shows its last lines. */
export async function until(
  what: string,
  isSo: () => Promise<boolean>,
  { within, programs = [] }: { within: number; programs?: readonly Running[] },
): Promise<void> {
  const deadline = Date.now() + within;
  while (!(await isSo())) {
    const ended = programs.find((program) => program.hasEnded());
    if (ended) throw new Error(`${ended.name} ended while waiting for ${what}:\n${lastLines(ended.log())}`);
    if (Date.now() > deadline) {
      const said = programs.map((program) => `${program.name}:\n${lastLines(program.log())}`);
      throw new Error([`no ${what} after ${within / 1000} s`, ...said].join("\n"));
    }
    await sleep(100);
  }
}

const lastLines = (text: string): string => text.trimEnd().split("\n").slice(-12).join("\n");

/** As many loopback ports as asked for, all different and free a moment ago. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(servers.map(listen));
  await Promise.all(servers.map((server) => new Promise((resolve) => void server.close(resolve))));
  return ports;
}

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

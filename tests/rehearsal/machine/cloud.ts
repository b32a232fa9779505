import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { Processes } from "../../../src/server/processes.ts";
import { systemProcesses } from "../../../src/server/processes.ts";
import { gateway, metadataAddress, publicNetwork } from "./addresses.ts";
import type { RegisteredServer } from "./register.ts";

/** A network of its own with what Hetzner's answers; machines are plugged into it. Nothing of it reaches any other network. */
export interface Cloud extends AsyncDisposable {
  netns: string;
  /** Where machines keep their state. */
  folder: string;
  /** Files that machines get at http://172.31.1.1/. */
  mirror: string;
  /** Processes that run inside this network, for the code under test. */
  processes: Processes;
  register(servers: readonly RegisteredServer[]): void;
}

let made = 0;

export async function startCloud(): Promise<Cloud> {
  await using cleanup = new AsyncDisposableStack();
  made += 1;
  const netns = `slw${process.pid}-${made}`;
  const folder = mkdtempSync(join(tmpdir(), "slipway-cloud-"));
  cleanup.defer(() => rmSync(folder, { recursive: true, force: true }));
  ip("netns", "add", netns);
  cleanup.defer(() => ip("netns", "delete", netns));
  const inside = (...args: string[]): void => ip("-n", netns, ...args);
  inside("link", "set", "lo", "up");
  inside("link", "add", "pub0", "type", "bridge");
  inside("address", "add", `${gateway}/32`, "dev", "pub0");
  inside("address", "add", `${metadataAddress}/32`, "dev", "pub0");
  inside("link", "set", "pub0", "up");
  inside("route", "add", publicNetwork, "dev", "pub0", "src", gateway);
  inside("route", "add", "255.255.255.255", "dev", "pub0");

  // The gateway carries what servers send each other, as each has only a route to it.
  ip("netns", "exec", netns, "sysctl", "-q", "-w", "net.ipv4.ip_forward=1", "net.ipv4.conf.all.send_redirects=0");

  const file = join(folder, "servers.json");
  const register = (servers: readonly RegisteredServer[]): void => writeFileSync(file, JSON.stringify(servers));
  register([]);
  const mirror = join(folder, "mirror");
  mkdirSync(mirror);
  const services = fileURLToPath(new URL("cloud-services.ts", import.meta.url));
  const node = [process.execPath, "--conditions=source", services, file, mirror];
  const child = spawn("ip", ["netns", "exec", netns, ...node], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "close");
  cleanup.defer(async () => {
    child.stdin.end();
    await ended;
  });
  await Promise.race([once(child.stdout, "data"), ended.then(() => Promise.reject(new Error("no metadata service")))]);
  const taken = cleanup.move();
  return {
    netns,
    folder,
    mirror,
    processes: within(netns),
    register,
    [Symbol.asyncDispose]: () => taken.disposeAsync(),
  };
}

/** The same programs, with the same arguments, in another network namespace. */
function within(netns: string): Processes {
  const moved = <Given extends { file: string; args: readonly string[] }>(command: Given): Given => ({
    ...command,
    file: "ip",
    args: ["netns", "exec", netns, command.file, ...command.args],
  });
  return {
    run: (command, options) => systemProcesses.run(moved(command), options),
    start: (command) => systemProcesses.start(moved(command)),
  };
}

export function ip(...args: string[]): void {
  const { status, stderr } = spawnSync("ip", args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`ip ${args.join(" ")}: ${stderr}`);
}

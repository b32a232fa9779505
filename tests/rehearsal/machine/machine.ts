import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { makeCgroups, removeCgroups } from "./cgroups.ts";
import { type Cloud, ip } from "./cloud.ts";

export interface MachineOptions {
  id: number;
  name: string;
  image: string;
  /** Bytes. */
  memory: number;
  /** Host folders that the machine sees read-only below /opt/rehearsal. */
  lent: Readonly<Record<string, string>>;
}

/** reboot(2) in a PID namespace ends its first process with SIGHUP (SIGINT to power off), and `unshare` ends the same way. */
const rebooted = "SIGHUP";
/** systemd(1): SIGRTMIN+4 powers off, SIGRTMIN+5 reboots; glibc's SIGRTMIN is 34. */
const initSignals = { poweroff: 34 + 4, reboot: 34 + 5 } as const;
const own = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** One machine: its network namespace, cgroups, disk and processes. */
export class Machine {
  readonly #cloud: Cloud;
  readonly #options: MachineOptions;
  readonly #state: string;
  readonly #netns: string;
  readonly #cgroups: readonly string[];
  #process: ChildProcess | undefined;
  #running: Promise<void> = Promise.resolve();
  #wanted = false;

  constructor(cloud: Cloud, options: MachineOptions) {
    this.#cloud = cloud;
    this.#options = options;
    this.#netns = `${cloud.netns}-${options.id}`;
    this.#state = join(cloud.folder, `server-${options.id}`);
    mkdirSync(join(this.#state, "lent"), { recursive: true });
    this.#write("id", String(options.id));
    this.#write("name", options.name);
    const total = `MemTotal:       ${Math.floor(options.memory / 1024)} kB`;
    this.#write("meminfo", readFileSync("/proc/meminfo", "utf8").replace(/^MemTotal:.*$/m, total));
    copyFileSync(own("detect-virt.sh"), join(this.#state, "virtualisation"));
    chmodSync(join(this.#state, "virtualisation"), 0o755);
    for (const [name, folder] of Object.entries(options.lent)) symlinkSync(folder, join(this.#state, "lent", name));
    this.#cgroups = makeCgroups(this.#netns, options.memory);
    this.#plug();
  }

  get isOn(): boolean {
    return this.#process !== undefined;
  }

  powerOn(): void {
    if (this.isOn) return;
    this.#wanted = true;
    this.#running = this.#supervise();
  }

  /** As the power button: the machine goes down by itself. */
  async shutdown(): Promise<void> {
    this.#wanted = false;
    this.#signalInit(initSignals.poweroff);
    await this.#running;
  }

  /** As pulling the plug. */
  async powerOff(): Promise<void> {
    this.#wanted = false;
    this.#process?.kill("SIGKILL");
    await this.#running;
  }

  reboot(): void {
    this.#signalInit(initSignals.reboot);
  }

  /** A copy of the disk, as a snapshot's; the machine must be off. */
  snapshot(to: string): void {
    const { status } = spawnSync("cp", ["-a", join(this.#state, "upper"), to]);
    if (status !== 0) throw new Error(`no snapshot of ${this.#options.name}`);
  }

  async delete(): Promise<void> {
    await this.powerOff();
    await removeCgroups(this.#cgroups);
    ip("netns", "delete", this.#netns);
    rmSync(this.#state, { recursive: true, force: true });
  }

  #plug(): void {
    const { netns } = this.#cloud;
    ip("netns", "add", this.#netns);
    // Its end in the cloud is named by the id, because interface names have 15 characters at most.
    const port = `p${this.#options.id}`;
    ip(
      "-n",
      netns,
      "link",
      "add",
      port,
      "type",
      "veth",
      "peer",
      "name",
      "eth0",
      "netns",
      this.#netns,
      "address",
      macOf(this.#options.id),
    );
    ip("-n", netns, "link", "set", port, "master", "pub0", "up");
    ip("-n", this.#netns, "link", "set", "lo", "up");
  }

  async #supervise(): Promise<void> {
    for (;;) {
      const args = [this.#netns, own("boot.sh"), this.#state, this.#options.image, ...this.#cgroups];
      const child = spawn("setpriv", ["--pdeathsig", "KILL", "sh", own("start.sh"), ...args], {
        stdio: ["ignore", "ignore", "pipe"],
      });
      child.stderr.on("data", (chunk: Buffer) => this.#write("boot.log", String(chunk), "a"));
      this.#process = child;
      await once(child, "close");
      if (child.signalCode !== rebooted || !this.#wanted) break;
    }
    this.#process = undefined;
  }

  /** The machine's init is the child of the `unshare` that was started. */
  #signalInit(signal: number): void {
    const pid = this.#process?.pid;
    if (pid === undefined) return;
    const [init] = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
    if (init) process.kill(Number(init), signal);
  }

  #write(name: string, content: string, flag: "w" | "a" = "w"): void {
    writeFileSync(join(this.#state, name), content, { flag });
  }
}

/** Hetzner's prefix and the id. */
export const macOf = (id: number): string =>
  [
    "96",
    "00",
    ...(id % 2 ** 32)
      .toString(16)
      .padStart(8, "0")
      .replace(/..(?=.)/g, "$&:")
      .split(":"),
  ].join(":");

import { join } from "node:path";
import type { Machines, MachineSpec } from "hcloud-emulator";
import { type Cloud, startCloud } from "./cloud.ts";
import { image, type Release, releases } from "./image.ts";
import { Machine, macOf } from "./machine.ts";

/** What a machine is made of, as the emulated Hetzner says it. */
export type RealServer = MachineSpec;

export interface RealMachinesOptions {
  /** Host folders that every machine sees read-only below /opt/rehearsal. */
  lent?: Readonly<Record<string, string>>;
}

const gibibyte = 1024 ** 3;

/** Real machines behind the servers of an emulated Hetzner: systemd, cloud-init and sshd, each with its own address in a network of their own. */
export class RealMachines implements Machines, AsyncDisposable {
  readonly cloud: Cloud;
  readonly #options: RealMachinesOptions;
  readonly #machines = new Map<number, { machine: Machine; server: RealServer }>();

  private constructor(cloud: Cloud, options: RealMachinesOptions) {
    this.cloud = cloud;
    this.#options = options;
  }

  static async start(options: RealMachinesOptions = {}): Promise<RealMachines> {
    return new RealMachines(await startCloud(), options);
  }

  /** Makes the machine, switched off. It needs an IPv4 address: the cloud's network has no other. */
  async create(server: RealServer): Promise<void> {
    if (server.ipv4 === null) throw new Error(`${server.name} has no IPv4 address, and machines here have no other`);
    const machine = new Machine(this.cloud, {
      id: server.id,
      name: server.name,
      image: this.#lowerFolders(server.image),
      memory: server.serverType.memoryGB * gibibyte,
      lent: this.#options.lent ?? {},
    });
    this.#machines.set(server.id, { machine, server });
    this.#register();
    await Promise.resolve();
  }

  async powerOn(id: number): Promise<void> {
    this.machine(id).powerOn();
    await Promise.resolve();
  }

  async powerOff(id: number): Promise<void> {
    await this.machine(id).powerOff();
  }

  async shutdown(id: number): Promise<void> {
    await this.machine(id).shutdown();
  }

  async reboot(id: number): Promise<void> {
    this.machine(id).reboot();
    await Promise.resolve();
  }

  async delete(id: number): Promise<void> {
    await this.machine(id).delete();
    this.#machines.delete(id);
    this.#register();
  }

  /** Copies the disk of a machine that is off, to be asked for as the image `snapshot:ID`. */
  async snapshot(id: number, imageId: number): Promise<void> {
    const { machine, server } = this.#entry(id);
    machine.snapshot(this.#snapshotFolder(imageId));
    this.#bases.set(imageId, this.#lowerFolders(server.image));
    await Promise.resolve();
  }

  machine(id: number): Machine {
    return this.#entry(id).machine;
  }

  /** Ids of the machines there are. */
  get ids(): number[] {
    return [...this.#machines.keys()];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.ids.map((id) => this.delete(id)));
    await this.cloud[Symbol.asyncDispose]();
  }

  /** What each snapshot was taken on top of. */
  readonly #bases = new Map<number, string>();

  #snapshotFolder(imageId: number): string {
    return join(this.cloud.folder, `snapshot-${imageId}`);
  }

  /** An overlay's lower folders: a snapshot above what it was taken of, or a system. Those that cannot be built here are Debian 13. */
  #lowerFolders(name: string): string {
    const id = /^snapshot:(\d+)$/.exec(name)?.[1];
    if (id === undefined) return image(isRelease(name) ? name : "debian-13");
    return `${this.#snapshotFolder(Number(id))}:${this.#bases.get(Number(id)) ?? ""}`;
  }

  #entry(id: number): { machine: Machine; server: RealServer } {
    const entry = this.#machines.get(id);
    if (!entry) throw new Error(`there is no machine ${id}`);
    return entry;
  }

  #register(): void {
    const servers = [...this.#machines.values()].map(({ server }) => ({
      id: server.id,
      name: server.name,
      ipv4: server.ipv4 ?? "",
      userData: server.userData,
      sshKeys: server.sshKeys,
      mac: macOf(server.id),
    }));
    this.cloud.register(servers);
  }
}

const isRelease = (name: string): name is Release => name in releases;

import { join } from "node:path";
import { type Cloud, startCloud } from "./cloud.ts";
import { image, type Release, releases } from "./image.ts";
import { Machine, macOf } from "./machine.ts";

/** A server as Hetzner's API knows it. */
export interface MachineServer {
  id: number;
  name: string;
  ipv4: string;
  ipv6?: string | undefined;
  userData: string;
  /** Public keys, which the metadata service hands out. */
  sshKeys: readonly string[];
  image: string;
  serverType: string;
}

export interface MachinesOptions {
  /** Host folders that every machine sees read-only below /opt/rehearsal. */
  lent?: Readonly<Record<string, string>>;
  /** Bytes of memory of a server type. */
  memoryOf?: (serverType: string) => number;
}

const fourGibibytes = 4 * 1024 ** 3;

/** Real machines behind the ids of an API: real systemd, cloud-init and sshd, each with its own address in a network of their own. */
export class Machines implements AsyncDisposable {
  readonly cloud: Cloud;
  readonly #options: MachinesOptions;
  readonly #machines = new Map<number, { machine: Machine; server: MachineServer }>();

  private constructor(cloud: Cloud, options: MachinesOptions) {
    this.cloud = cloud;
    this.#options = options;
  }

  static async start(options: MachinesOptions = {}): Promise<Machines> {
    return new Machines(await startCloud(), options);
  }

  /** Makes the machine and switches it on. A server from a snapshot has that snapshot's folder as its image. */
  async create(server: MachineServer): Promise<void> {
    const { memoryOf = () => fourGibibytes, lent = {} } = this.#options;
    const machine = new Machine(this.cloud, {
      id: server.id,
      name: server.name,
      ipv4: server.ipv4,
      image: lowerFolders(server.image),
      memory: memoryOf(server.serverType),
      lent,
    });
    this.#machines.set(server.id, { machine, server });
    this.#register();
    machine.powerOn();
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

  /** Copies the disk of a machine that is off; what it returns is an image for `create`. */
  snapshot(id: number, name: string): string {
    const { machine, server } = this.#entry(id);
    const folder = join(this.cloud.folder, name);
    machine.snapshot(folder);
    return `${folder}:${lowerFolders(server.image)}`;
  }

  machine(id: number): Machine {
    return this.#entry(id).machine;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#machines.keys()].map((id) => this.delete(id)));
    await this.cloud[Symbol.asyncDispose]();
  }

  #entry(id: number): { machine: Machine; server: MachineServer } {
    const entry = this.#machines.get(id);
    if (!entry) throw new Error(`there is no machine ${id}`);
    return entry;
  }

  #register(): void {
    const servers = [...this.#machines.values()].map(({ server }) => ({
      ...server,
      sshKeys: [...server.sshKeys],
      mac: macOf(server.id),
    }));
    this.cloud.register(servers);
  }
}

/** An overlay's lower folders: those of a snapshot, or the image of that name. Other names get Debian's newest, which can be built without downloading images. */
function lowerFolders(name: string): string {
  if (name.startsWith("/")) return name;
  return image(isRelease(name) ? name : "debian-13");
}

const isRelease = (name: string): name is Release => name in releases;

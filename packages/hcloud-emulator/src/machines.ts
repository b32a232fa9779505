/** What a server needs to become a real machine. */
export interface MachineSpec {
  id: number;
  name: string;
  /** Null where the server has no public address of that kind. */
  ipv4: string | null;
  /** The first address of the server's /64. */
  ipv6: string | null;
  /** As it was sent: never decoded, trimmed or completed. */
  userData: string;
  /** Public key lines, as in authorized_keys. */
  sshKeys: string[];
  /** Name of a system image, or `snapshot:<id>`. */
  image: string;
  serverType: { name: string; cores: number; memoryGB: number; diskGB: number };
}

/**
 * Real machines behind the emulated servers. An action waits for the promise and fails with its error, so that a machine
 * that does not start is an action that went wrong, as at Hetzner.
 */
export interface Machines {
  /** Prepares a machine, powered off. */
  create(server: MachineSpec): Promise<void>;
  powerOn(id: number): Promise<void>;
  powerOff(id: number): Promise<void>;
  /** Asks the machine to stop; it may take its time or not listen. */
  shutdown(id: number): Promise<void>;
  reboot(id: number): Promise<void>;
  delete(id: number): Promise<void>;
  /** Keeps the disk under the image's id, to be asked for as `snapshot:<id>`. */
  snapshot?(id: number, image: number): Promise<void>;
}

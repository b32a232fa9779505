import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Connection } from "../../../src/server/ssh/connection.ts";
import { newHostKey } from "../../../src/server/trust/keys.ts";
import { systemProcesses } from "../../../src/server/processes.ts";
import { type Pins, pinned, rotateHostKey, type RotationPorts } from "../../../src/server/trust/rotation.ts";
import { RealMachines } from "./machines.ts";
import { cannotStartMachines } from "./requirements.ts";
import { newUser, type User } from "./user.ts";

class Interrupted extends Error {}

/** The same ports, which fail at the nth thing that they do; `after` lets the thing happen first, as a killed runner may. */
function interruptedAt(
  nth: number,
  when: "before" | "after",
  ports: RotationPorts,
): RotationPorts & { done: () => number } {
  let count = 0;
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    count += 1;
    if (count === nth && when === "before") throw new Interrupted();
    const result = await work();
    if (count === nth) throw new Interrupted();
    return result;
  };
  const guardedConnection = (connection: Connection): Connection => ({
    ...connection,
    run: (argv, options) => guarded(() => connection.run(argv, options)),
    [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
  });
  return {
    log: ports.log,
    pin: (pins) => guarded(() => ports.pin(pins)),
    connect: async (keys) => guardedConnection(await guarded(() => ports.connect(keys))),
    done: () => count,
  };
}

describe.skipIf(cannotStartMachines())("an interrupted rotation of the host key", () => {
  let machines: RealMachines;
  let user: User;
  let address: string;
  /** What the labels say. */
  let pins: Pins;

  beforeAll(async () => {
    machines = await RealMachines.start();
    user = await newUser(machines);
    const made = await user.makeServer(1020);
    address = made.address;
    await using server = await user.wait(address, [made.hostKey.publicKey]);
    pins = { current: made.hostKey.publicKey };
    expect(await server.run(["true"])).toBe("");
  });
  afterAll(() => machines[Symbol.asyncDispose]());

  const ports = (): RotationPorts => ({
    connect: (keys) => user.connect(address, keys),
    pin: async (next) => {
      await Promise.resolve();
      pins = next;
    },
    log: user.log,
  });

  /** The server as it was made: with a fresh injected key, and nothing of a rotation. */
  async function injectAgain(): Promise<string> {
    const { privateKey, publicKey } = await newHostKey(systemProcesses);
    await using server = await user.connect(address, pinned(pins));
    const put = (path: string): string[] => ["sh", "-c", 'umask 077; cat > "$1"', "put", path];
    await server.run(put("/etc/ssh/ssh_host_ed25519_key"), { stdin: privateKey });
    await server.run(put("/etc/slipway/injected_host_key.pub"), { stdin: `${publicKey}\n` });
    await server.run(["systemctl", "restart", "ssh"]);
    return publicKey;
  }

  it("leaves a pinned server at every point, and is finished by the next run", async () => {
    let points = 0;
    for (let nth = 1, reached = true; reached; nth += 1) {
      for (const when of ["before", "after"] as const) {
        const injected = await injectAgain();
        pins = { current: injected };
        const interrupted = interruptedAt(nth, when, ports());
        const outcome = await rotateHostKey(pins, interrupted).catch((error: unknown) => error);
        reached = outcome instanceof Interrupted;
        expect(reached ? "interrupted" : outcome).toBe(reached ? "interrupted" : pins.current);
        // A later job knows the pins and nothing else.
        const key = await rotateHostKey(pins, ports());
        expect(key).not.toBe(injected);
        expect(pins).toEqual({ current: key });
        await using server = await user.connect(address, [key]);
        expect(await server.run(["ls", "/etc/slipway"])).not.toContain("next");
        await expect(user.connect(address, [injected])).rejects.toMatchObject({ code: "SLW-SSH-HOST-KEY" });
        points += reached ? 1 : 0;
      }
    }
    console.log(`interrupted at ${points} points, finished by the next run each time`);
    expect(points).toBeGreaterThan(12);
  }, 600_000);

  it("does nothing the second time", async () => {
    const injected = await injectAgain();
    pins = { current: injected };
    await rotateHostKey(pins, ports());
    const counted = interruptedAt(Infinity, "before", ports());
    const key = await rotateHostKey(pins, counted);
    expect(key).toBe(pins.current);
    // It logs in and asks.
    expect(counted.done()).toBe(2);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyCluster, type K3sPorts } from "../../../src/server/k3s/apply.ts";
import type { DeclaredCluster } from "../../../src/server/k3s/declared.ts";
import { type K3sLock } from "../../../src/server/k3s/lock.ts";
import { observeNode } from "../../../src/server/k3s/observed.ts";
import { type K3sPlan, planCluster } from "../../../src/server/k3s/plan.ts";
import type { Connection } from "../../../src/server/ssh/connection.ts";
import { mirrorReleases } from "./k3s/mirror.ts";
import { RealMachines } from "./machines.ts";
import { cannotStartMachines } from "./requirements.ts";
import { newUser, realClock, type User } from "./user.ts";

const versions = ["v1.35.6+k3s1", "v1.36.2+k3s1", "v1.37.0+k3s1", "v1.38.0+k3s1"] as const;
const [older, version, next, skip] = versions;

/** Machines by name, logged in, and what a run of the toolkit does with them. */
interface Fleet {
  connections: Map<string, Connection>;
  plan(declared: DeclaredCluster): Promise<K3sPlan>;
  apply(declared: DeclaredCluster, ports?: Partial<K3sPorts>): Promise<K3sPlan>;
}

function fleetOf(user: User, lock: K3sLock): Fleet {
  const connections = new Map<string, Connection>();
  const ports: K3sPorts = {
    remoteOf: (name) => connections.get(name),
    download: () => Promise.reject(new Error("the server fetches for itself here")),
    clock: realClock,
    log: user.log,
    readyWithin: 200_000,
  };
  const plan: Fleet["plan"] = async (declared) => {
    const observed = await Promise.all(
      declared.nodes.map(async ({ name }) => [name, await observeNode(connections.get(name)!)] as const),
    );
    return planCluster(declared, Object.fromEntries(observed), lock);
  };
  return {
    connections,
    plan,
    async apply(declared, given) {
      const steps = await plan(declared);
      await applyCluster(steps, { ...ports, ...given });
      return steps;
    },
  };
}

const ids = (plan: K3sPlan): string[] => plan.steps.map(({ id }) => id);

describe.skipIf(cannotStartMachines())("k3s on machines", () => {
  let machines: RealMachines;
  let user: User;
  let lock: K3sLock;
  const names = new Map([
    ["one", 1031],
    ["two", 1032],
    ["three", 1033],
    ["worker", 1034],
  ]);
  const addressOf = (name: string): string => `203.0.113.${(names.get(name) ?? 0) % 256}`;
  const times: [string, number][] = [];
  const timed = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
    const start = performance.now();
    const result = await work();
    times.push([what, (performance.now() - start) / 1000]);
    return result;
  };
  let fleet: Fleet;
  const declare = (k3s: string, ...nodes: string[]): DeclaredCluster => ({
    version: k3s,
    nodes: nodes.map((name) => ({
      name,
      role: name === "worker" ? "agent" : "server",
      publicAddresses: [addressOf(name)],
      ...(nodes.length > 1 && { privateAddress: addressOf(name) }),
    })),
  });
  const on = (name: string): Connection => fleet.connections.get(name)!;
  const startedAt = (name: string): Promise<string> =>
    on(name).run(["systemctl", "show", "-P", "ExecMainStartTimestampMonotonic", "k3s"]);

  beforeAll(async () => {
    machines = await RealMachines.start();
    user = await newUser(machines);
    lock = mirrorReleases(machines.cloud, versions);
    fleet = fleetOf(user, lock);
    await timed("four machines, created → ready", () =>
      Promise.all(
        [...names].map(async ([name, id]) => {
          const { address, hostKey } = await user.makeServer(id);
          fleet.connections.set(name, await user.wait(address, [hostKey.publicKey]));
        }),
      ),
    );
  });
  afterAll(async () => {
    for (const [what, seconds] of times) console.log(`${seconds.toFixed(1).padStart(6)} s  ${what}`);
    for (const connection of fleet.connections.values()) await connection[Symbol.asyncDispose]();
    await machines[Symbol.asyncDispose]();
  });

  it("is installed at the pinned version, with what only root may read", async () => {
    expect(ids(await timed("install k3s", () => fleet.apply(declare(older, "one"))))).toEqual(["one/install"]);
    expect(await on("one").run(["k3s", "--version"])).toContain(older);
    const modes = await on("one").run([
      "stat",
      "-c",
      "%a",
      "/etc/rancher/k3s/config.yaml",
      "/etc/rancher/k3s/k3s.yaml",
    ]);
    expect(modes).toBe("600\n600\n");
  });

  it("is left alone by a second run", async () => {
    const before = await startedAt("one");
    expect(ids(await timed("unchanged: observe and plan", () => fleet.apply(declare(older, "one"))))).toEqual([]);
    expect(await startedAt("one")).toBe(before);
  });

  it("goes one minor up, and neither skips nor goes back", async () => {
    expect(ids(await timed("upgrade by one minor", () => fleet.apply(declare(version, "one"))))).toEqual([
      "one/upgrade",
    ]);
    expect(await on("one").run(["k3s", "--version"])).toContain(version);
    await expect(fleet.plan(declare(skip, "one"))).rejects.toThrow(
      /one runs v1.36.2\+k3s1, and v1.38.0\+k3s1 skips v1.37/,
    );
    await expect(fleet.plan(declare(older, "one"))).rejects.toThrow(/is older/);
  });

  it("is not installed from a file whose hash is another", async () => {
    const wrong: K3sLock = structuredClone(lock);
    const release = wrong.releases[next]!;
    release.binaries.amd64 = release.binaries.arm64 = {
      url: lock.releases[next]!.installer.url,
      sha256: "0".repeat(64),
    };
    await expect(fleetWith(wrong).apply(declare(next, "one"))).rejects.toMatchObject({ code: "SLW-K3S-HASH" });
    expect(await on("one").run(["k3s", "--version"])).toContain(version);
    const unpinned = fleetWith({ releases: {} }).plan(declare(next, "one"));
    await expect(unpinned).rejects.toThrow(/no hashes are pinned for k3s v1.37.0\+k3s1; there are: none/);
  });
  const fleetWith = (other: K3sLock): Fleet => {
    const made = fleetOf(user, other);
    for (const [name, connection] of fleet.connections) made.connections.set(name, connection);
    return made;
  };

  it("is finished by the next run where one was interrupted, and repaired where a file was changed by hand", async () => {
    // The mark of the refused upgrade is still there.
    expect(ids(await fleet.apply(declare(version, "one")))).toEqual(["one/install"]);
    await on("one").run(["sh", "-c", "echo '# by hand' >> /etc/rancher/k3s/config.yaml"]);
    expect(ids(await fleet.apply(declare(version, "one")))).toEqual(["one/configure"]);
    await on("one").run(["systemctl", "stop", "k3s"]);
    expect(ids(await fleet.apply(declare(version, "one")))).toEqual(["one/restart"]);
    expect(ids(await fleet.plan(declare(version, "one")))).toEqual([]);
  });

  it("tells why it is not ready", async () => {
    await on("one").run(["sh", "-c", "systemctl stop k3s; echo 0 > /proc/sys/vm/overcommit_memory"]);
    const kernel = await timed("a hopeless start is given up", () =>
      fleet.apply(declare(version, "one")).catch((error: unknown) => error),
    );
    expect(kernel).toMatchObject({
      code: "SLW-K3S-HEALTH",
      message: expect.stringMatching(
        /failed \d+ times[\s\S]*disk \/[\s\S]*invalid kernel flag: vm\/overcommit_memory/,
      ) as unknown,
      hint: expect.stringContaining("sysctl -p") as unknown,
    });
    await on("one").run(["sysctl", "-q", "-p", "/etc/sysctl.d/90-slipway.conf"]);
    await on("one").run(["sh", "-c", "systemctl stop k3s; systemd-run --unit=squatter python3 -m http.server 6443"]);
    const port = await fleet.apply(declare(version, "one")).catch((error: unknown) => error);
    expect(port).toMatchObject({
      message: expect.stringMatching(/port 6443: .*python3/) as unknown,
      hint: expect.stringContaining("Another program has a port") as unknown,
    });
    await on("one").run(["systemctl", "stop", "squatter"]);
    expect(ids(await fleet.apply(declare(version, "one")))).toEqual(["one/install"]);
  });

  it("grows to three servers and an agent, which join in order with a token that is in no argument", async () => {
    const plan = await timed("one server → three and an agent", () =>
      fleet.apply(declare(version, "one", "two", "three", "worker")),
    );
    expect(ids(plan)).toEqual(["one/configure", "two/install", "three/install", "worker/install"]);
    const events = await on("one").run(["cat", "/var/lib/rancher/k3s/server/events"]);
    expect(events.split("\n").filter((line) => line.startsWith("join "))).toEqual([
      "join one",
      "join two",
      "join three",
      "join worker",
    ]);
    const token = (await on("one").run(["cat", "/var/lib/rancher/k3s/server/token"])).trim();
    expect(await on("two").run(["stat", "-c", "%a", "/etc/rancher/k3s/join-token"])).toBe("600\n");
    for (const name of ["two", "three", "worker"])
      expect(
        await on(name).run([
          "sh",
          "-c",
          "cat /var/log/cloud-init-output.log /var/lib/cloud/instance/user-data.txt; ps -ef",
        ]),
      ).not.toContain(token);
    expect(user.log.lines.join("\n")).not.toContain(token);
    expect(ids(await fleet.plan(declare(version, "one", "two", "three", "worker")))).toEqual([]);
  });

  it("goes up one node at a time, each ready before the next", async () => {
    await on("one").run(["sh", "-c", ": > /var/lib/rancher/k3s/server/events"]);
    const plan = await timed("upgrade of four nodes", () =>
      fleet.apply(declare(next, "one", "two", "three", "worker")),
    );
    expect(ids(plan)).toEqual(["one/upgrade", "two/upgrade", "three/upgrade", "worker/upgrade"]);
    const events = (await on("one").run(["cat", "/var/lib/rancher/k3s/server/events"])).split("\n");
    const upgrades = events.filter((line) => line.startsWith("version "));
    expect(upgrades).toEqual(["one", "two", "three", "worker"].map((name) => `version ${name} ${next}`));
    // Drain-free: the pods of a node stay where they are while its k3s restarts.
    expect(events.filter((line) => line.startsWith("drain"))).toEqual([]);
  });

  it("drains a node before it is removed, and leaves nothing on its machine", async () => {
    const plan = await timed("remove the agent", () => fleet.apply(declare(next, "one", "two", "three")));
    expect(ids(plan)).toEqual(["worker/remove"]);
    const events = await on("one").run(["cat", "/var/lib/rancher/k3s/server/events"]);
    expect(events).toMatch(/drain worker\ndelete worker\n/);
    expect((await on("worker").attempt(["ls", "/etc/rancher", "/usr/local/bin/k3s"])).code).not.toBe(0);
  });
});

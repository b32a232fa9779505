import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sysctls } from "../../../src/server/cloud-init/kernel.ts";
import { systemProcesses } from "../../../src/server/processes.ts";
import { type Connection } from "../../../src/server/ssh/connection.ts";
import { upload } from "../../../src/server/ssh/upload.ts";
import { hostKeyOfLabel, labelOfHostKey } from "../../../src/server/trust/host-key-label.ts";
import { type KeyPair, newHostKey } from "../../../src/server/trust/keys.ts";
import { type Pins, pinned, rotateHostKey } from "../../../src/server/trust/rotation.ts";
import { RealMachines } from "./machines.ts";
import { cannotStartMachines } from "./requirements.ts";
import { newUser, type User } from "./user.ts";

/** What the tests leave for one another: the labels of the one server, in the order of its life. */
interface Story {
  machines: RealMachines;
  user: User;
  address: string;
  hostKey: KeyPair;
  pins: Pins;
}

const id = 1010;

describe.skipIf(cannotStartMachines())("a server made with our user-data", () => {
  let story: Story;
  const times: Record<string, number> = {};
  const timed = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
    const start = performance.now();
    const result = await work();
    times[what] = (performance.now() - start) / 1000;
    return result;
  };
  const connected = (): Promise<Connection> => story.user.connect(story.address, pinned(story.pins));

  beforeAll(async () => {
    const machines = await RealMachines.start();
    const user = await newUser(machines);
    const { address, hostKey } = await timed("create", () => user.makeServer(id));
    story = { machines, user, address, hostKey, pins: { current: hostKey.publicKey } };
  });
  afterAll(async () => {
    for (const [what, seconds] of Object.entries(times)) console.log(`${seconds.toFixed(1).padStart(6)} s  ${what}`);
    await story.machines[Symbol.asyncDispose]();
  });

  it("becomes ready, telling what it waits for", async () => {
    await using server = await timed("create → first boot done", () =>
      story.user.wait(story.address, pinned(story.pins)),
    );
    expect(await server.run(["hostname"])).toBe("server-1010\n");
    expect(story.user.log.lines[0]).toBe("0.0 s: waiting for SSH to answer");
    expect(story.user.log.lines.at(-1)).toMatch(/: the server is ready$/);
  });

  it("has a cloud-init that is done, not degraded, and finds the user-data valid", async () => {
    await using server = await connected();
    const status: unknown = JSON.parse(await server.run(["cloud-init", "status", "--format", "json"]));
    expect(status).toMatchObject({ status: "done", extended_status: "done", errors: [], recoverable_errors: {} });
    expect(await server.run(["cloud-init", "schema", "--system"])).toMatch(/Valid schema user-data/);
    expect(await server.run(["systemctl", "is-system-running"])).toBe("running\n");
  });

  it("lets nobody in by password, and shows one host key", async () => {
    await using server = await connected();
    const settings = (await server.run(["sshd", "-T"])).split("\n");
    expect(settings).toEqual(
      expect.arrayContaining([
        "permitrootlogin without-password",
        "passwordauthentication no",
        "kbdinteractiveauthentication no",
        "authenticationmethods publickey",
        "allowagentforwarding no",
        "allowtcpforwarding local",
      ]),
    );
    expect(settings.filter((line) => line.startsWith("hostkey /"))).toEqual(["hostkey /etc/ssh/ssh_host_ed25519_key"]);
    expect(await server.run(["passwd", "-S", "root"])).toMatch(/^root L /);
  });

  it("has the kernel settings that a hardened kubelet insists on", async () => {
    await using server = await connected();
    const names = Object.keys(sysctls);
    const values = (await server.run(["sysctl", "-n", ...names])).trim().split("\n").map(Number);
    expect(Object.fromEntries(names.map((name, index) => [name, values[index]]))).toEqual(sysctls);
  });

  it("upgrades itself, and has no swap where the file system takes none", async () => {
    await using server = await connected();
    const settings = await server.run(["apt-config", "dump", "APT::Periodic"]);
    expect(settings).toMatch(/Unattended-Upgrade "1"/);
    expect(await server.run(["systemctl", "is-enabled", "apt-daily-upgrade.timer"])).toBe("enabled\n");
    expect(story.user.log.lines).toContain("first boot: the file system takes no swap file");
  });

  it("keeps the metadata service for root and hides it from pods", async () => {
    await using server = await connected();
    // A pod: a network namespace whose traffic the server forwards and masquerades.
    await server.run(["sh", "-c", simulatedPod]);
    const ask = [
      "curl",
      "-s",
      "-o",
      "/dev/null",
      "-w",
      "%{http_code}",
      "--max-time",
      "3",
      "http://169.254.169.254/hetzner/v1/userdata",
    ];
    expect(await server.run(ask)).toBe("200");
    const gateway = [
      "ip",
      "netns",
      "exec",
      "pod",
      "curl",
      "-s",
      "-o",
      "/dev/null",
      "-w",
      "%{http_code}",
      "--max-time",
      "3",
    ];
    // The way out works, so that it is the guard and not a broken pod that is seen.
    expect(await server.run([...gateway, "http://172.31.1.1/"])).toBe("404");
    expect((await server.attempt(["ip", "netns", "exec", "pod", ...ask])).code).toBe(28);
    await server.run(["nft", "delete", "table", "inet", "slipway_metadata"]);
    expect(await server.run(["ip", "netns", "exec", "pod", ...ask])).toBe("200");
    await server.run(["systemctl", "restart", "slipway-metadata-guard"]);
    expect((await server.attempt(["ip", "netns", "exec", "pod", ...ask])).code).toBe(28);
    await server.run(["nft", "delete", "table", "ip", "pods"]);
  });

  it("is not believed with another host key, and refuses another user", async () => {
    const other = await newHostKey(systemProcesses);
    await expect(story.user.connect(story.address, [other.publicKey])).rejects.toMatchObject({
      code: "SLW-SSH-HOST-KEY",
    });
    await expect(story.user.connect(story.address, pinned(story.pins), other)).rejects.toMatchObject({
      code: "SLW-SSH-AUTH",
    });
    await expect(story.user.connect("203.0.113.250", [other.publicKey])).rejects.toMatchObject({
      code: "SLW-SSH-UNREACHABLE",
    });
  });

  it("takes arguments and files as they are", async () => {
    await using server = await connected();
    const awkward = ["it's", '"$HOME"', "a b", "`id`", "$(id)", "\\", "*", "", "-n", "new\nline", "ü"];
    expect(await server.run(["printf", "%s\\0", ...awkward])).toBe(awkward.map((word) => `${word}\0`).join(""));
    const content = Uint8Array.from({ length: 3_000_000 }, (_, index) => index % 251);
    await upload(server, { path: "/root/in a folder/it's", content, mode: "0600" });
    expect(await server.run(["stat", "-c", "%a %s", "/root/in a folder/it's"])).toBe("600 3000000\n");
    expect(await server.run(["sh", "-c", "ls '/root/in a folder' | wc -l"])).toBe("1\n");
  });

  it("is reached at its loopback through a tunnel", async () => {
    await using server = await connected();
    await using tunnel = await server.forward(22);
    const { processes } = story.machines.cloud;
    const scan = await processes.run({
      file: "ssh-keyscan",
      args: ["-t", "ed25519", "-p", String(tunnel.port), "127.0.0.1"],
    });
    expect(scan.stdout).toContain(story.hostKey.publicKey);
  });

  it("ends a command at its time limit or when asked to", async () => {
    await using server = await connected();
    await expect(server.run(["sleep", "30"], { timeout: 300 })).rejects.toMatchObject({ code: "SLW-SSH-TIMEOUT" });
    const stop = AbortSignal.timeout(300);
    await expect(server.run(["sleep", "30"], { signal: stop })).rejects.toMatchObject({ name: "TimeoutError" });
    expect(await server.run(["echo", "still here"])).toBe("still here\n");
  });

  it("gets a host key of its own, which the next job pins from the label alone", async () => {
    const pin = async (pins: Pins): Promise<void> => void (story.pins = await Promise.resolve(pins));
    const ports = {
      connect: (keys: readonly string[]) => story.user.connect(story.address, keys),
      pin,
      log: story.user.log,
    };
    const key = await timed("rotate the host key", () => rotateHostKey(story.pins, ports));
    expect(key).not.toBe(story.hostKey.publicKey);
    expect(story.pins).toEqual({ current: key });

    const label = labelOfHostKey(key);
    await using server = await story.user.connect(story.address, [hostKeyOfLabel(label)]);
    expect(await server.run(["ls", "/etc/slipway"])).not.toContain("next");
    const injected = story.user.connect(story.address, [story.hostKey.publicKey]);
    await expect(injected).rejects.toMatchObject({ code: "SLW-SSH-HOST-KEY" });
  });

  it("keeps that key and its settings over a reboot", async () => {
    const bootId = async (): Promise<string> => {
      await using server = await story.user.wait(story.address, pinned(story.pins));
      expect(await server.run(["sysctl", "-n", "vm.overcommit_memory"])).toBe("1\n");
      expect(await server.run(["nft", "list", "tables"])).toBe("table inet slipway_metadata\n");
      return await server.run(["cat", "/proc/sys/kernel/random/boot_id"]);
    };
    const before = await bootId();
    await using watching = await connected();
    await watching.run(["systemctl", "reboot"]);
    await timed("reboot → ready", async () => {
      await expect.poll(bootId, { timeout: 250_000, interval: 200 }).not.toBe(before);
    });
  });

  it("that loses its power in the middle of a command is told as a lost connection, and is itself again when it is back", async () => {
    await using server = await connected();
    const lost = server.run(["sleep", "120"]).catch((error: unknown) => error);
    await server.run(["sync"]);
    await story.machines.powerOff(id);
    await timed("power gone → told as lost", async () => {
      expect(await lost).toMatchObject({ code: "SLW-SSH-LOST" });
    });
    await story.machines.powerOn(id);
    await using back = await timed("power on → ready", () => story.user.wait(story.address, pinned(story.pins)));
    expect(await back.run(["hostname"])).toBe("server-1010\n");
  });

  it("restored from a snapshot is a new server: own host key, first boot of its own, nothing done twice", async () => {
    await using old = await connected();
    await old.run(["sh", "-c", "touch /etc/slipway/next_host_ed25519_key; echo kept > /root/data; sync"]);
    await story.machines.shutdown(id);
    await story.machines.snapshot(id, 7);
    const made = await story.user.makeServer(1011, { image: "snapshot:7" });
    await using server = await timed("create from a snapshot → first boot done", () =>
      story.user.wait(made.address, [made.hostKey.publicKey]),
    );
    expect(await server.run(["cat", "/root/data"])).toBe("kept\n");
    expect(JSON.parse(await server.run(["cat", "/var/lib/slipway/first-boot.json"]))).toMatchObject({
      instance: "1011",
      status: "done",
    });
    expect(await server.run(["ls", "/etc/slipway"])).not.toContain("next");
    await expect(story.user.connect(made.address, pinned(story.pins))).rejects.toMatchObject({
      code: "SLW-SSH-HOST-KEY",
    });
  });
});

const simulatedPod = `set -e
ip netns add pod
ip link add cni0 type veth peer name eth0 netns pod
ip addr add 10.42.0.1/24 dev cni0
ip link set cni0 up
ip -n pod addr add 10.42.0.2/24 dev eth0
ip -n pod link set eth0 up
ip -n pod route add default via 10.42.0.1
sysctl -q -w net.ipv4.ip_forward=1
nft add table ip pods
nft add chain ip pods post '{ type nat hook postrouting priority 100; }'
nft add rule ip pods post ip saddr 10.42.0.0/24 masquerade`;

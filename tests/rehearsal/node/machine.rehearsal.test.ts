import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { until } from "../../control-plane/processes.ts";
import { command } from "./machine/command.ts";
import { readHierarchies } from "./machine/hierarchies.ts";
import { startMachine } from "./machine/machine.ts";
import { cannotRunNode } from "./machine/requirements.ts";
import { timed } from "../timed.ts";

const gibibyte = 2 ** 30;

describe.skipIf(cannotRunNode())("a machine of namespaces", () => {
  it("has its own name, address, processes and memory, and leaves nothing behind", async () => {
    const sysctl = readFileSync("/proc/sys/vm/overcommit_memory", "utf8");
    let id = "";
    let folder = "";
    {
      await using machine = await timed("machine up", () => startMachine({ memory: gibibyte }));
      ({ id, folder } = machine);
      const inside = async (...argv: [string, ...string[]]): Promise<string> =>
        (await machine.run(argv[0], argv.slice(1))).stdout.trim();
      expect(await inside("hostname")).toBe("node1");
      expect(await inside("ip", "-brief", "-4", "address", "show", "eth0")).toContain("10.77.0.2/30");
      expect(await inside("grep", "MemTotal", "/proc/meminfo")).toMatch(/\b1048576 kB$/);
      expect(await inside("cat", "/proc/self/cgroup")).toMatch(/:\/system$/m);
      expect(await inside("cat", "/proc/1/comm")).toBe("bash");
      const other = sysctl.trim() === "1" ? "0" : "1";
      await machine.run("sysctl", ["-w", `vm.overcommit_memory=${other}`]);
      expect(await inside("cat", "/proc/sys/vm/overcommit_memory")).toBe(other);
      machine.start({ name: "forgotten", program: "sleep", args: ["3600"], env: {} });
      expect(await leftOf(id)).not.toEqual([]);
    }
    expect(readFileSync("/proc/sys/vm/overcommit_memory", "utf8")).toBe(sysctl);
    expect(existsSync(folder)).toBe(false);
    expect(await leftOf(id)).toEqual([]);
  });

  it("keeps its files over a power cut, and starts with no process of before", async () => {
    await using machine = await startMachine();
    await machine.run("touch", ["/var/lib/containerd/kept", "/etc/kept", "/run/lost"]);
    machine.start({ name: "ended", program: "sleep", args: ["3600"], env: {} });
    const bootId = (): Promise<string> =>
      machine.run("cat", ["/proc/sys/kernel/random/boot_id"]).then((it) => it.stdout);
    const before = await bootId();
    await timed("power cut and boot", async () => {
      await machine.cutPower();
      await machine.boot();
    });
    expect((await machine.run("ls", ["/var/lib/containerd/kept", "/etc/kept"])).code).toBe(0);
    expect((await machine.run("ls", ["/run/lost"])).code).not.toBe(0);
    expect((await machine.run("pgrep", ["-f", "sleep 3600"])).stdout.trim().split("\n")).toHaveLength(1);
    expect(await bootId()).not.toBe(before);
  });

  it("ends with the process that started it, and the next start removes what is left", async () => {
    const source = new URL("machine/machine.ts", import.meta.url);
    const program = `const { startMachine } = await import("${source}"); console.log((await startMachine()).id); await new Promise(() => setInterval(() => {}, 1000));`;
    const owner = spawn(process.execPath, ["--conditions=source", "--input-type=module", "--eval", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let id = "";
    owner.stdout.setEncoding("utf8").on("data", (text: string) => (id += text.trim()));
    await until("machine of another process", async () => id !== "", { within: 60_000 });
    owner.kill("SIGKILL");
    await until("end of its processes", async () => processesOf(id).length === 0, { within: 10_000 });
    expect(await leftOf(id)).not.toEqual([]);
    {
      await using next = await startMachine();
      expect(next.id).not.toBe(id);
      expect(await leftOf(id)).toEqual([]);
    }
  });
});

const hierarchies = readHierarchies(readFileSync("/proc/self/mountinfo", "utf8"));
const cgroupsWith = (id: string): string[] =>
  hierarchies.flatMap(({ mountPoint }) =>
    readdirSync(mountPoint)
      .filter((name) => name.includes(id))
      .map((name) => join(mountPoint, name)),
  );

const processesOf = (id: string): string[] =>
  cgroupsWith(id)
    .map((folder) => join(folder, "system"))
    .flatMap((folder) => readFileSync(join(folder, "cgroup.procs"), "utf8").split("\n"))
    .filter((pid) => pid !== "");

/** Whatever on this host bears a machine's id: cgroups, network namespaces, links, mounts, processes. */
async function leftOf(id: string): Promise<string[]> {
  const listed = [
    await command("ip", ["netns", "list"]),
    await command("ip", ["-oneline", "link", "show"]),
    await command("ip", ["route", "show"]),
    readFileSync("/proc/self/mountinfo", "utf8"),
    await command("ps", ["-eo", "args"]),
  ];
  const lines = listed.flatMap((text) => text.split("\n").filter((line) => line.includes(id)));
  return [...cgroupsWith(id), ...lines];
}

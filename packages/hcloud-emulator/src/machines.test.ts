import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Machines, MachineSpec } from "./machines.ts";
import { hour, publicKey, startTrial } from "./testing/client.ts";

/** Machines that write down what they are told, and do it when they are let. */
function recordedMachines() {
  const told: string[] = [];
  const specs: MachineSpec[] = [];
  const tell = (what: string) => async (id: number) => void told.push(`${what} ${id}`);
  const machines: Machines = {
    async create(spec) {
      specs.push(spec);
      told.push(`create ${spec.id}`);
    },
    powerOn: tell("power on"),
    powerOff: tell("power off"),
    shutdown: tell("shut down"),
    reboot: tell("reboot"),
    delete: tell("delete"),
    snapshot: async (id, image) => void told.push(`snapshot ${id} ${image}`),
  };
  return { machines, told, specs };
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe("real machines", () => {
  it("get the user data unchanged, the keys, the addresses and the size", async () => {
    const { machines, specs } = recordedMachines();
    await using trial = await startTrial({ machines });
    const userData = "#cloud-config\n# ä 漢 \t\r\nruncmd: []\n\n";
    await trial.call("POST", "/ssh_keys", { name: "key", public_key: publicKey(1) });
    const id = await trial.server("web", { user_data: userData, ssh_keys: ["key"] });
    expect(specs).toEqual([
      {
        id,
        name: "web",
        ipv4: "203.0.113.1",
        ipv6: "2001:db8:0:2::1",
        userData,
        sshKeys: [publicKey(1)],
        image: "ubuntu-24.04",
        serverType: { name: "cx23", cores: 2, memoryGB: 4, diskGB: 40 },
      },
    ]);
  });

  it("are told what to do in the order of the actions, each once", async () => {
    const { machines, told } = recordedMachines();
    await using trial = await startTrial({ machines });
    const id = await trial.server("web");
    const act = async (command: string, body = {}) => {
      await trial.call("GET", "/servers");
      await soon();
      trial.wait(hour);
      return (await trial.call("POST", `/servers/${id}/actions/${command}`, body)).body;
    };
    await act("reboot");
    await act("shutdown");
    const { image } = await act("create_image");
    await act("rebuild", { image: image.id });
    await trial.call("GET", "/servers");
    await soon();
    trial.wait(hour);
    await trial.call("DELETE", `/servers/${id}`);
    await trial.call("GET", "/servers");
    await soon();
    expect(told.map((one) => one.replace(` ${id}`, ""))).toEqual([
      "create",
      "power on",
      "reboot",
      "shut down",
      `snapshot ${image.id}`,
      "delete",
      "create",
      "power on",
      "delete",
    ]);
  });

  it("keep their action waiting, however late it is by the clock", async () => {
    const { machines } = recordedMachines();
    const { promise, resolve } = Promise.withResolvers<void>();
    await using trial = await startTrial({ machines: { ...machines, create: () => promise } });
    const id = await trial.server("web");
    const status = async () => (await trial.call("GET", `/servers/${id}`)).body["server"].status;
    trial.wait(hour);
    expect(await status()).toBe("initializing");
    resolve();
    await soon();
    expect(await status()).toBe("starting");
    trial.wait(hour);
    await soon();
    expect(await status()).toBe("running");
  });

  it("that do not start make an action that failed, and no server", async () => {
    const { machines } = recordedMachines();
    const create = () => Promise.reject(new Error("no namespace left"));
    await using trial = await startTrial({ machines: { ...machines, create } });
    const wanted = { name: "web", server_type: "cx23", image: "debian-12", location: "nbg1" };
    const { body } = await trial.call("POST", "/servers", wanted);
    await trial.call("GET", "/servers");
    await soon();
    trial.wait(hour);
    const { action } = (await trial.call("GET", `/actions/${body["action"].id}`)).body;
    expect(action).toMatchObject({ status: "error", error: { message: "no namespace left" } });
    expect((await trial.call("GET", "/servers")).body["servers"]).toEqual([]);
    expect(trial.emulator.billing.open()).toEqual([]);
  });
});

describe("a state file", () => {
  it("keeps servers, actions under way, bills and the clock over a restart", async () => {
    const folder = mkdtempSync(join(tmpdir(), "hcloud-emulator-"));
    try {
      const stateFile = join(folder, "cloud.json");
      let action: number;
      let id: number;
      {
        await using trial = await startTrial({ stateFile });
        id = await trial.server("web");
        action = (await trial.call("POST", `/servers/${id}/actions/poweroff`)).body["action"].id;
        trial.wait(500);
      }
      await using again = await startTrial({ stateFile });
      expect((await again.call("GET", `/actions/${action}`)).body["action"]).toMatchObject({
        status: "running",
        progress: 16,
      });
      again.wait(hour);
      expect((await again.call("GET", `/servers/${id}`)).body["server"].status).toBe("off");
      expect(again.emulator.billing.open().map(({ kind, hours }) => [kind, hours])).toContainEqual(["servers", 2]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("that is none is refused, not overwritten", async () => {
    await expect(startTrial({ stateFile: import.meta.filename })).rejects.toThrow(/is not JSON/);
  });
});

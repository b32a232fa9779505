import { spawnSync } from "node:child_process";
import { type Emulator, startEmulator } from "hcloud-emulator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { environmentSchema } from "../../../src/environment/schema.ts";
import { openHetzner } from "../../../src/hetzner-access.ts";
import { servers } from "../../../src/hetzner/client/resource-types.ts";
import { provision, type ProvisionOptions, type ProvisionPorts } from "../../../src/provision.ts";
import { systemProcesses } from "../../../src/server/processes.ts";
import { hostKeyLabels, hostKeyOfLabel } from "../../../src/server/trust/host-key-label.ts";
import { type KeyPair, newHostKey } from "../../../src/server/trust/keys.ts";
import { teardown } from "../../../src/teardown.ts";
import { RealMachines } from "./machines.ts";
import { cannotStartMachines } from "./requirements.ts";
import { newUser, realClock, type User } from "./user.ts";

const environment = environmentSchema.parse({
  apiVersion: "slipway.dev/v1alpha1",
  kind: "Environment",
  metadata: { name: "dev" },
  spec: {
    server: { provider: "hetzner", locations: ["nbg1", "fsn1"], types: ["cx23", "cx33"], image: "debian-13" },
    kubernetes: { version: "v1.36.2+k3s1" },
    argocd: { version: "v3.6.1", bootstrap: "bootstrap.yaml" },
  },
});

describe.skipIf(cannotStartMachines())("an Environment on an emulated Hetzner with real machines", () => {
  let machines: RealMachines;
  let hetzner: Emulator;
  let user: User;
  const events: string[] = [];
  const started = performance.now();
  const tell = (what: string): void => {
    console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${what}`);
  };
  const options = (mode: "plan" | "apply"): ProvisionOptions => ({
    environment,
    access: { token: "emulator", endpoint: hetzner.url },
    mode,
    allow: [],
    sshPrivateKey: user.key.privateKey,
    contact: "ssh",
  });
  const ports = (): ProvisionPorts => ({
    fetch,
    clock: realClock,
    random: Math.random,
    log: user.log,
    signal: new AbortController().signal,
    processes: machines.cloud.processes,
    onPlan: () => {},
    report: (event) => {
      const text = event.kind === "waiting" ? event.for : event.kind === "attempt" ? event.outcome : "";
      events.push(`${event.kind} ${event.step.title} ${text}`.trim());
    },
  });
  const labels = async (): Promise<{ id: number; address: string; labels: Record<string, string> }> => {
    const client = openHetzner({ token: "emulator", endpoint: hetzner.url }, ports());
    const [server] = await client.list(servers, {}, new AbortController().signal);
    return { id: server?.id ?? 0, address: server?.ipv4?.ip ?? "", labels: server?.labels ?? {} };
  };
  const keyInLabel = async (): Promise<string> => hostKeyOfLabel((await labels()).labels[hostKeyLabels.current] ?? "");

  beforeAll(async () => {
    machines = await RealMachines.start();
    user = await newUser(machines);
    hetzner = await startEmulator({ machines });
  });
  afterAll(async () => {
    await hetzner.close();
    await machines[Symbol.asyncDispose]();
  });

  it("is planned with its cost, and nothing is made", async () => {
    const { plan, cost, servers: present } = await provision(options("plan"), ports());
    expect(plan.steps.length).toBeGreaterThan(2);
    expect(JSON.stringify(cost)).toMatch(/\d/);
    expect(present).toEqual([]);
    expect(machines.ids).toEqual([]);
    tell("planned");
  });

  it("is applied: the server boots from our user-data, is met, and gets a host key of its own", async () => {
    const { servers: made, knownHosts } = await provision(options("apply"), ports());
    tell("applied: created, booted, logged in to with the pinned key, host key rotated");
    expect(made).toMatchObject([{ role: "server", ipv4: expect.stringMatching(/^203\.0\.113\./) as unknown }]);
    expect(knownHosts).toContain(await keyInLabel());
    expect((await labels()).labels).not.toHaveProperty([hostKeyLabels.next]);
    expect(events.filter((event) => event.startsWith("waiting")).join("\n")).toMatch(/SSH to answer/);
  });

  it("has a host key that user-data does not know, and a second job pins it from the label", async () => {
    const { address } = await labels();
    await using server = await user.connect(address, [await keyInLabel()]);
    const injected = (await server.run(["cat", "/etc/slipway/injected_host_key.pub"])).trim();
    expect(injected).not.toBe(await keyInLabel());
    const userData = await server.run(["curl", "-s", "http://169.254.169.254/hetzner/v1/userdata"]);
    expect(userData).toContain(injected);
    await expect(user.connect(address, [injected])).rejects.toMatchObject({ code: "SLW-SSH-HOST-KEY" });
    tell("second job pinned the key from the label; the key of user-data was refused");
  });

  it("changes nothing when it is applied again", async () => {
    const before = await labels();
    const { plan } = await provision(options("apply"), ports());
    expect(plan.steps.filter(({ action }) => action !== "nothing")).toEqual([]);
    expect(await labels()).toEqual(before);
    tell("applied again: nothing to do");
  });

  it("refuses another host key and another user", async () => {
    const other: KeyPair = await newHostKey(systemProcesses);
    const { address } = await labels();
    await expect(user.connect(address, [other.publicKey])).rejects.toMatchObject({ code: "SLW-SSH-HOST-KEY" });
    await expect(user.connect(address, [await keyInLabel()], other)).rejects.toMatchObject({ code: "SLW-SSH-AUTH" });
    tell("wrong host key and wrong user refused");
  });

  it("is torn down to nothing: no resource, no bill, no machine, no network", async () => {
    const { mode, access } = options("apply");
    const { kept } = await teardown(
      { environment, access, mode, keep: [] },
      { ...ports(), onPlan: () => {}, onWait: () => {} },
    );
    expect(kept).toEqual([]);
    expect(hetzner.billing.open()).toEqual([]);
    expect(machines.ids).toEqual([]);
    const namespaces = spawnSync("ip", ["netns", "list"], { encoding: "utf8" }).stdout.split("\n");
    expect(namespaces.filter((line) => line.startsWith(`${machines.cloud.netns}-`))).toEqual([]);
    tell("torn down: nothing left, nothing billed");
  });
});

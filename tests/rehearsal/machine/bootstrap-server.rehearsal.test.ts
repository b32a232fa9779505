import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { type Emulator, startEmulator } from "hcloud-emulator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kubeconfigSecrets } from "../../../src/cluster/kubeconfig.ts";
import { type Environment, environmentSchema } from "../../../src/environment/schema.ts";
import { openHetzner } from "../../../src/hetzner-access.ts";
import { servers } from "../../../src/hetzner/client/resource-types.ts";
import { readyLabel } from "../../../src/hetzner/labels.ts";
import { provision } from "../../../src/provision.ts";
import {
  type ProvisionedAccess,
  provisionedCluster,
  type ProvisionedOptions,
} from "../../../src/provisioned-cluster.ts";
import { formatK3sLock } from "../../../src/server/k3s/lock-file.ts";
import { hostKeyLabels, labelOfHostKey } from "../../../src/server/trust/host-key-label.ts";
import { newHostKey } from "../../../src/server/trust/keys.ts";
import { systemProcesses } from "../../../src/server/processes.ts";
import { timed } from "../timed.ts";
import { mirrorReleases } from "./k3s/mirror.ts";
import { RealMachines } from "./machines.ts";
import { cannotStartMachines } from "./requirements.ts";
import { newUser, realClock, type User } from "./user.ts";

const version = "v1.36.2+k3s1";
const environment: Environment = environmentSchema.parse({
  apiVersion: "slipway.dev/v1alpha1",
  kind: "Environment",
  metadata: { name: "dev" },
  spec: {
    server: { provider: "hetzner", locations: ["nbg1"], types: ["cx23"], image: "debian-13" },
    kubernetes: { version },
    argocd: { version: "v3.6.1", bootstrap: "bootstrap.yaml" },
  },
});
const askApi = fileURLToPath(new URL("ask-api.ts", import.meta.url));

describe.skipIf(cannotStartMachines())("the cluster of servers that provision made", () => {
  let machines: RealMachines;
  let hetzner: Emulator;
  let user: User;
  let root: string;

  const ports = () => ({
    fetch,
    clock: realClock,
    random: Math.random,
    log: user.log,
    signal: new AbortController().signal,
    processes: machines.cloud.processes,
  });
  const open = (given: Partial<ProvisionedOptions> = {}): Promise<ProvisionedAccess> =>
    provisionedCluster(
      environment,
      {
        root,
        access: { token: "emulator", endpoint: hetzner.url },
        sshPrivateKey: user.key.privateKey,
        k3s: "settle",
        ...given,
      },
      ports(),
    );
  const client = () => openHetzner({ token: "emulator", endpoint: hetzner.url }, ports());
  const theServer = async () => {
    const [server] = await client().list(servers, {}, ports().signal);
    if (server === undefined) throw new Error("there is no server");
    return server;
  };
  const relabel = async (labels: Readonly<Record<string, string>>): Promise<void> => {
    await client().update(servers, (await theServer()).id, { labels }, ports().signal);
  };
  /** With slipway's own client, inside the network where the tunnel ends. */
  const ask = async (kubeconfig: string): Promise<unknown> => {
    const command = { file: process.execPath, args: ["--conditions=source", askApi], stdin: kubeconfig };
    const { stdout, stderr } = await machines.cloud.processes.run(command);
    return stdout === "" ? stderr : JSON.parse(stdout);
  };

  beforeAll(async () => {
    machines = await RealMachines.start();
    user = await newUser(machines);
    hetzner = await startEmulator({ machines });
    root = join(machines.cloud.folder, "repository");
    mkdirSync(join(root, "manifests"), { recursive: true });
  });
  afterAll(async () => {
    await hetzner.close();
    await machines[Symbol.asyncDispose]();
  });

  it("is refused before anything is asked while no release is pinned", async () => {
    await expect(open()).rejects.toMatchObject({
      code: "SLW-K3S-HASH",
      hint: expect.stringContaining("slipway lock --k3s") as unknown,
    });
    const lock = mirrorReleases(machines.cloud, [version]);
    writeFileSync(join(root, "manifests/k3s.lock.yaml"), formatK3sLock(lock));
  });

  it("is refused while there are no servers, or the first contact with one is not over", async () => {
    await expect(open()).rejects.toMatchObject({
      code: "SLW-NOT-PROVISIONED",
      message: "Environment dev has no servers at Hetzner",
      hint: expect.stringContaining("slipway provision dev --mode apply") as unknown,
    });
    await timed("provision: created, booted, met", () =>
      provision(
        {
          environment,
          access: { token: "emulator", endpoint: hetzner.url },
          mode: "apply",
          allow: [],
          sshPrivateKey: user.key.privateKey,
          contact: "ssh",
        },
        { ...ports(), onPlan: () => {}, report: () => {} },
      ),
    );
    const { labels } = await theServer();
    const { [readyLabel]: _, ...before } = labels;
    await relabel(before);
    await expect(open()).rejects.toThrow("dev-server-1 was never logged in to: its first contact is not over");
    await relabel(labels);
  });

  it("has no kubeconfig to reach it by before k3s is installed, and reaching it changes nothing", async () => {
    await expect(open({ k3s: "leave" })).rejects.toMatchObject({
      code: "SLW-KUBECONFIG",
      hint: "slipway bootstrap dev installs k3s",
    });
  });

  it("gets k3s, and its API answers through the tunnel to the kubeconfig that was read", async () => {
    user.log.lines.length = 0;
    await using access = await timed("k3s installed, tunnel open", () => open());
    expect(user.log.lines.join("\n")).toMatch(/1 of 1: install k3s v1\.36\.2\+k3s1 on dev-server-1, a server/);
    expect(access.ownKubeconfig).toContain("server: https://127.0.0.1:6443");
    expect(access.kubeconfig).toMatch(/"server":"https:\/\/127\.0\.0\.1:\d+"/);
    expect(await ask(access.kubeconfig)).toMatchObject({
      status: 200,
      body: { items: [{ metadata: { name: "dev-server-1" } }] },
    });
    for (const secret of kubeconfigSecrets(access.ownKubeconfig)) {
      expect(user.log.lines.join("\n")).not.toContain(secret);
    }
  });

  it("is left alone by a second run, and the way ends with the run", async () => {
    user.log.lines.length = 0;
    const access = await timed("unchanged: observed, tunnel open", () => open());
    expect(user.log.lines.join("\n")).toContain("k3s v1.36.2+k3s1 is as declared; nothing to do");
    expect(user.log.lines.join("\n")).not.toContain("1 of 1");
    await access[Symbol.asyncDispose]();
    expect(await ask(access.kubeconfig)).toMatch(/ECONNREFUSED|did not answer|cannot be reached/i);
  });

  it("is reached as it is, and by the pinned host key only", async () => {
    await using access = await open({ k3s: "leave" });
    expect(await ask(access.kubeconfig)).toMatchObject({ status: 200 });
    const { labels } = await theServer();
    const other = await newHostKey(systemProcesses);
    await relabel({ ...labels, [hostKeyLabels.current]: labelOfHostKey(other.publicKey) });
    await expect(open()).rejects.toMatchObject({ code: "SLW-SSH-HOST-KEY" });
    await relabel(labels);
  });
});

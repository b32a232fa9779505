import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Emulator, startEmulator } from "hcloud-emulator";
import { expect, test } from "vitest";
import { checkOut } from "./github/checkout.ts";
import { runStep } from "./github/runner.ts";

const token = "secret-of-the-project";

const dev = `apiVersion: slipway.dev/v1alpha1
kind: Environment
metadata: { name: dev }
spec:
  server: { provider: hetzner, locations: [nbg1], types: [cx23, cx33] }
  kubernetes: { version: v1.36.2+k3s1 }
  argocd: { version: v3.6.1, bootstrap: bootstrap.yaml }
  budget: { monthlyEUR: 9 }
`;
const platform = {
  "manifests/environments/dev.yaml": dev,
  "bootstrap.yaml": `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: root, namespace: argocd }
spec:
  project: default
  source: { repoURL: https://github.com/acme/platform.git, path: apps, targetRevision: HEAD }
  destination: { server: https://kubernetes.default.svc, namespace: argocd }
`,
};

function sshKey(): string {
  const folder = mkdtempSync(join(tmpdir(), "slipway-key-"));
  const file = join(folder, "id_ed25519");
  const { status } = spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", file]);
  expect(status).toBe(0);
  const key = readFileSync(file, "utf8");
  rmSync(folder, { recursive: true });
  return key;
}

const cloudWith = (options: Parameters<typeof startEmulator>[0] = {}): Promise<Emulator> =>
  startEmulator({ speed: Infinity, tokens: { [token]: {} }, ...options });

function stepsIn(directory: string, cloud: Emulator) {
  const step = (action: string, inputs: Record<string, string>) =>
    runStep({
      action,
      inputs: { "hcloud-token": token, ...inputs },
      event: { name: "workflow_dispatch", payload: {}, sha: "0".repeat(40) },
      workspace: directory,
      apiUrl: "http://127.0.0.1:9",
      env: { HCLOUD_ENDPOINT: cloud.url },
    });
  const key = sshKey();
  return {
    provision: (inputs: Record<string, string> = {}) =>
      step("provision", { environment: "dev", contact: "none", "ssh-private-key": key, ...inputs }),
    teardown: (inputs: Record<string, string> = {}) => step("teardown", { environment: "dev", ...inputs }),
    key,
  };
}

test("a plan changes nothing, an apply makes it so, a second one finds nothing to do", async () => {
  using checkout = checkOut(platform, { "README.md": "What a job checks out." });
  const cloud = await cloudWith();
  const { provision, teardown, key } = stepsIn(checkout.directory, cloud);

  const planned = await provision();
  expect(planned).toMatchObject({ exitCode: 0, outputs: { changed: "true", "server-id": "" } });
  expect(planned.summary).toMatch(/server dev-server-1, cx23 in nbg1 \| \+5\.49/u);
  expect(cloud.requests.filter(({ method }) => method !== "GET")).toEqual([]);

  const applied = await provision({ mode: "apply" });
  expect(applied).toMatchObject({ exitCode: 0, outputs: { "server-ip": expect.stringMatching(/^203\.0\.113\./u) } });
  expect(applied.outputs["known-hosts"]).toMatch(/ ssh-ed25519 /u);
  expect(applied.outputs["known-hosts"]).toContain(applied.outputs["server-ip"]);

  cloud.requests.splice(0);
  const again = await provision({ mode: "apply" });
  expect(again.outputs).toMatchObject({ changed: "false", "server-id": applied.outputs["server-id"] });
  expect(cloud.requests.filter(({ method }) => method !== "GET")).toEqual([]);

  const kept = await teardown({ keep: "primary-ip" });
  expect(kept).toMatchObject({ exitCode: 0, outputs: { "monthly-cost": "0.50" } });
  const gone = await teardown({ keep: "nothing" });
  expect(gone).toMatchObject({ exitCode: 0, outputs: { left: "[]" } });
  expect(cloud.billing.open()).toEqual([]);

  const told = [planned, applied, again, kept, gone].map(({ log, summary }) => withoutMasks(log) + summary).join("");
  expect(told).not.toContain(token);
  expect(told).not.toContain(key.split("\n")[1]);
  await cloud.close();
});

test("a plan over the budget is shown and not carried out", async () => {
  using checkout = checkOut(platform, { "README.md": "What a job checks out." });
  const cloud = await cloudWith();
  const { provision } = stepsIn(checkout.directory, cloud);
  cloud.faults.add({ fault: "stock-out", serverType: "cx23", times: null });
  const expensive = { ...platform, "manifests/environments/dev.yaml": dev.replace("monthlyEUR: 9", "monthlyEUR: 5") };
  using poor = checkOut(expensive, { "README.md": "What a job checks out." });
  const refused = await stepsIn(poor.directory, cloud).provision({ mode: "apply" });
  expect(refused.exitCode).toBe(1);
  expect(refused.commands.findLast(({ name }) => name === "error")?.message).toMatch(/SLW-HETZNER-BUDGET/u);
  expect(cloud.billing.open()).toEqual([]);

  const second = await provision({ mode: "apply", "over-budget": "true" });
  expect(second.exitCode).toBe(0);
  expect(cloud.billing.open().map(({ type }) => type)).toContain("cx33");
  await cloud.close();
});

test("a sweep finds what belongs to nothing, fails, and deletes it when told", async () => {
  using checkout = checkOut(platform, { "README.md": "What a job checks out." });
  const cloud = await cloudWith();
  const { provision, teardown } = stepsIn(checkout.directory, cloud);
  expect((await provision({ mode: "apply" })).exitCode).toBe(0);
  expect(await teardown({ mode: "sweep" })).toMatchObject({ exitCode: 0, outputs: { left: "[]" } });

  using emptied = checkOut({ LICENSE: "The Environment is gone." }, { "README.md": "What a job checks out." });
  const sweeping = stepsIn(emptied.directory, cloud);
  const found = await sweeping.teardown({ mode: "sweep", environment: "" });
  expect(found.exitCode).toBe(1);
  expect(JSON.parse(found.outputs["left"] ?? "[]")).toContainEqual(
    expect.objectContaining({ kind: "server", name: "dev-server-1", monthly: "5.49" }),
  );
  expect(found.summary).toContain("orphan");

  expect(await sweeping.teardown({ mode: "sweep", environment: "", delete: "true" })).toMatchObject({ exitCode: 0 });
  expect(cloud.billing.open()).toEqual([]);
  await cloud.close();
});

test("a wrong token is told in one sentence", async () => {
  using checkout = checkOut(platform, { "README.md": "What a job checks out." });
  const cloud = await cloudWith({ tokens: { another: {} } });
  const { provision } = stepsIn(checkout.directory, cloud);
  const refused = await provision();
  expect(refused).toMatchObject({ exitCode: 1 });
  expect(refused.commands.findLast(({ name }) => name === "error")?.message).toMatch(/SLW-HETZNER-TOKEN/u);
  await cloud.close();
});

/** What the runner would hide is not in what it shows. */
const withoutMasks = (log: string): string =>
  log
    .split("\n")
    .filter((line) => !line.startsWith("::add-mask::"))
    .join("\n");

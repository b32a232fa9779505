import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { writeKubeconfig } from "../cluster/kubeconfig.ts";
import { SlipwayError } from "../model/error.ts";
import { type BootstrapCommandOptions, runBootstrap } from "./bootstrap-command.ts";
import type { Terminal } from "./terminal.ts";

const run = promisify(execFile);
/** Where the ingress of a local cluster answers, as in manifests/apps/payload-cms/overlays/local. */
const webPort = 8080;

const clusterOf = (environment: string): string => `slipway-${environment}`;

/** `slipway up`: a k3d cluster of this name, made where there is none, and bootstrapped like any other. */
export async function runUp(
  environment: string,
  options: BootstrapCommandOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  await requireTools();
  const cluster = clusterOf(environment);
  if (!(await clusters(signal)).includes(cluster)) {
    terminal.err(`making the k3d cluster ${cluster}\n`);
    const ports = ["--port", `${webPort}:80@loadbalancer`, "--kubeconfig-update-default=false"];
    await k3d(["cluster", "create", cluster, "--wait", ...ports], signal);
  }
  const folder = await mkdtemp(join(tmpdir(), "slipway-local-"));
  try {
    const kubeconfig = join(folder, "kubeconfig");
    await writeKubeconfig(kubeconfig, await k3d(["kubeconfig", "get", cluster], signal));
    return await runBootstrap(environment, { ...options, kubeconfig }, terminal, signal, webPort);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `slipway down`: the cluster that `slipway up` made, and nothing else. */
export async function runDown(environment: string, terminal: Terminal, signal: AbortSignal): Promise<number> {
  await requireTools();
  const cluster = clusterOf(environment);
  const isThere = (await clusters(signal)).includes(cluster);
  if (isThere) await k3d(["cluster", "delete", cluster], signal);
  terminal.out(isThere ? `${cluster} is gone\n` : `there is no cluster ${cluster}\n`);
  return 0;
}

async function requireTools(): Promise<void> {
  const tools = [
    ["docker", ["version", "--format", "{{.Server.Version}}"], "install Docker and start it"],
    ["k3d", ["version"], "install k3d from https://k3d.io"],
  ] as const;
  for (const [tool, args, hint] of tools) {
    await run(tool, args).catch((error: unknown) => {
      const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
      const what = missing ? `${tool} is not on the PATH` : `${tool} is there and does not answer`;
      throw new SlipwayError("SLW-LOCAL", `a local cluster needs Docker and k3d: ${what}`, {
        hint: `${hint}; or bring any cluster of your own: slipway bootstrap ENVIRONMENT --kubeconfig FILE`,
        cause: error,
      });
    });
  }
}

async function clusters(signal: AbortSignal): Promise<string[]> {
  const listed = await k3d(["cluster", "list", "--no-headers"], signal);
  return listed.split("\n").flatMap((line) => line.split(/\s+/, 1)[0] || []);
}

async function k3d(args: readonly string[], signal: AbortSignal): Promise<string> {
  try {
    return (await run("k3d", args, { signal })).stdout;
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new SlipwayError("SLW-LOCAL", `k3d ${args[0]} ${args[1]} failed: ${said.split("\n").at(-1)}`, {
      cause: error,
    });
  }
}

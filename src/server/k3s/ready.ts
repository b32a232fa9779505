import { z } from "zod";
import type { Clock, Log } from "../../model/ports.ts";
import { type Remote, type RemoteOptions, script } from "../ssh/remote.ts";
import { unhealthy } from "./health.ts";
import { k3sPaths } from "./paths.ts";

export interface ReadyPorts {
  /** The node's own machine. */
  remote: Remote;
  /** A server of the cluster, which knows its nodes. */
  server: Remote;
  clock: Clock;
  log: Log;
  signal?: AbortSignal;
  readyWithin?: number;
}

export interface AwaitedNode {
  name: string;
  service: string;
  version: string;
}

/** Milliseconds. */
const limits = { ready: 300_000, pause: 1_000, report: 10_000 };
/** A service that failed this often does not mend itself. */
const hopeless = 5;

/** Waits until the node is Ready at its version, saying for what; ends early when the service keeps failing. */
export async function waitForNode(ports: ReadyPorts, { name, service, version }: AwaitedNode): Promise<void> {
  const { remote, server, clock, log, signal, readyWithin = limits.ready } = ports;
  const options: RemoteOptions = { timeout: 30_000, ...(signal && { signal }) };
  const start = clock.now();
  const elapsed = (): string => `${((clock.now() - start) / 1000).toFixed(1)} s`;
  let told = { at: -Infinity, what: "" };
  let what = "";
  for (;;) {
    const state = await stateOf(remote, service, options);
    const unit = unitVerdict(state);
    what = unit ?? (await memberVerdict(server, name, version, options)) ?? "";
    if (what === "") break;
    if (state.restarts >= hopeless)
      throw await unhealthy(remote, name, service, `its service failed ${state.restarts} times`);
    if (clock.now() - start >= readyWithin)
      throw await unhealthy(remote, name, service, `after ${readyWithin / 1000} s still waiting for ${what}`);
    if (what !== told.what || clock.now() - told.at >= limits.report) {
      log.info(`${elapsed()}: ${name}: waiting for ${what}`);
      told = { at: clock.now(), what };
    }
    await clock.sleep(limits.pause, signal);
  }
  log.info(`${elapsed()}: ${name} is ready with ${version}`);
}

interface UnitState {
  active: string;
  restarts: number;
}

async function stateOf(remote: Remote, service: string, options: RemoteOptions): Promise<UnitState> {
  const show = `systemctl show -P ActiveState "$1"; systemctl show -P NRestarts "$1"`;
  const [active = "", restarts = ""] = (await remote.run(script(show, service), options)).split("\n");
  return { active, restarts: Number(restarts) };
}

const unitVerdict = ({ active }: UnitState): string | undefined =>
  active === "active" ? undefined : `its service, which is ${active}`;

const nodeSchema = z.object({
  status: z.object({
    conditions: z.array(z.object({ type: z.string(), status: z.string(), message: z.string().optional() })).default([]),
    nodeInfo: z.object({ kubeletVersion: z.string() }),
  }),
});

/** What the cluster still lacks to call the node ready. */
async function memberVerdict(
  server: Remote,
  name: string,
  version: string,
  options: RemoteOptions,
): Promise<string | undefined> {
  const asked = await server.attempt(
    [k3sPaths.binary, "kubectl", "get", "node", name, "-o", "json", "--request-timeout=10s"],
    options,
  );
  if (asked.code !== 0) return asked.stderr.includes("NotFound") ? "it to join" : "the API server to answer";
  const { conditions, nodeInfo } = nodeSchema.parse(JSON.parse(asked.stdout)).status;
  const ready = conditions.find(({ type }) => type === "Ready");
  if (ready?.status !== "True") return `it to be Ready${ready?.message ? ` (${ready.message})` : ""}`;
  return nodeInfo.kubeletVersion === version
    ? undefined
    : `version ${version}, while it runs ${nodeInfo.kubeletVersion}`;
}

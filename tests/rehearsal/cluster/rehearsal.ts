import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bootstrap } from "../../../src/bootstrap.ts";
import type { BootstrapOptions, BootstrapPorts, BootstrapResult } from "../../../src/bootstrap/options.ts";
import { changeLines } from "../../../src/cluster/waiting/text.ts";
import type { DriftReport } from "../../../src/cluster/status/drift.ts";
import type { Progress } from "../../../src/cluster/waiting/progress.ts";
import { status } from "../../../src/status.ts";
import { plain } from "../../../src/report/text/style.ts";
import { readFileSync } from "node:fs";
import { argocdSource } from "../../control-plane/binaries.ts";
import { type ArgoCd, argoNamespace, startArgoCd } from "../../control-plane/argocd.ts";
import { type ControlPlane, startControlPlane } from "../../control-plane/control-plane.ts";
import { until } from "../../control-plane/processes.ts";
import { startWorkloads, type Workloads } from "../../control-plane/workloads.ts";
import { type LoopbackServer, startServer } from "../../registries/loopback-server.ts";
import { openPlatform, type Platform } from "./platform.ts";

export { timed } from "../timed.ts";

/** A cluster that answers and has nothing in it, the platform's repository, and Argo CD's processes waiting to be installed. */
export interface Rehearsal extends AsyncDisposable {
  plane: ControlPlane;
  workloads: Workloads;
  platform: Platform;
  /** Once it has been installed. */
  argo(): Promise<ArgoCd>;
  folder: string;
  /** `slipway bootstrap rehearsal`. */
  run(options?: Partial<BootstrapOptions>, ports?: Partial<BootstrapPorts>): Promise<BootstrapResult>;
  /** `slipway status rehearsal`. */
  status(): Promise<DriftReport>;
  /** Lines of the last run's log. */
  lines: string[];
}

export async function openRehearsal(): Promise<Rehearsal> {
  await using closing = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), "slipway-rehearsal-"));
  closing.defer(() => rmSync(folder, { recursive: true, force: true }));
  const mirror = closing.use(await startMirror());
  const platform = closing.use(await openPlatform(folder));
  const plane = closing.use(await startControlPlane({ controllers: "present" }));
  const workloads = closing.use(await startWorkloads(plane));
  const stopped = new AbortController();
  const starting = startWhenInstalled(plane, stopped.signal);
  closing.defer(async () => {
    stopped.abort();
    const argo = await starting.catch(() => undefined);
    await argo?.[Symbol.asyncDispose]();
  });
  const lines: string[] = [];
  const kubeconfig = readFileSync(plane.kubeconfig, "utf8");
  const say = (message: string): void => void lines.push(message);
  const usual = {
    connect: async () => ({ kubeconfig, [Symbol.asyncDispose]: async () => undefined }),
    clock,
    log: { debug: say, info: say, warning: say },
    signal: new AbortController().signal,
    env: { PATH: process.env["PATH"], HOME: folder, XDG_CACHE_HOME: join(folder, "cache") },
  };
  const run: Rehearsal["run"] = async (options = {}, ports = {}) => {
    lines.length = 0;
    let last: Progress | undefined;
    return bootstrap(
      {
        root: platform.root,
        environment: "rehearsal",
        ifBusy: "leave",
        conflicts: "report",
        timeLimit: 240_000,
        patience: { none: 6_000, little: 8_000 },
        identity: "rehearsal",
        diagnosisFile: join(folder, "diagnosis.md"),
        argocdMirror: mirror.url,
        ...options,
      },
      {
        ...usual,
        randomPassword: () => "nobody knows",
        onSection: say,
        onProgress(progress, elapsed) {
          lines.push(...changeLines(last, progress, elapsed, plain));
          last = progress;
        },
        ...ports,
      },
    );
  };
  const kept = closing.move();
  return {
    plane,
    workloads,
    platform,
    argo: () => starting,
    folder,
    run,
    status: () => status({ root: platform.root, environment: "rehearsal" }, usual),
    lines,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

const clock = {
  now: () => Date.now(),
  sleep: async (milliseconds: number, signal?: AbortSignal) => sleep(milliseconds, undefined, signal ? { signal } : {}),
};

/** Argo CD's release manifests as GitHub serves them, of the version whose module is at hand. */
function startMirror(): Promise<LoopbackServer> {
  return startServer(({ path }, response) => {
    const file = /^\/v3\.6\.1\/(manifests\/(?:core-install|install|ha\/install)\.yaml)$/.exec(path)?.[1];
    if (file === undefined) return response.writeHead(404).end();
    response.end(readFileSync(join(argocdSource(), file)));
  });
}

/** The pods are kwok's and do nothing: the work is done by Argo CD's own programs, as soon as what they need is there. */
async function startWhenInstalled(plane: ControlPlane, signal: AbortSignal): Promise<ArgoCd> {
  const collection = `/apis/apps/v1/namespaces/${argoNamespace}/statefulsets`;
  const isInstalled = async (): Promise<boolean> => {
    signal.throwIfAborted();
    const answer = await plane.api.get(`${collection}/argocd-application-controller`).catch(() => undefined);
    return answer?.status === 200;
  };
  await until("installed Argo CD", isInstalled, { within: 3_600_000 });
  await sleep(500);
  return startArgoCd(plane, { installed: "already", controller: ["--self-heal-timeout-seconds=1"] });
}

import { SlipwayError } from "../model/error.ts";
import type { Clock, Log } from "../model/ports.ts";
import { readiness, reportSeparator } from "./cloud-init/readiness.ts";
import { paths } from "./paths.ts";
import type { Connection } from "./ssh/connection.ts";
import { type Remote, script } from "./ssh/remote.ts";

export interface WaitPorts {
  /** Logs in once; its errors are SLW-SSH-…. */
  connect: (signal?: AbortSignal) => Promise<Connection>;
  clock: Clock;
  log: Log;
  signal?: AbortSignal;
}

/** Milliseconds. */
export interface WaitLimits {
  /** Until the server is ready. */
  total: number;
  /** How long a wrong host key or a refused user key may still be the image's own, before cloud-init has put ours in place. */
  grace: number;
  /** Between two attempts. */
  pause: number;
  /** Longest silence. */
  report: number;
}

const waitLimits: WaitLimits = { total: 300_000, grace: 15_000, pause: 1_000, report: 10_000 };

const final = new Set<string>(["SLW-SSH-KEY", "SLW-SSH-IPV6"]);
const settling = new Set<string>(["SLW-SSH-HOST-KEY", "SLW-SSH-AUTH"]);

/** Waits until the first boot is done, and says what for; the connection it returns is the caller's to dispose of. */
export async function waitForServer(ports: WaitPorts, limits: Partial<WaitLimits> = {}): Promise<Connection> {
  const { clock, log, signal } = ports;
  const { total, grace, pause, report } = { ...waitLimits, ...limits };
  const start = clock.now();
  let what = "SSH to answer";
  let last: SlipwayError | undefined;
  let told = { at: -Infinity, what: "" };
  let refusedSince: number | undefined;
  let connection: Connection | undefined;
  const seconds = (): string => `${((clock.now() - start) / 1000).toFixed(1)} s`;
  try {
    while (clock.now() - start < total) {
      if (what !== told.what || clock.now() - told.at >= report) {
        log.info(`${seconds()}: waiting for ${what}${last ? ` (last: ${last.message})` : ""}`);
        told = { at: clock.now(), what };
      }
      try {
        connection ??= await ports.connect(signal);
        last = undefined;
        const state = readiness(
          await connection.run(script(bootReport), { timeout: 20_000, ...(signal && { signal }) }),
        );
        if (state.state === "failed") throw await bootFailed(connection, state.why);
        if (state.state === "ready") {
          for (const warning of state.warnings) log.warning(`first boot: ${warning}`);
          log.info(`${seconds()}: the server is ready`);
          const ready = connection;
          connection = undefined;
          return ready;
        }
        what = state.what;
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof SlipwayError) || !error.code.startsWith("SLW-SSH-") || final.has(error.code))
          throw error;
        refusedSince = settling.has(error.code) ? (refusedSince ?? clock.now()) : undefined;
        if (refusedSince !== undefined && clock.now() - refusedSince >= grace) throw error;
        last = error;
        what = connection ? "the connection to come back" : "SSH to answer";
        await connection?.[Symbol.asyncDispose]();
        connection = undefined;
      }
      await clock.sleep(pause, signal);
    }
    throw outOfTime(what, last, total);
  } finally {
    await connection?.[Symbol.asyncDispose]();
  }
}

/** cloud-init is asked first: what it calls done has left its file by then. */
const bootReport = `# how far the first boot is
status=$(cloud-init status --format json 2> /dev/null)
cat ${paths.instanceId} 2> /dev/null
echo ${reportSeparator}
cat ${paths.firstBoot} 2> /dev/null
echo ${reportSeparator}
printf '%s\\n' "$status"
exit 0`;

async function bootFailed(remote: Remote, why: string): Promise<SlipwayError> {
  const { stdout } = await remote.attempt(["tail", "-n", "15", "/var/log/cloud-init-output.log"], { timeout: 10_000 });
  const excerpt = stdout.trim() && `. The end of /var/log/cloud-init-output.log:\n${stdout.trim()}`;
  return new SlipwayError("SLW-SERVER-BOOT", `the server started, but ${why}${excerpt}`, {
    hint: "On the server: cloud-init status --long; journalctl -b -u cloud-final",
  });
}

function outOfTime(what: string, last: SlipwayError | undefined, total: number): SlipwayError {
  const error = last ? `; last: ${last.message}` : "";
  return new SlipwayError("SLW-SERVER-WAIT", `not ready after ${total / 1000} s: still waiting for ${what}${error}`, {
    hint:
      last?.hint ??
      "On the server's console: cloud-init status --long; systemctl --failed; tail /var/log/cloud-init-output.log",
    ...(last && { cause: last }),
  });
}

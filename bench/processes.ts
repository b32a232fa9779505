import { spawnSync } from "node:child_process";

/** One whole process and those it started, from spawn to exit, in milliseconds. */
export interface Timing {
  wall: number;
  /** User and system time of all of them. */
  cpu: number;
  stdout: string;
}

/** Bash's `time` knows what a process and its children cost; Node does not. */
const timed = 'TIMEFORMAT="%3U %3S"; time "$@"';

export function run(command: readonly string[], cwd: string, env: Record<string, string> = {}): Timing {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync("bash", ["-c", timed, "bench", ...command], {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const wall = performance.now() - start;
  const [, user, system] = /([\d.]+) ([\d.]+)\n$/.exec(stderr) ?? [];
  if (status !== 0 || user === undefined) throw new Error(`${command.join(" ")} failed:\n${stdout}${stderr}`);
  return { wall, cpu: 1000 * (Number(user) + Number(system)), stdout };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

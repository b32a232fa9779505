import type { CpuInfo } from "node:os";
import { median, type Timing } from "./processes.ts";
import type { SlipwayRun } from "./scenarios.ts";

export interface Measurement {
  what: string;
  slipway: readonly SlipwayRun[];
  /** Empty where the native tools are not to be had. */
  native: readonly Timing[];
}

export const tableHead = `| Applications | slipway | native | ratio | slipway, CPU | native, CPU | rendered | peak memory |
|---|--:|--:|--:|--:|--:|--:|--:|`;

/** Medians over the rounds; the ratio is slipway's wall time over the native tools'. */
export function row({ what, slipway, native }: Measurement): string {
  const of = (runs: readonly Timing[], key: "wall" | "cpu"): number => median(runs.map((one) => one[key]));
  const compared = native.length > 0;
  const cells = [
    what,
    seconds(of(slipway, "wall")),
    compared ? seconds(of(native, "wall")) : "",
    compared ? (of(slipway, "wall") / of(native, "wall")).toFixed(3) : "",
    seconds(of(slipway, "cpu")),
    compared ? seconds(of(native, "cpu")) : "",
    String(median(slipway.map(({ rendered }) => rendered))),
    `${Math.round(median(slipway.map(({ peakMemory }) => peakMemory)) / 1e6)} MB`,
  ];
  return `| ${cells.join(" | ")} |`;
}

export function machine(cores: readonly CpuInfo[], memory: number, node: string): string {
  return `${cores.length} × ${cores[0]?.model.trim() ?? "unknown"}, ${Math.round(memory / 1024 ** 3)} GiB, Node ${node}`;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

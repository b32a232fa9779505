/**
 * `npm run bench [-- --quick] [-- --sizes 1,31,200,1000 --rounds 5]`: whole runs of the built slipway (`npm run build` first) over
 * generated repositories, beside the native tools on the same files. Prints rows for docs/performance.md.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { nativePeers, type Peers, pipelineScript } from "./peers.ts";
import { run, type Timing } from "./processes.ts";
import { changeOne, writeRepository } from "./repository.ts";
import { scenarios, type SlipwayRun } from "./scenarios.ts";
import { machine, row, tableHead } from "./table.ts";

const { values: asked } = parseArgs({
  options: { quick: { type: "boolean" }, sizes: { type: "string" }, rounds: { type: "string" } },
});
const quick = asked.quick === true;
const sizes = numbers("sizes", asked.sizes ?? (quick ? "1,31" : "1,31,200,1000"));
/** More where a round is short, unless told. */
const roundsFor = (count: number): number =>
  numbers("rounds", asked.rounds ?? (quick ? "1" : count < 100 ? "5" : "3"))[0] ?? 1;

const work = mkdtempSync(join(tmpdir(), "slipway-bench-"));
try {
  const peers = nativePeers(work);
  console.log(`${machine(cpus(), totalmem(), process.version)}\n\n${tableHead}`);
  for (const count of sizes) measure(count, roundsFor(count), peers);
  measureOwn();
} finally {
  rmSync(work, { recursive: true, force: true });
}

function measure(count: number, rounds: number, peers: Peers | undefined): void {
  const folder = join(work, String(count));
  const root = join(folder, "repository");
  mkdirSync(root, { recursive: true });
  const applications = writeRepository(root, count);
  const script = join(folder, "native.sh");
  if (peers) writeFileSync(script, pipelineScript(applications, peers, availableParallelism()));
  const native = peers && ((): Timing => run(["bash", script], root, { HOME: folder }));
  const slipway = scenarios(root, folder);

  slipway.remember();
  const side = alternate(rounds, slipway.cold, native);
  const print = (what: string, runs: readonly SlipwayRun[]): void =>
    console.log(row({ what: `${count}, ${what}`, slipway: runs, native: side.native }));
  print("cold", side.slipway);
  print(
    "cold, base unchanged",
    repeat(rounds, () => slipway.coldAgainst("HEAD")),
  );
  print("warm", repeat(rounds, slipway.warm));
  print(
    "warm, base unchanged",
    repeat(rounds, () => slipway.warmAgainst("HEAD")),
  );
  changeOne(root, applications);
  print(
    "one changed, cold",
    repeat(rounds, () => slipway.coldAgainst("HEAD~1")),
  );
  print(
    "one changed, warm",
    repeat(rounds, () => slipway.warmAgainst("HEAD~1")),
  );
  rmSync(folder, { recursive: true });
}

/** This repository, from start to report. */
function measureOwn(): void {
  const slipway = scenarios(fileURLToPath(new URL("..", import.meta.url)), join(work, "own"));
  slipway.remember();
  const rounds = roundsFor(1);
  console.log(row({ what: "this repository, cold", slipway: repeat(rounds, slipway.cold), native: [] }));
  console.log(row({ what: "this repository, warm", slipway: repeat(rounds, slipway.warm), native: [] }));
}

function numbers(option: string, text: string): number[] {
  const found = text.split(",").map(Number);
  if (found.every((each) => Number.isSafeInteger(each) && each > 0)) return found;
  throw new TypeError(`--${option} takes whole numbers, such as 31 or 1,31`);
}

/** A B A B, so that a busy minute of the machine meets both sides. */
function alternate(
  rounds: number,
  slipway: () => SlipwayRun,
  native: (() => Timing) | undefined,
): { slipway: SlipwayRun[]; native: Timing[] } {
  const results = { slipway: [] as SlipwayRun[], native: [] as Timing[] };
  for (let round = 0; round < rounds; round++) {
    results.slipway.push(slipway());
    if (native) results.native.push(native());
  }
  return results;
}

function repeat<T>(rounds: number, make: () => T): T[] {
  return Array.from({ length: rounds }, make);
}

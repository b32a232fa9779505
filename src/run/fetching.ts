import { homedir } from "node:os";
import {
  type ChartLock,
  createSources,
  homeEnvironment,
  readLock,
  type SourceEnvironment,
  type Sources,
} from "../gitops/sources.ts";
import { SlipwayError } from "../model/error.ts";
import type { Tree } from "../tree/index.ts";
import type { RunOptions, RunPorts } from "./options.ts";

export const lockFile = "manifests/charts.lock.yaml";

/** The lock file of a tree; undefined where there is none. Throws SLW-CONFIG with every mistake and its line. */
export function lockOf(tree: Pick<Tree, "read">): ChartLock | undefined {
  const bytes = tree.read(lockFile);
  if (bytes === undefined) return undefined;
  const read = readLock(new TextDecoder().decode(bytes));
  if ("lock" in read) return read.lock;
  const problems = read.problems.map(({ line, column, message }) => `${lockFile}:${line}:${column} ${message}`);
  throw new SlipwayError("SLW-CONFIG", problems.join("\n"), { hint: "`slipway lock` writes the file anew." });
}

export type KeepingPorts = Pick<RunPorts, "sources" | "env">;

/** Where this run keeps what it fetches and finds. */
export const environmentOf = ({ sources, env }: KeepingPorts): SourceEnvironment =>
  sources ?? homeEnvironment(env, homedir());

/** What fetches charts and repositories from elsewhere in this run. */
export function openSources(tree: Tree, options: RunOptions, ports: RunPorts): Sources {
  const { toolCacheDir, archives, credentials } = environmentOf(ports);
  return createSources({
    lock: lockOf(tree),
    toolCacheDir,
    archives,
    credentials,
    offline: options.offline,
    env: ports.env,
    signal: ports.signal,
    onProgress: (event) => ports.onProgress?.({ kind: "source", event }),
  });
}

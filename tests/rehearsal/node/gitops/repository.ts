import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startChartRepository } from "../../../registries/chart-repository.ts";
import { git, startGitServer } from "../../../registries/git-server.ts";
import { network } from "../machine/network.ts";
import { standInCharts } from "./charts.ts";

/** This repository's own manifests on a Git server that the node can reach, and charts on another server. */
export interface StagedRepository extends AsyncDisposable {
  /** The working copy. */
  folder: string;
  url: string;
  /** Edits one file, commits and pushes; answers the commit. The text must be there, and once. */
  replace(file: string, from: string, to: string): string;
  /** Commits and pushes the opposite of the newest commit. */
  revert(): string;
}

const source = fileURLToPath(new URL("../../../../", import.meta.url));
const origin = "https://github.com/slipway-dev/slipway.git";
const chartHosts = /https:\/\/(prometheus-community|grafana-community|grafana|bitnami)\.github\.io/g;

/** `folder` is empty, and stays after the servers have ended. Nothing but addresses differs from the repository itself. */
export async function stageRepository(folder: string): Promise<StagedRepository> {
  const served = join(folder, "served");
  mkdirSync(served, { recursive: true });
  await using closing = new AsyncDisposableStack();
  const ownAddress = network.gateway;
  const gitServer = closing.use(await startGitServer(served, { ownAddress }));
  const charts = closing.use(await startChartRepository({ charts: standInCharts(), ownAddress }));
  const url = `${gitServer.url}/slipway.git`;

  const work = join(folder, "work");
  mkdirSync(work);
  for (const name of ["manifests", "slipway.yaml"]) cpSync(join(source, name), join(work, name), { recursive: true });
  for (const file of readdirSync(work, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".yaml"),
  )) {
    const text = readFileSync(join(work, file), "utf8");
    writeFileSync(join(work, file), text.replaceAll(origin, url).replaceAll(chartHosts, `${charts.url}/$1`));
  }
  git(work, "init", "--quiet", "--initial-branch", "main");
  git(served, "init", "--quiet", "--bare", "--initial-branch", "main", "slipway.git");
  git(work, "remote", "add", "origin", join(served, "slipway.git"));
  const publish = (): string => {
    git(work, "push", "--quiet", "origin", "main");
    return git(work, "rev-parse", "HEAD");
  };
  const commit = (message: string): string => {
    git(work, "add", "--all");
    git(work, "commit", "--quiet", "--message", message);
    return publish();
  };
  commit("the platform");
  const kept = closing.move();
  return {
    folder: work,
    url,
    replace(file, from, to) {
      const text = readFileSync(join(work, file), "utf8");
      if (text.split(from).length !== 2) throw new Error(`${file} does not hold this once: ${from}`);
      writeFileSync(join(work, file), text.replace(from, to));
      return commit(`${from} becomes ${to}`);
    },
    revert() {
      git(work, "revert", "--no-edit", "HEAD");
      return publish();
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

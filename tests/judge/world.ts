import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "../../src/model/resource.ts";
import { readConfiguration } from "../../src/run/configuration.ts";
import { openWorkingCopy } from "../../src/tree/index.ts";
import { chartArchive } from "../registries/chart-archive.ts";
import { startChartRepository } from "../registries/chart-repository.ts";
import { startGitServer } from "../registries/git-server.ts";
import { create } from "./argocd-cluster.ts";
import { nameOf } from "./argocd-objects.ts";
import { type ArgoCd, argoNamespace, buildArgoCd, startArgoCd } from "../control-plane/argocd.ts";
import { type ControlPlane, startControlPlane } from "../control-plane/control-plane.ts";
import { bootstrapOf, type Case, stageCases } from "./corpus.ts";
import { startForge } from "./forge.ts";

/** The real Argo CD with every repository of the corpus within its reach. */
export interface World extends AsyncDisposable {
  plane: ControlPlane;
  argo: ArgoCd;
  corpus: Case[];
  mistakes: Case[];
  /** What the API server said to those that it refused, by the object's name. */
  refused: ReadonlyMap<string, string>;
  /** For what runs fetch; gone with the world. */
  folder: string;
}

const here = import.meta.dirname;
const login = { username: "judge", password: "hunter2hunter2" };

export async function openWorld(): Promise<World> {
  buildArgoCd();
  await using closing = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), "slipway-parity-"));
  closing.defer(() => rmSync(folder, { recursive: true, force: true }));
  const repositories = join(folder, "git");
  mkdirSync(repositories);
  const git = closing.use(await startGitServer(repositories, { login }));
  const charts = closing.use(await startCharts());
  const samples = readConfiguration(await openWorkingCopy(join(here, "corpus", "application-sets"))).pullRequests;
  const forge = closing.use(await startForge(samples.map((one) => ({ ...one, headSha: one.headSha ?? "" }))));
  const addresses = { git: git.url, charts: charts.url, forge: forge.url };
  const corpus = stageCases(join(here, "corpus"), repositories, addresses);
  const mistakes = stageCases(join(here, "mistakes"), repositories, addresses);

  const plane = closing.use(await startControlPlane());
  const argo = closing.use(await startArgoCd(plane));
  await plane.api.post(`/api/v1/namespaces/${argoNamespace}/secrets`, repositoryLogin(git.url));
  const refused = new Map<string, string>();
  const objects = [...corpus, ...mistakes].flatMap(bootstrapOf);
  const twice = [...Map.groupBy(objects, identity).values()].find(({ length }) => length > 1);
  if (twice) throw new Error(`two cases have the same ${twice.map(identity).join(", ")}`);
  for (const object of objects) {
    const words = await create(plane.api, object);
    if (words !== undefined) refused.set(nameOf(object), words);
  }
  const kept = closing.move();
  return { plane, argo, corpus, mistakes, refused, folder, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

const identity = (object: JsonObject): string => `${String(object["kind"])} ${nameOf(object)}`;

function startCharts(): ReturnType<typeof startChartRepository> {
  const archive = chartArchive("published", "1.0.0", { "values-production.yaml": "replicas: 3\n" });
  return startChartRepository({ charts: [{ name: "published", version: "1.0.0", archive }] });
}

const repositoryLogin = (url: string): JsonObject => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "corpus", labels: { "argocd.argoproj.io/secret-type": "repo-creds" } },
  stringData: { type: "git", url, ...login },
});

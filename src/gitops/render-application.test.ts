import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEngines } from "../engine/index.ts";
import { mount, openRevision, openWorkingCopy, sameReads } from "../tree/index.ts";
import type { Engines, Tree } from "./contracts.ts";
import { renderRepository } from "./render.ts";
import type { RenderCache, StoredRendering } from "./render-application.ts";
import type { RenderedRepository } from "./rendered-repository.ts";
import { packArchive } from "./testing/archive.ts";
import { directEngines } from "./testing/engines.ts";
import { memoryTree } from "./testing/memory-tree.ts";
import { applicationYaml, configMapYaml, repositoryRequest, repoURL } from "./testing/repository.ts";

let engines: Engines;
const folder = mkdtempSync(join(tmpdir(), "slipway-render-"));
const pool = openEngines({ workers: 2 });
beforeAll(async () => {
  engines = await directEngines();
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

const files = {
  "argocd/a.yaml": applicationYaml("a", "apps/a"),
  "argocd/b.yaml": applicationYaml("b", "apps/b"),
  "argocd/r.yaml": applicationYaml("r", "apps/b", "    kustomize: {commonLabels: {rev: $ARGOCD_APP_REVISION_SHORT}}\n"),
  "apps/a/cm.yaml": configMapYaml("a"),
  "apps/b/kustomization.yaml": "resources: [cm.yaml]\n",
  "apps/b/cm.yaml": configMapYaml("b"),
};

/** As the real cache does it, in memory. */
function memoryCache(): RenderCache {
  const kept = new Map<string, StoredRendering>();
  return {
    lookup: (digest: string, tree: Tree) => {
      const found = kept.get(digest);
      return found !== undefined && sameReads(found.reads, tree) ? found : undefined;
    },
    store: (digest, rendering) => void kept.set(digest, rendering),
  };
}

const reused = ({ applications }: RenderedRepository): Record<string, boolean> =>
  Object.fromEntries(
    applications.filter(({ report }) => report.kind === "Application").map((one) => [one.report.name, one.reused]),
  );

describe("the cache between two renderings", () => {
  it("gives back what has not changed and renders the rest, with the same result as without it", async () => {
    const cache = memoryCache();
    const request = repositoryRequest(engines, { files });
    await renderRepository({ ...request, cache });
    const changed = {
      ...request,
      tree: memoryTree({ ...files, "apps/a/cm.yaml": configMapYaml("a", "changed"), "apps/b/new.yaml": "x: y\n" }),
    };
    const second = await renderRepository({ ...changed, cache });
    expect(reused(second)).toEqual({ a: false, b: true, r: true });
    const without = await renderRepository(changed);
    expect(second.applications.map(({ rendered }) => rendered)).toEqual(
      without.applications.map(({ rendered }) => rendered),
    );
  });

  it("renders anew where the commit is named and another one is checked", async () => {
    const cache = memoryCache();
    await renderRepository({ ...repositoryRequest(engines, { files }), cache });
    const next = repositoryRequest(engines, { files, options: { revision: "fedcba98765" } });
    expect(reused(await renderRepository({ ...next, cache }))).toEqual({ a: true, b: true, r: false });
  });

  it("renders anew when a fetched chart has other content", async () => {
    const cache = memoryCache();
    const chart = "apiVersion: v2\nname: web\nversion: 1.0.0\n";
    const stub: Engines = {
      ...engines,
      helm: async () => ({ yaml: "", resources: [], warnings: [], reads: { files: {}, listings: {} }, needs: [] }),
    };
    const application = applicationYaml("c", "", "    chart: web\n")
      .replace("path: ", "name: ")
      .replace("HEAD", "1.0.0")
      .replace(repoURL, "https://charts.example.com");
    const file = join(folder, "web.tgz");
    writeFileSync(file, packArchive({ "web/Chart.yaml": chart }));
    const withChart = (id: string): Promise<RenderedRepository> =>
      renderRepository({
        ...repositoryRequest(stub, {
          files: { "c.yaml": application, "x/Chart.yaml": chart },
          sources: { chart: async () => ({ file, id, version: "1.0.0" }) },
        }),
        cache,
      });
    expect(reused(await withChart("sha256:1"))).toEqual({ c: false });
    expect(reused(await withChart("sha256:1"))).toEqual({ c: true });
    expect(reused(await withChart("sha256:2"))).toEqual({ c: false });
  });
});

describe("rendering", () => {
  it("gives the same output whichever engine call ends first", async () => {
    const request = repositoryRequest(engines, { files });
    const slow: Engines = {
      ...engines,
      decode: async (texts) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return engines.decode(texts);
      },
    };
    const [one, other] = [await renderRepository(request), await renderRepository({ ...request, engines: slow })];
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
  });

  it("works on a folder on disk with the engines on their threads", async () => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, "repo", path)), { recursive: true });
      writeFileSync(join(folder, "repo", path), text);
    }
    const tree = await openWorkingCopy(join(folder, "repo"));
    const trees = { treeAt: async () => undefined, open: openRevision, mount };
    const real = await renderRepository({ ...repositoryRequest(pool, { files: {} }), tree, trees });
    const direct = await renderRepository(repositoryRequest(engines, { files }));
    expect(real.applications.map(({ rendered }) => rendered.resources)).toEqual(
      direct.applications.map(({ rendered }) => rendered.resources),
    );
    expect(real.applications.every(({ report }) => report.status === "rendered")).toBe(true);
  });
});

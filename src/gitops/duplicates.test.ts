import { beforeAll, describe, expect, it } from "vitest";
import type { Engines } from "./contracts.ts";
import { renderRepository } from "./render.ts";
import { directEngines } from "./testing/engines.ts";
import { applicationYaml, configMapYaml, repositoryRequest } from "./testing/repository.ts";

let engines: Engines;
beforeAll(async () => {
  engines = await directEngines();
});

const other = applicationYaml("web", "web").replace("path: web", "path: api");

async function duplicates(files: Record<string, string>): Promise<string[]> {
  const base = { "web/a.yaml": configMapYaml("a"), "api/a.yaml": configMapYaml("a") };
  const { applications, findings } = await renderRepository(
    repositoryRequest(engines, { files: { ...base, ...files } }),
  );
  return [...applications.flatMap(({ rendered }) => rendered.findings), ...findings].map(
    ({ rule, severity, at: [place], message }) =>
      `${place?.file}:${place?.line}:${place?.column} ${severity} ${rule} ${message}`,
  );
}

describe("Applications of one name in one namespace", () => {
  it("in one file: the later one wins", async () => {
    expect(await duplicates({ "apps.yaml": `${applicationYaml("web", "web")}---\n${other}` })).toEqual([
      "apps.yaml:17:9 warning gitops/duplicate-application Application web is declared more than once in this file; kubectl applies the one that comes last",
    ]);
  });

  it("under one parent: a resource that is defined twice", async () => {
    const files = { "root.yaml": applicationYaml("root", "apps"), "apps/a.yaml": applicationYaml("web", "web") };
    expect(await duplicates({ ...files, "apps/b.yaml": other })).toEqual([
      "apps/b.yaml:1:1 warning gitops/repeated-resource Application argocd/web is defined 2 times in this Application; Argo CD keeps the last one",
    ]);
  });

  it("under two Applications of one root: they overwrite each other", async () => {
    const files = {
      "root.yaml": applicationYaml("root", "apps"),
      "apps/a.yaml": applicationYaml("a", "from-a").replace("namespace: a}", "namespace: argocd}"),
      "apps/b.yaml": applicationYaml("b", "from-b").replace("namespace: b}", "namespace: argocd}"),
      "from-a/web.yaml": applicationYaml("web", "web"),
      "from-b/web.yaml": other,
    };
    expect(await duplicates(files)).toEqual([
      "from-b/web.yaml:4:3 warning gitops/duplicate-application Application web is created by a and b, and differently; the one that syncs last overwrites the other",
    ]);
  });

  it("in files that nothing brings together: perhaps one for each cluster", async () => {
    expect(await duplicates({ "dev/web.yaml": applicationYaml("web", "web"), "prod/web.yaml": other })).toEqual([]);
  });
});

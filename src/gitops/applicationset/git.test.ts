import { describe, expect, it } from "vitest";
import { git, go, run } from "../testing/run-generator.ts";
import { UnknownGenerator } from "./context.ts";

describe("the git generator", () => {
  it("makes one set of parameters per directory, hidden and excluded ones left out", async () => {
    const rules = [{ path: "apps/*" }, { path: "apps/old", exclude: true }, { path: ".hidden/*" }];
    expect(await run(git({ directories: rules }))).toEqual([
      {
        path: "apps/DB_Main",
        "path.basename": "DB_Main",
        "path.basenameNormalized": "db-main",
        "path[0]": "apps",
        "path[1]": "DB_Main",
      },
      {
        path: "apps/web",
        "path.basename": "web",
        "path.basenameNormalized": "web",
        "path[0]": "apps",
        "path[1]": "web",
      },
    ]);
  });

  it("nests the path under its prefix with goTemplate", async () => {
    const [first] = await run(git({ directories: [{ path: "apps/web" }], pathParamPrefix: "app" }), go);
    expect(first).toEqual({
      app: { path: { path: "apps/web", basename: "web", basenameNormalized: "web", segments: ["apps", "web"] } },
    });
  });

  it("reads files, flattens them in classic mode and prints numbers as Go does", async () => {
    const rules = [{ path: "config/**/*.yaml" }, { path: "config/us/skip.yaml", exclude: true }];
    expect(await run(git({ files: rules, values: { id: "{{cluster.name}}-{{path.filename}}" } }))).toEqual([
      {
        "cluster.name": "eu-dev",
        "cluster.size": "3",
        "zones.0": "a",
        "zones.1": "b",
        big: "1.234567e+06",
        path: "config/eu",
        "path.basename": "eu",
        "path.basenameNormalized": "eu",
        "path.filename": "dev.yaml",
        "path.filenameNormalized": "dev.yaml",
        "path[0]": "config",
        "path[1]": "eu",
        "values.id": "eu-dev-dev.yaml",
      },
    ]);
  });

  it("takes each item of a file that is a list", async () => {
    const found = await run(git({ files: [{ path: "config/us/dev.json" }] }), go);
    expect(found).toMatchObject([
      { cluster: { name: "us-1" }, path: { filename: "dev.json" } },
      { cluster: { name: "us-2" } },
    ]);
  });

  it("is unknown, not empty, when the repository cannot be had", async () => {
    const treeOf = async (): Promise<{ unavailable: string }> => ({ unavailable: "no network" });
    await expect(run(git({ directories: [{ path: "*" }] }), { treeOf })).rejects.toThrow(UnknownGenerator);
  });
});

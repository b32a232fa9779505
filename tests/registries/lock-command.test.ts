import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gzipSync } from "node:zlib";
import { chartArchive, tar } from "./chart-archive.ts";
import { startChartRepository } from "./chart-repository.ts";
import { startServer } from "./loopback-server.ts";
import { startOciRegistry } from "./oci-registry.ts";
import { scratchFolder } from "./scratch.ts";
import { slipway } from "./slipway.ts";

const application = (name: string, source: object): string =>
  JSON.stringify({
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Application",
    metadata: { name, namespace: "argocd" },
    spec: { project: "default", destination: { server: "https://kubernetes.default.svc", namespace: "x" }, source },
  });

describe("slipway lock", () => {
  it("pins charts, OCI artifacts and value files, moves only what is named, and needs no network afterwards", async () => {
    await using scratch = await scratchFolder();
    const files = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: plain}\n";
    await using registry = await startOciRegistry({
      artifacts: [
        {
          repository: "org/plain",
          tag: "1.0.0",
          archive: gzipSync(tar({ "dir/cm.yaml": files })),
          configType: "application/vnd.oci.empty.v1+json",
          layerType: "application/vnd.oci.image.layer.v1.tar+gzip",
        },
      ],
    });
    const archive = chartArchive("web", "1.0.0");
    await using charts = await startChartRepository({ charts: [{ name: "web", version: "1.0.0", archive }] });
    let replicas = 7;
    await using values = await startServer((_, response) => response.writeHead(200).end(`replicas: ${replicas}\n`));
    const apps = join(scratch.folder, "repository/apps");
    await mkdir(apps, { recursive: true });
    const chart = { repoURL: charts.url, chart: "web", targetRevision: "1.x" };
    const helm = { valueFiles: [`${values.url}/prod.yaml`] };
    await writeFile(join(apps, "chart.json"), application("chart", { ...chart, helm }));
    const plain = { repoURL: `oci://${registry.host}/org/plain`, path: "dir", targetRevision: "1.0.0" };
    await writeFile(join(apps, "plain.json"), application("plain", plain));

    const first = await slipway(scratch.folder, "lock");
    expect(first).toMatchObject({ status: 0, stderr: "" });
    expect(first.stdout.match(/^\+ /gm)).toHaveLength(3);
    const lockFile = join(scratch.folder, "repository/manifests/charts.lock.yaml");
    const locked = await readFile(lockFile, "utf8");
    replicas = 8;
    expect(await slipway(scratch.folder, "lock", "--update", "prod.yml")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("no source from elsewhere is called prod.yml\n  there are plain, prod.yaml, web"),
    });
    expect(await readFile(lockFile, "utf8")).toBe(locked);
    const moved = await slipway(scratch.folder, "lock", "--update", "prod.yaml");
    expect(moved.stdout.match(/^~ /gm)).toHaveLength(1);
    expect(moved.stdout).toMatch(/^~ .*\/prod\.yaml {2}sha256:.* → sha256:/m);
    const rendered = await slipway(scratch.folder, "render", "--offline");
    expect(rendered).toMatchObject({ status: 0, stdout: expect.stringContaining('replicas: "8"') });
    expect(rendered.stdout).toContain("name: plain");
  }, 120_000);
});

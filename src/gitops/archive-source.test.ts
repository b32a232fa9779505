import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Json } from "../model/resource.ts";
import type { Engines, Sources } from "./contracts.ts";
import type { RenderedApplication } from "./rendered-repository.ts";
import { packArchive, tarEntry, tarOf } from "./testing/archive.ts";
import { directEngines } from "./testing/engines.ts";
import { chartAt, field, oneApplication, resourceNames } from "./testing/one-application.ts";
import { configMapYaml } from "./testing/repository.ts";

let engines: Engines;
beforeAll(async () => {
  engines = await directEngines();
});
const folder = mkdtempSync(join(tmpdir(), "slipway-gitops-"));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
/** Renders an Application of this OCI artifact. */
async function artifact(
  bytes: Uint8Array,
  source: Record<string, Json>,
  contents: "files" | "chart" = "files",
): Promise<RenderedApplication> {
  const id = String((count += 1));
  const file = join(folder, id);
  writeFileSync(file, bytes);
  const chart: Sources["chart"] = async () => ({ file, id, version: "1.0.0", contents });
  const whole = { repoURL: "oci://r.example.com/org/manifests", targetRevision: "latest", ...source };
  return oneApplication(engines, { source: whole }, { files: {}, sources: { chart } });
}

describe("an OCI artifact", () => {
  it("of manifests is a directory, a kustomization or a chart, by what is at the path", async () => {
    const files = {
      "plain/cm.yaml": configMapYaml("plain"),
      "overlay/kustomization.yaml": "namePrefix: pre-\nresources: [../plain/cm.yaml]\n",
      ...chartAt("chart"),
      "chart/.argocd-source.yaml": "helm: {skipCrds: true}\n",
      "values/prod.yaml": "a: prod\n",
    };
    const packed = packArchive(files);
    const plain = await artifact(packed, { path: "plain" });
    expect(resourceNames(plain)).toEqual(["ConfigMap shop/plain"]);
    expect(plain.rendered.resources[0]?.origin).toEqual([
      { file: "app.json", line: 1, column: 1, via: "plain/cm.yaml of oci://r.example.com/org/manifests" },
    ]);
    const overlay = await artifact(packed, { path: "overlay", kustomize: { nameSuffix: "-x" } });
    expect(overlay.rendered.findings[0]?.message).toContain("plain/cm.yaml");
    const chart = await artifact(packed, { path: "chart", helm: { valueFiles: ["/values/prod.yaml"] } });
    expect(resourceNames(chart)).toEqual(["ConfigMap shop/app"]);
    expect(field(chart, "data.a")).toBe("prod");
  });

  it("of a plain tar without gzip is read too", async () => {
    const tar = tarOf(
      tarEntry("kustomization.yaml", "resources: [cm.yaml]\n"),
      tarEntry("cm.yaml", configMapYaml("x")),
    );
    expect(resourceNames(await artifact(tar, { path: "." }))).toEqual(["ConfigMap shop/x"]);
  });

  it("of a chart is that chart, its folder left off", async () => {
    const app = await artifact(packArchive(chartAt("web")), { path: ".", helm: { skipCrds: true } }, "chart");
    expect(resourceNames(app)).toEqual(["ConfigMap shop/app"]);
  });

  it.each([
    ["leads out", tarOf(tarEntry("../cm.yaml", configMapYaml("x"))), "render/refused", '"../cm.yaml" leads out of it'],
    [
      "links out",
      tarOf(tarEntry("cm.yaml", "", { flag: "2", target: "../../../etc/passwd" })),
      "render/refused",
      'the symbolic link "cm.yaml" leads out of it',
    ],
    ["is cut off", tarOf(tarEntry("x", "", { size: "77777777777" })), "render/refused", "it is cut off"],
    [
      "lacks the path",
      tarOf(tarEntry("x.yaml", "")),
      "render/failed",
      "The source path absent does not exist in oci://",
    ],
  ])("that %s is refused", async (_, tar, rule, message) => {
    const app = await artifact(tar, { path: "absent" });
    expect(app.rendered.findings).toMatchObject([{ rule, message: expect.stringContaining(message) }]);
  });

  it("that unpacks to more than a chart may is refused", async () => {
    const { gzipSync } = await import("node:zlib");
    const app = await artifact(gzipSync(Buffer.alloc(101 * 2 ** 20)), { path: "." });
    expect(app.rendered.findings).toMatchObject([
      { rule: "render/failed", message: expect.stringContaining("is not unpacked: ") },
    ]);
  });
});

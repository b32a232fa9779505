import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chartArchive, hexDigest } from "./chart-archive.ts";
import { startChartRepository } from "./chart-repository.ts";
import { registryProgram, robot, startDistributionRegistry } from "./distribution-registry.ts";
import { helm, helmProgram } from "./helm.ts";
import { observedSources, scratchFolder } from "./scratch.ts";

const program = registryProgram();
const helmPath = helmProgram();
const versions = ["1.0.0", "1.1.0", "1.2.0+build.5", "2.0.0-rc.1", "0.9.0"];
const modes = ["anonymous", "basic", "token"] as const;

async function push(helmCommand: string, folder: string, host: string, auth: (typeof modes)[number]): Promise<void> {
  const login = auth === "anonymous" ? [] : ["--username", robot.username, "--password", robot.password];
  for (const version of versions) {
    const file = join(folder, `web-${version}.tgz`);
    await writeFile(file, chartArchive("web", version));
    const pushed = await helm(helmCommand, folder, "push", file, `oci://${host}/org/charts`, "--plain-http", ...login);
    expect(pushed).toMatchObject({ code: 0 });
  }
}

describe.skipIf(!program || !helmPath)("a real OCI registry, filled by helm push", () => {
  it.each(modes)("gives the charts that helm pull gets (%s)", async (auth) => {
    await using scratch = await scratchFolder();
    await using registry = await startDistributionRegistry(program ?? "", scratch.folder, auth);
    const { host } = registry;
    await push(helmPath ?? "", scratch.folder, host, auth);
    const login = auth === "anonymous" ? [] : ["--username", robot.username, "--password", robot.password];
    const credentials = auth === "anonymous" ? [] : [{ url: `oci://${host}/org`, ...robot }];
    const { sources } = observedSources(join(scratch.folder, "cache"), { credentials });
    for (const [i, wanted] of ["", "1.1.0", "1.2.0+build.5", "^1.0", "<1.2", ">=1.0.0-0", "~0.9"].entries()) {
      const destination = join(scratch.folder, `pulled-${i}`);
      await mkdir(destination);
      const version = wanted === "" ? [] : ["--version", wanted];
      const reference = `oci://${host}/org/charts/web`;
      const pulled = await helm(
        helmPath ?? "",
        scratch.folder,
        "pull",
        reference,
        "--plain-http",
        "-d",
        destination,
        ...version,
        ...login,
      );
      expect(pulled).toMatchObject({ code: 0 });
      const [file = ""] = await readdir(destination);
      const found = await sources.chart({ repository: `oci://${host}/org/charts`, chart: "web", version: wanted });
      expect(found).toMatchObject({
        id: `sha256:${hexDigest(await readFile(join(destination, file)))}`,
        contents: "chart",
      });
      expect(file).toBe("version" in found ? `web-${found.version}.tgz` : "");
    }
  });

  it("says what is missing, in a repository and without credentials", async () => {
    await using scratch = await scratchFolder();
    await using registry = await startDistributionRegistry(program ?? "", scratch.folder, "token");
    const ref = { repository: `oci://${registry.host}/org/charts`, chart: "absent", version: "1.0.0" };
    const { sources } = observedSources(join(scratch.folder, "cache"));
    expect(await sources.chart(ref)).toMatchObject({
      unavailable: `no token for ${registry.host}/org/charts/absent: ${registry.tokens?.url}/token answered 401`,
      hint: "give its user name and password in SLIPWAY_REPOSITORY_CREDENTIALS",
    });
    const credentials = [{ url: registry.host, ...robot }];
    expect(await observedSources(join(scratch.folder, "cache"), { credentials }).sources.chart(ref)).toMatchObject({
      unavailable: `oci://${registry.host}/org/charts/absent has no version 1.0.0`,
    });
  });
});

describe.skipIf(!helmPath)("a chart repository indexed by helm repo index", () => {
  it("gives the charts that helm pull gets", async () => {
    await using scratch = await scratchFolder();
    const served = join(scratch.folder, "served");
    await mkdir(served);
    for (const version of versions) await writeFile(join(served, `web-${version}.tgz`), chartArchive("web", version));
    expect(await helm(helmPath ?? "", scratch.folder, "repo", "index", served)).toMatchObject({ code: 0 });
    const index = await readFile(join(served, "index.yaml"), "utf8");
    await using server = await startChartRepository({
      charts: versions.map((version) => ({ name: "web", version })),
      index,
    });
    const { sources } = observedSources(join(scratch.folder, "cache"));
    for (const [i, wanted] of [
      "",
      "1.1.0",
      "1.2.0+build.5",
      "1.2.0",
      "^1.0",
      "~0.9",
      ">=1.0.0-0",
      "0.9 - 1.1",
      "1",
    ].entries()) {
      const destination = join(scratch.folder, `pulled-${i}`);
      await mkdir(destination);
      const version = wanted === "" ? [] : ["--version", wanted];
      const pulled = await helm(
        helmPath ?? "",
        scratch.folder,
        "pull",
        "web",
        "--repo",
        server.url,
        "-d",
        destination,
        ...version,
      );
      expect(pulled).toMatchObject({ code: 0 });
      const [file = ""] = await readdir(destination);
      expect(await sources.chart({ repository: server.url, chart: "web", version: wanted })).toMatchObject({
        id: `sha256:${hexDigest(await readFile(join(destination, file)))}`,
      });
    }
    for (const wanted of ["^3", "newest", "1.2.0,"]) {
      const pulled = await helm(
        helmPath ?? "",
        scratch.folder,
        "pull",
        "web",
        "--repo",
        server.url,
        "--version",
        wanted,
      );
      expect(pulled.code).not.toBe(0);
      expect(await sources.chart({ repository: server.url, chart: "web", version: wanted })).toHaveProperty(
        "unavailable",
      );
    }
  });
});

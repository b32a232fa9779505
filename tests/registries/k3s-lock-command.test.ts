import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseK3sLock } from "../../src/server/k3s/lock-file.ts";
import { startServer } from "./loopback-server.ts";
import { scratchFolder } from "./scratch.ts";
import { slipway } from "./slipway.ts";

const version = "v1.36.2+k3s1";
const environment = (provider: string): string => `apiVersion: slipway.dev/v1alpha1
kind: Environment
metadata: { name: dev }
spec:
  server: ${provider}
  kubernetes: { version: ${version} }
  argocd: { version: v3.6.1, bootstrap: bootstrap.yaml }
`;
const hetzner = "{ provider: hetzner, locations: [nbg1], types: [cx23], image: debian-13 }";
const installer = "#!/bin/sh\n";
const [amd64, arm64] = ["a".repeat(64), "b".repeat(64)];
const published: Record<string, string> = {
  "/k3s/v1.36.2%2Bk3s1/install.sh": installer,
  "/k3s/v1.36.2%2Bk3s1/sha256sum-amd64.txt": `${amd64}  k3s\n`,
  "/k3s/v1.36.2%2Bk3s1/sha256sum-arm64.txt": `${arm64}  k3s-arm64\n`,
};

describe("slipway lock --k3s", () => {
  it("pins what Environments declare once, and asks nobody afterwards", async () => {
    await using scratch = await scratchFolder();
    await using releases = await startServer(({ path }, response) => {
      const content = published[path];
      response.writeHead(content === undefined ? 404 : 200).end(content);
    });
    const repository = join(scratch.folder, "repository");
    await mkdir(join(repository, "manifests/environments"), { recursive: true });
    const file = join(repository, "manifests/environments/dev.yaml");
    await writeFile(file, environment("{ provider: none }"));
    expect(await slipway(scratch.folder, "lock", "--k3s")).toEqual({
      status: 0,
      stdout: "no Environment has servers that slipway installs k3s on\n",
      stderr: "",
    });

    await writeFile(file, environment(hetzner));
    const offline = await slipway(scratch.folder, "lock", "--k3s", "--offline");
    expect(offline).toMatchObject({
      status: 3,
      stdout: `! k3s ${version}  not pinned, because --offline was given\nmanifests/k3s.lock.yaml was not written\n`,
    });
    const absent = await slipway(scratch.folder, "lock", "--k3s-mirror", `${releases.url}/elsewhere`);
    expect(absent).toMatchObject({
      status: 3,
      stdout: expect.stringContaining("install.sh answered 404\n") as unknown,
    });

    const pinned = await slipway(scratch.folder, "lock", "--k3s-mirror", `${releases.url}/k3s/`);
    expect(pinned).toMatchObject({ status: 0, stderr: "" });
    const hash = createHash("sha256").update(installer).digest("hex");
    expect(pinned.stdout).toBe(
      `+ k3s ${version}  amd64 ${amd64.slice(0, 12)}, arm64 ${arm64.slice(0, 12)}, installer ${hash.slice(0, 12)}\nwrote manifests/k3s.lock.yaml\n`,
    );
    const { releases: written } = parseK3sLock(await readFile(join(repository, "manifests/k3s.lock.yaml"), "utf8"));
    expect(written[version]?.installer).toEqual({
      url: `${releases.url}/k3s/v1.36.2%2Bk3s1/install.sh`,
      sha256: hash,
    });

    const asked = releases.seen.length;
    expect((await slipway(scratch.folder, "lock", "--k3s")).stdout).toBe(
      `  k3s ${version}\nmanifests/k3s.lock.yaml stays as it is\n`,
    );
    expect(releases.seen).toHaveLength(asked);
  });
});

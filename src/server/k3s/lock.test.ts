import { describe, expect, it } from "vitest";
import { k3sLockSchema, pinnedFiles, pinRelease, sha256 } from "./lock.ts";

const version = "v1.36.2+k3s1";
const [amd64, arm64] = ["a".repeat(64), "b".repeat(64)];
const installer = new TextEncoder().encode("#!/bin/sh\n");
const published: Record<string, string | Uint8Array> = {
  "https://raw.githubusercontent.com/k3s-io/k3s/v1.36.2%2Bk3s1/install.sh": installer,
  "https://github.com/k3s-io/k3s/releases/download/v1.36.2%2Bk3s1/sha256sum-amd64.txt": `${"c".repeat(64)}  k3s-airgap-images-amd64.tar\n${amd64}  k3s\n`,
  "https://github.com/k3s-io/k3s/releases/download/v1.36.2%2Bk3s1/sha256sum-arm64.txt": `${arm64} *k3s-arm64\n`,
};
const download = (url: string): Promise<Uint8Array> => Promise.resolve(Buffer.from(published[url] ?? "nothing there"));

describe("pinned releases", () => {
  it("are read once from the release: the installer by its content, the programs by the release's list", async () => {
    const release = await pinRelease(version, download);
    const lock = k3sLockSchema.parse({ releases: { [version]: release } });
    expect(pinnedFiles(lock, version, "amd64")).toEqual({
      installer: { url: expect.stringMatching(/install\.sh$/) as unknown, sha256: sha256(installer) },
      binary: { url: "https://github.com/k3s-io/k3s/releases/download/v1.36.2%2Bk3s1/k3s", sha256: amd64 },
    });
    expect(pinnedFiles(lock, version, "arm64").binary.sha256).toBe(arm64);
  });

  it("are not made up where the release has no hash", async () => {
    await expect(pinRelease("v1.36.3+k3s1", download)).rejects.toThrow("the release v1.36.3+k3s1 has no hash of k3s");
  });

  it("are the only ones that are installed", () => {
    expect(() => pinnedFiles({ releases: {} }, version, "amd64")).toThrow(/no hashes are pinned .* there are: none/);
    expect(
      k3sLockSchema.safeParse({
        releases: { [version]: { installer: { url: "https://x.example", sha256: "abc" }, binaries: {} } },
      }).success,
    ).toBe(false);
  });
});

import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { chartArchive, tar } from "../../../tests/registries/chart-archive.ts";
import { checkArchive, defaultArchiveLimits } from "./archive.ts";

const check = async (bytes: Uint8Array, limits = defaultArchiveLimits): Promise<void> =>
  checkArchive(bytes, "web 1.0.0", limits);

describe("checkArchive", () => {
  it("takes a chart's archive", async () => {
    await expect(check(chartArchive("web", "1.0.0"))).resolves.toBeUndefined();
  });

  it("recognises a web page, which a login or error page would be", async () => {
    await expect(check(Buffer.from("\n<!doctype html><p>Sign in"))).rejects.toThrow(
      "web 1.0.0 is not a gzipped archive: it is a web page",
    );
    await expect(check(Buffer.alloc(0))).rejects.toThrow("it is empty");
    await expect(check(Buffer.from("PK\u0003\u0004"))).rejects.toThrow("it does not start as gzip does");
  });

  it("finds an archive that is cut off or damaged", async () => {
    const archive = chartArchive("web", "1.0.0");
    await expect(check(archive.subarray(0, archive.length - 20))).rejects.toThrow("is damaged or cut off");
    const damaged = Buffer.from(archive);
    damaged.fill(0xff, 40, 60);
    await expect(check(damaged)).rejects.toThrow("is damaged or cut off");
  });

  it("stops unpacking a decompression bomb at the limit", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 2 ** 20));
    expect(bomb.length).toBeLessThan(100_000);
    await expect(check(bomb, { packed: 2 ** 20, unpacked: 8 * 2 ** 20 })).rejects.toThrow("unpacks to more than 8 MiB");
  });

  it("does not take any gzip for a tar", async () => {
    await expect(check(gzipSync("just text"))).rejects.toThrow("holds no tar archive");
    await expect(check(gzipSync(tar({ "a.txt": "x" }).fill(0x41, 0, 20)))).rejects.toThrow("holds no tar archive");
  });
});

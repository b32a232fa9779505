import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zstdDecompressSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { z } from "zod";
import { command } from "../machine/command.ts";
import { files } from "./layers.ts";
import { packImage } from "./oci.ts";

const work = mkdtempSync(join(tmpdir(), "slipway-oci-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const descriptor = z.object({ digest: z.string(), size: z.number() });
const sha256 = (bytes: Uint8Array): string => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

async function packed(name: string): Promise<string> {
  const layers = [
    files({ "/etc/greeting": { text: "hello\n", mode: 0o644 } }),
    files({ "/bin/sh": { link: "busybox" } }),
  ];
  const tars = layers.map((_, index) => join(work, `${name}-${index}.tar`));
  for (const [index, layer] of layers.entries()) await layer.make(tars[index] ?? "");
  await packImage(join(work, `${name}.tar`), tars, { Cmd: ["sh"], User: "1000" });
  const folder = mkdtempSync(join(work, name));
  await command("tar", ["--extract", "--file", join(work, `${name}.tar`), "--directory", folder]);
  return folder;
}

it("an image's blobs are what their digests say, from the index down to the layers", async () => {
  const folder = await packed("image");
  const blob = (digest: string): Buffer => readFileSync(join(folder, "blobs", "sha256", digest.replace("sha256:", "")));
  for (const name of readdirSync(join(folder, "blobs", "sha256"))) expect(sha256(blob(name))).toBe(`sha256:${name}`);

  const index = z.object({ manifests: z.tuple([descriptor]) });
  const [entry] = index.parse(JSON.parse(readFileSync(join(folder, "index.json"), "utf8"))).manifests;
  const manifest = z.object({ config: descriptor, layers: z.array(descriptor) });
  const { config, layers } = manifest.parse(JSON.parse(blob(entry.digest).toString()));
  expect(layers.map(({ digest }) => blob(digest).length)).toEqual(layers.map(({ size }) => size));
  expect(JSON.parse(blob(config.digest).toString())).toMatchObject({
    os: "linux",
    config: { Cmd: ["sh"], User: "1000" },
    rootfs: { diff_ids: layers.map(({ digest }) => sha256(zstdDecompressSync(blob(digest)))) },
  });
  const [lowest] = layers;
  writeFileSync(join(work, "lowest.tar"), zstdDecompressSync(blob(lowest?.digest ?? "")));
  expect(await command("tar", ["--extract", "--to-stdout", "--file", join(work, "lowest.tar"), "./etc/greeting"])).toBe(
    "hello\n",
  );
});

it("the same content gives the same image", async () => {
  const index = async (name: string): Promise<string> => readFileSync(join(await packed(name), "index.json"), "utf8");
  expect(await index("first")).toBe(await index("second"));
});

import { createHash } from "node:crypto";
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createZstdCompress } from "node:zlib";
import { command } from "../machine/command.ts";

/** The fields of an image's configuration that Kubernetes heeds, as the OCI image specification names them. */
export interface ImageConfig {
  Entrypoint?: readonly string[];
  Cmd?: readonly string[];
  Env?: readonly string[];
  User?: string;
  WorkingDir?: string;
  StopSignal?: string;
}

interface Descriptor {
  mediaType: string;
  digest: string;
  size: number;
}

const media = "application/vnd.oci.image";
const architectures: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };

/** Packs tar files, the lowest layer first, as an image in an OCI archive. The same input gives the same digests. */
export async function packImage(archive: string, layers: readonly string[], config: ImageConfig): Promise<void> {
  mkdirSync(dirname(archive), { recursive: true });
  const layout = mkdtempSync(`${archive}.`);
  try {
    const blobs = join(layout, "blobs", "sha256");
    mkdirSync(blobs, { recursive: true });
    const packed = [];
    for (const layer of layers) packed.push(await packLayer(blobs, layer));
    const platform = { architecture: architectures[process.arch] ?? process.arch, os: "linux" };
    const image = {
      ...platform,
      config,
      rootfs: { type: "layers", diff_ids: packed.map(({ unpacked }) => unpacked) },
    };
    const manifest = {
      schemaVersion: 2,
      mediaType: `${media}.manifest.v1+json`,
      config: writeBlob(blobs, `${media}.config.v1+json`, image),
      layers: packed.map(({ descriptor }) => descriptor),
    };
    const index = { schemaVersion: 2, manifests: [{ ...writeBlob(blobs, manifest.mediaType, manifest), platform }] };
    writeFileSync(join(layout, "index.json"), JSON.stringify(index));
    writeFileSync(join(layout, "oci-layout"), JSON.stringify({ imageLayoutVersion: "1.0.0" }));
    const partial = `${layout}.tar`;
    await command("tar", ["--create", "--file", partial, "--directory", layout, "."]);
    renameSync(partial, archive);
  } finally {
    rmSync(layout, { recursive: true, force: true });
  }
}

async function packLayer(blobs: string, tar: string): Promise<{ descriptor: Descriptor; unpacked: string }> {
  const plain = createHash("sha256");
  const compressed = createHash("sha256");
  const target = join(blobs, "layer");
  const compress = createZstdCompress();
  await pipeline(createReadStream(tar), observe(plain), compress, observe(compressed), createWriteStream(target));
  const digest = compressed.digest("hex");
  renameSync(target, join(blobs, digest));
  const { size } = statSync(join(blobs, digest));
  return {
    descriptor: { mediaType: `${media}.layer.v1.tar+zstd`, digest: `sha256:${digest}`, size },
    unpacked: `sha256:${plain.digest("hex")}`,
  };
}

const observe = (hash: ReturnType<typeof createHash>): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });

function writeBlob(blobs: string, mediaType: string, content: object): Descriptor {
  const bytes = Buffer.from(JSON.stringify(content));
  const digest = createHash("sha256").update(bytes).digest("hex");
  writeFileSync(join(blobs, digest), bytes);
  return { mediaType, digest: `sha256:${digest}`, size: bytes.length };
}

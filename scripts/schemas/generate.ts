/**
 * Writes packages/kubeconform-wasm/schemas from Go modules: `npm run schemas [-- --check]`. Needs Go; the same versions give the
 * same bytes. With --check nothing is written: what is committed must say the same. Packs are compared decompressed, because
 * zstd releases may compress the same bytes differently.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { zstdDecompressSync } from "node:zlib";
import { readCustom } from "./custom.ts";
import { moduleFolder } from "./go.ts";
import { readKubernetes } from "./kubernetes.ts";
import { notice } from "./notice.ts";
import { custom, kubernetes } from "./sources.ts";
import { writePack } from "./write-pack.ts";
import type { PackInput } from "./write-pack.ts";

const home = new URL("../../packages/kubeconform-wasm/schemas/", import.meta.url);
const check = process.argv.includes("--check");
const versions = kubernetes.map(({ version }) => version.slice(1));

mkdirSync(home, { recursive: true });
put(
  "kubernetes.zst",
  pack(
    versions,
    kubernetes.map((source) => readKubernetes(moduleFolder(source))),
  ),
);
put("custom.zst", pack([""], [readCustom(custom)]));
put("NOTICE", Buffer.from(notice()));

function pack(of: readonly string[], inputs: readonly PackInput[]): Buffer {
  const { bytes, lines } = writePack(of, inputs);
  const kinds = new Set(inputs.flatMap((input) => [...input.kinds.keys()])).size;
  console.log(`${kinds} kinds, ${lines} distinct definitions, ${bytes.length} bytes`);
  return bytes;
}

function put(file: string, bytes: Buffer): void {
  const path = new URL(file, home);
  if (!check) {
    writeFileSync(path, bytes);
    console.log(`${file}: written`);
    return;
  }
  const same = existsSync(path) && content(file, readFileSync(path)).equals(content(file, bytes));
  console.log(`${file}: ${same ? "reproduced" : "differs from what is committed; run npm run schemas"}`);
  if (!same) process.exitCode = 1;
}

function content(file: string, bytes: Buffer): Buffer {
  return file.endsWith(".zst") ? zstdDecompressSync(bytes) : bytes;
}

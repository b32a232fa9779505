import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { zstdDecompress } from "node:zlib";

/** More than any engine has, in bytes: in Node's default chunks of 16 KiB, decompression takes twice the time. */
const chunkSize = 64 * 1024 ** 2;

/**
 * Reads, decompresses and compiles an engine (`.wasm.zst`). Do this once: the Module can be posted to workers, which
 * share its machine code.
 */
export async function compileEngine(wasm: URL | string): Promise<WebAssembly.Module> {
  const bytes = await promisify(zstdDecompress)(await readFile(wasm), { chunkSize });
  return WebAssembly.compile(bytes);
}

import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { zstdDecompress } from "node:zlib";
import { contentSize } from "./zstd-frame.ts";

/**
 * Reads, decompresses and compiles an engine (`.wasm.zst`). Do this once: the Module can be posted to workers, which
 * share its machine code.
 */
export async function compileEngine(wasm: URL | string): Promise<WebAssembly.Module> {
  const compressed = await readFile(wasm);
  // In one chunk: in Node's default ones of 16 KiB decompression takes twice the time, and joining chunks takes the memory twice.
  const bytes = await promisify(zstdDecompress)(compressed, { chunkSize: contentSize(compressed) });
  return WebAssembly.compile(bytes);
}

/**
 * Builds the WebAssembly engines from Go: `npm run engines [-- --check] [NAME …]`.
 * With --check nothing is written: each engine is rebuilt and must equal the committed one byte for byte. The
 * comparison is made on the decompressed module, because zstd releases may compress the same bytes differently.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { snapshot, type WarmUp } from "../packages/go-wasm-host/src/snapshot.ts";

const goToolchain = "go1.27.1";
const packages = fileURLToPath(new URL("../packages", import.meta.url));

function run(command: string, args: string[], cwd: string, env: Record<string, string> = {}): string {
  const result = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (result.error) throw new Error(`${command} could not be started: ${result.error.message}`);
  if (result.status !== 0) throw new Error(`${command} ${args.join(" ")} failed in ${cwd}:\n${result.stderr}`);
  return result.stdout;
}

/** Go's own module, then started and warmed up as the package asks. */
async function buildEngine(name: string, into: string): Promise<Uint8Array> {
  const { warmUp }: { warmUp: WarmUp } = await import(join(packages, name, "src", "warm-up.ts"));
  return snapshot(buildWasm(name, into), warmUp);
}

function buildWasm(name: string, into: string): Buffer {
  const source = join(packages, name, "go");
  const output = join(into, `${name}.wasm`);
  const flags = ["-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-buildmode=c-shared"];
  const toolchain = { GOTOOLCHAIN: goToolchain, GOFLAGS: "" };
  const overlayScript = join(source, "overlay", "overlay.mjs");
  if (existsSync(overlayScript)) {
    const overlay = join(into, `${name}-overlay.json`);
    writeFileSync(overlay, run(process.execPath, [overlayScript], source, toolchain));
    flags.push(`-overlay=${overlay}`);
  }
  run("go", ["build", ...flags, "-o", output, "."], source, {
    ...toolchain,
    GOOS: "wasip1",
    GOARCH: "wasm",
    CGO_ENABLED: "0",
  });
  return readFileSync(output);
}

function compress(wasm: Uint8Array): Buffer {
  return zstdCompressSync(wasm, {
    params: { [constants.ZSTD_c_compressionLevel]: 19, [constants.ZSTD_c_contentSizeFlag]: 1 },
    pledgedSrcSize: wasm.length,
  });
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const megabytes = (bytes: Uint8Array): string => `${(bytes.length / 1e6).toFixed(1)} MB`;

const check = process.argv.includes("--check");
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const names = readdirSync(packages)
  .filter((name) => name.endsWith("-wasm") && existsSync(join(packages, name, "go", "go.mod")))
  .filter((name) => wanted.length === 0 || wanted.includes(name));
const scratch = mkdtempSync(join(tmpdir(), "slipway-engines-"));
let stale = 0;
try {
  for (const name of names) {
    const committed = join(packages, name, `${name}.wasm.zst`);
    const wasm = await buildEngine(name, scratch);
    if (check) {
      const current = existsSync(committed) ? sha256(zstdDecompressSync(readFileSync(committed))) : "absent";
      const same = current === sha256(wasm);
      if (!same) stale += 1;
      console.log(`${name}: ${same ? "reproduced" : `differs (committed ${current}, built ${sha256(wasm)})`}`);
    } else {
      const compressed = compress(wasm);
      writeFileSync(committed, compressed);
      console.log(`${name}: ${megabytes(wasm)}, ${megabytes(compressed)} compressed, sha256 ${sha256(wasm)}`);
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
if (check) console.log(`${names.length - stale} engines reproduced, ${stale} differ`);
process.exitCode = stale === 0 ? 0 : 1;

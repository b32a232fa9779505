/**
 * Builds what users run: `npm run build [-- --check]`. TypeScript → JavaScript (tsc) → one file per door (ncc), plus one copy
 * of each engine and of the bundled schemas. With --check, the committed dist/ must equal a fresh build byte for byte.
 */
import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
const buildDir = join(root, "build");
const host = "go-wasm-host";
const isEngine = (name: string): boolean => name.endsWith("-wasm");

const execute = promisify(execFile);

async function run(command: string, args: string[]): Promise<void> {
  await execute(join(root, "node_modules/.bin", command), args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
}

async function bundle({ entry, into }: { entry: string; into: string }): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "slipway-ncc-"));
  await run("ncc", ["build", entry, "--minify", "--no-cache", "--out", scratch, "--quiet"]);
  // ncc drops a package.json beside each output; one at the top of dist says the same for all.
  rmSync(join(scratch, "package.json"), { force: true });
  cpSync(scratch, into, { recursive: true });
  rmSync(scratch, { recursive: true, force: true });
}

/** As many at once as there are processors: minifying takes minutes. */
async function bundleAll(bundles: readonly { entry: string; into: string }[]): Promise<void> {
  const left = [...bundles];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await bundle(next);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

/** Bundles each workspace package for itself; the private host first, because the engines take it in. */
async function buildPackages(): Promise<void> {
  const names = readdirSync(join(root, "packages")).sort((a, b) => Number(isEngine(a)) - Number(isEngine(b)));
  for (const name of names) {
    const into = join(root, "packages", name, "dist");
    rmSync(into, { recursive: true, force: true });
    const built = join(buildDir, "packages", name, "src");
    await bundle({ entry: join(built, "index.js"), into });
    if (existsSync(join(built, "cli.js"))) await bundle({ entry: join(built, "cli.js"), into: join(into, "cli") });
    if (name !== host) writeTypes(name, into);
  }
}

/** Declarations beside the bundle; the private host's come along, as its code does. The WebAssembly namespace is lib.dom's. */
function writeTypes(name: string, into: string): void {
  const types = join(buildDir, "types", "packages");
  const sources: [string, string][] = isEngine(name)
    ? [
        [name, ""],
        [host, host],
      ]
    : [[name, ""]];
  for (const [source, folder] of sources) {
    for (const file of files(join(types, source, "src")).filter((path) => path.endsWith(".d.ts"))) {
      const path = join(folder, file);
      const up = "../".repeat(path.split("/").length - 1) || "./";
      const text = readFileSync(join(types, source, "src", file), "utf8")
        .replaceAll('"go-wasm-host"', `"${up}go-wasm-host/index.js"`)
        .replaceAll(/(from "\.[^"]*)\.ts"/g, '$1.js"');
      mkdirSync(join(into, path, ".."), { recursive: true });
      writeFileSync(join(into, path), text);
    }
  }
}

function doors(): { name: string; entry: string }[] {
  const actions = readdirSync(join(buildDir, "actions"))
    .filter((name) => existsSync(join(buildDir, "actions", name, "main.js")))
    .map((name) => ({ name, entry: join(buildDir, "actions", name, "main.js") }));
  return [
    ...actions,
    { name: "cli", entry: join(buildDir, "src", "cli.js") },
    { name: "worker", entry: join(buildDir, "src", "engine", "worker.js") },
  ];
}

async function buildDist(dist: string): Promise<void> {
  await bundleAll(doors().map(({ name, entry }) => ({ entry, into: join(dist, name) })));
  mkdirSync(join(dist, "engines"), { recursive: true });
  for (const name of readdirSync(join(root, "packages")).filter(isEngine)) {
    cpSync(join(root, "packages", name, `${name}.wasm.zst`), join(dist, "engines", `${name}.wasm.zst`));
  }
  cpSync(join(root, "packages", "kubeconform-wasm", "schemas"), join(dist, "schemas"), { recursive: true });
  writeFileSync(join(dist, "package.json"), `${JSON.stringify({ type: "module", private: true }, null, 2)}\n`);
}

function files(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(dir, file)).isFile())
    .sort();
}

function differences(committed: string, built: string): string[] {
  const names = new Set([...files(committed), ...files(built)]);
  const same = (name: string): boolean =>
    existsSync(join(committed, name)) &&
    existsSync(join(built, name)) &&
    readFileSync(join(committed, name)).equals(readFileSync(join(built, name)));
  return [...names].filter((name) => !same(name));
}

const check = process.argv.includes("--check");
const dist = check ? mkdtempSync(join(tmpdir(), "slipway-dist-")) : join(root, "dist");
rmSync(buildDir, { recursive: true, force: true });
if (!check) rmSync(dist, { recursive: true, force: true });
await run("tsc", ["--project", "tsconfig.build.json"]);
await run("tsc", [
  "--project",
  "tsconfig.build.json",
  "--declaration",
  "--emitDeclarationOnly",
  "--outDir",
  "build/types",
]);
await buildPackages();
await buildDist(dist);
if (check) {
  const stale = differences(join(root, "dist"), dist);
  for (const name of stale) console.log(`dist/${name} is not what the sources build`);
  console.log(stale.length === 0 ? "dist is current" : "Run `npm run build` and commit dist/.");
  process.exitCode = stale.length === 0 ? 0 : 1;
  rmSync(dist, { recursive: true, force: true });
} else {
  for (const file of files(dist)) {
    const kilobytes = (statSync(join(dist, file)).size / 1024).toFixed(0);
    console.log(`${relative(root, join(dist, file))} ${kilobytes} KiB`);
  }
  console.log(`built ${basename(dist)}/`);
}

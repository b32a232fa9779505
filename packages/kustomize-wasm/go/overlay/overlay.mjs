// Prints the overlay for `go build -overlay`. Go may not lay files over its module cache, so go.mod replaces kustomize's api
// module by a folder that does not exist, and the overlay fills that folder: with the module's own files, except those that
// run helm or git or use the network, and with a note taken of where each resource comes from. A change that no longer
// fits the module's version is an error.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const module = "sigs.k8s.io/kustomize/api@v0.21.2";
const go = join(import.meta.dirname, "..");
const folder = join(go, "kustomize-api");
const original = JSON.parse(
  execFileSync("go", ["mod", "download", "-json", module], { cwd: tmpdir(), encoding: "utf8" }),
).Dir;
const written = mkdtempSync(join(tmpdir(), "kustomize-overlay-"));

const own = (name) => join(import.meta.dirname, "_kustomize", name);

function patched(path, changes) {
  let text = readFileSync(join(original, path), "utf8");
  for (const [from, to] of changes) {
    if (text.split(from).length !== 2) throw new Error(`${path} does not have exactly one ${JSON.stringify(from)}`);
    text = text.replace(from, () => to);
  }
  const file = join(written, basename(path));
  writeFileSync(file, text);
  return file;
}

const changed = {
  "internal/builtins/HelmChartInflationGenerator.go": own("HelmChartInflationGenerator.go"),
  "internal/git/cloner.go": own("cloner.go"),
  "internal/loader/fileloader.go": patched("internal/loader/fileloader.go", [
    ['\t"net/http"\n', '\thttp "slipway.dev/kustomizewasm/refusal"\n'],
  ]),
  "internal/target/kusttarget.go": patched("internal/target/kusttarget.go", [
    ['\t"sigs.k8s.io/yaml"\n)', '\t"sigs.k8s.io/yaml"\n\t"slipway.dev/kustomizewasm/sources"\n)'],
    [
      "\tif kt.origin != nil {\n\t\toriginAnno, err",
      "\tsources.Note(kt.ldr.Root(), path, resources.Resources())\n\tif kt.origin != nil {\n\t\toriginAnno, err",
    ],
    [
      "\t\tif resMap != nil {\n\t\t\terr = resMap.AddOriginAnnotation",
      "\t\tif resMap != nil {\n\t\t\tsources.Note(kt.ldr.Root(), kt.kustFileName, resMap.Resources())\n\t\t\terr = resMap.AddOriginAnnotation",
    ],
  ]),
};

const Replace = {};
for (const entry of readdirSync(original, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || entry.name.endsWith("_test.go")) continue;
  const path = join(entry.parentPath, entry.name).slice(original.length + 1);
  Replace[join(folder, path)] = changed[path] ?? join(original, path);
}
console.log(JSON.stringify({ Replace }, undefined, 2));

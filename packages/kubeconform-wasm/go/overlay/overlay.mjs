// Prints the overlay for `go build -overlay`: kubeconform's own sources as a module in _upstream, a folder that only exists
// in the overlay, where files of _kubeconform replace, or join, those at the same path. So the engine has upstream's validator
// unchanged, without its network and open to schemas from the host.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const version = "v0.8.0";
const sum = "h1:loDYd3a3spjIFrauqW67CDKF55Oo9R6uvC8AvpVd4ug=";

const listed = execFileSync("go", ["mod", "download", "-json", `github.com/yannh/kubeconform@${version}`], {
  encoding: "utf8",
});
const upstream = JSON.parse(listed);
if (upstream.Sum !== sum) throw new Error(`kubeconform ${version} has checksum ${upstream.Sum}, expected ${sum}`);

const ours = join(import.meta.dirname, "_kubeconform");
const module = join(import.meta.dirname, "_upstream");
const replace = ["go.mod", ...sources(upstream.Dir)].map((path) => [join(module, path), join(upstream.Dir, path)]);
replace.push(...sources(ours).map((path) => [join(module, path), join(ours, path)]));
console.log(JSON.stringify({ Replace: Object.fromEntries(replace) }, null, 2));

function sources(folder) {
  const files = readdirSync(join(folder, "pkg"), { recursive: true });
  return files
    .filter((path) => path.endsWith(".go") && !path.endsWith("_test.go"))
    .sort()
    .map((path) => join("pkg", path));
}

import { posix } from "node:path";
import { checkYaml } from "../checks/yaml.ts";
import { matchesGlob } from "../gitops/glob.ts";
import type { Finding } from "../model/finding.ts";
import type { Tree } from "../tree/index.ts";

/** What is wrong with the YAML files as such. Templates of charts are not YAML until they are rendered. */
export function checkFiles(tree: Tree, ignore: readonly string[]): Finding[] {
  return [...tree.files()]
    .filter((file) => /\.ya?ml$/.test(file) && !isChartTemplate(file, tree))
    .filter((file) => !ignore.some((pattern) => matchesGlob(pattern, file)))
    .flatMap((file) => checkYaml(file, tree.read(file) ?? new Uint8Array()));
}

function isChartTemplate(file: string, tree: Tree): boolean {
  for (let folder = posix.dirname(file); folder !== "."; folder = posix.dirname(folder)) {
    if (
      posix.basename(folder) === "templates" &&
      tree.lookup(posix.join(posix.dirname(folder), "Chart.yaml")) !== undefined
    )
      return true;
  }
  return false;
}

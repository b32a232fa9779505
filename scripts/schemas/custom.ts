import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { loadAll } from "js-yaml";
import { crdSchemas } from "../../packages/kubeconform-wasm/src/schemas/crd.ts";
import type { CustomKind } from "../../packages/kubeconform-wasm/src/schemas/crd.ts";
import { shareSubtrees } from "../../packages/kubeconform-wasm/src/schemas/share.ts";
import { generatedCrds, moduleFolder } from "./go.ts";
import type { Source } from "./sources.ts";
import type { PackInput } from "./write-pack.ts";

/** The custom resources of all sources, with what they have in common stored once. */
export function readCustom(sources: readonly Source[]): PackInput {
  const kinds = sources.flatMap(kindsOf);
  const { roots, definitions } = shareSubtrees(kinds.map(({ schema }) => schema));
  const input: PackInput = { definitions, kinds: new Map() };
  kinds.forEach(({ apiVersion, kind, scope }, at) => {
    const key = `${apiVersion}/${kind}`;
    const definition = `${key}#`;
    definitions.set(definition, roots[at] ?? {});
    input.kinds.set(key, { apiVersion, kind, definition, scope: scope === "Cluster" ? "C" : "N" });
  });
  return input;
}

function kindsOf(source: Source): CustomKind[] {
  const kinds = source.crds
    ? source.crds.flatMap((path) => kindsIn(join(moduleFolder(source), path)))
    : generatedCrds(source, kindsIn);
  if (kinds.length === 0)
    throw new Error(`${source.name} ${source.version} has no CustomResourceDefinitions where they are expected`);
  return kinds;
}

function kindsIn(path: string): CustomKind[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: "utf8" })
        .sort()
        .map((file) => join(path, file))
    : [path];
  return files
    .filter((file) => /\.ya?ml$/.test(file))
    .flatMap((file) => loadAll(readFileSync(file, "utf8")).flatMap(crdSchemas));
}

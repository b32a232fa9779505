import { createGoTemplate } from "gotemplate-wasm";
import { createHelm } from "helm-wasm";
import { createKubeconform } from "kubeconform-wasm";
import { createKustomize } from "kustomize-wasm";
import type { Read } from "go-wasm-host";
import type { Reads } from "../../model/rendered.ts";
import { chartPath } from "../../tree/index.ts";
import type { Engines, Tree } from "../contracts.ts";
import { isObject } from "../json.ts";

/** The real engines without workers in between. */
export async function directEngines(): Promise<Engines> {
  const [kustomize, helm, kubeconform, goTemplate] = await Promise.all([
    createKustomize(),
    createHelm(),
    createKubeconform(),
    createGoTemplate(),
  ]);
  return {
    kustomize: async (tree, { path, options, loadRestrictor }) => {
      const result = kustomize.build({
        tree,
        path,
        ...(options && { options }),
        ...(loadRestrictor && { loadRestrictor }),
        locate: (ref) => {
          const file = chartPath(ref);
          return tree.read(file) === undefined ? undefined : file;
        },
        inflate: ({ chart, releaseName = "release", values, nameTemplate: _unused, ...request }) => {
          const { yaml, needs } = helm.template({ tree, chart, releaseName, values, ...request, textOnly: true });
          return needs[0] === undefined ? { yaml } : { missing: needs[0] };
        },
      });
      return { ...result, reads: asReads(tree, result.reads) };
    },
    helm: async (tree, request) => {
      const result = helm.template({ tree, ...request });
      return { ...result, reads: asReads(tree, result.reads) };
    },
    decode: async (texts) => kubeconform.decodeAll(texts),
    goTemplate: async (requests) =>
      goTemplate
        .renderAll(
          requests.map(({ template, data, missingKey }) => ({
            template,
            data: isObject(data) ? data : {},
            options: [`missingkey=${missingKey}`],
          })),
        )
        .map((answer) => ("error" in answer ? { error: answer.error.detail ?? answer.error.message } : answer)),
  };
}

function asReads(tree: Tree, reads: readonly Read[]): Reads {
  const out: Reads = { files: {}, listings: {} };
  for (const { op, path } of reads) {
    if (op === "list") out.listings[path] = tree.listingId(path) ?? null;
    else out.files[path] = tree.read(path) === undefined ? null : (tree.lookup(path)?.id ?? null);
  }
  return out;
}

import { createKustomize } from "kustomize-wasm";

const files = new Map([
  ["base/kustomization.yaml", "resources: [service.yaml]"],
  ["base/service.yaml", "{ apiVersion: v1, kind: Service, metadata: { name: web } }"],
  ["production/kustomization.yaml", "resources: [../base]\nnamePrefix: production-"],
]);
const read = (path: string) => (files.has(path) ? Buffer.from(files.get(path) ?? "") : undefined);

const kustomize = await createKustomize();
export const { yaml, resources, reads } = kustomize.build({
  tree: { read, list: () => undefined },
  path: "production",
});

import { existsSync } from "node:fs";

export const engineNames = ["kustomize", "helm", "kubeconform", "gotemplate", "apiserver"] as const;
export type EngineName = (typeof engineNames)[number];

/** Where the parts of the engine room are that are no code of this module. */
export interface Location {
  worker: URL;
  /** Node options that the worker needs. */
  execArgv: string[];
  /** The compressed WebAssembly module. */
  engine(name: EngineName): URL;
  /** The folder of the bundled Kubernetes schemas. */
  schemas: URL;
  /** The folders of all code that has a part in a result. */
  code: URL[];
}

// Kept in a variable, because a bundler takes `new URL("…", import.meta.url)` for an asset that it should copy.
const here = import.meta.url;

/**
 * In a bundle, `dist/<door>/index.js` has `dist/engines`, `dist/schemas` and `dist/worker/index.js` beside its folder; in the sources,
 * engines and schemas are in their packages.
 */
export function locate(from: string = here): Location {
  const engines = new URL("../engines/", from);
  if (existsSync(engines)) {
    return {
      worker: new URL("../worker/index.js", from),
      execArgv: [],
      engine: (name) => new URL(`${name}-wasm.wasm.zst`, engines),
      schemas: new URL("../schemas/", from),
      code: [new URL("./", from), new URL("../worker/", from)],
    };
  }
  const packages = new URL("../../packages/", from);
  return {
    worker: new URL("./worker.ts", from),
    execArgv: ["--conditions=source"],
    engine: (name) => new URL(`${name}-wasm/${name}-wasm.wasm.zst`, packages),
    schemas: new URL("kubeconform-wasm/schemas/", packages),
    code: [
      new URL("../", from),
      ...[...engineNames.map((name) => `${name}-wasm`), "go-wasm-host"].map(
        (name) => new URL(`${name}/src/`, packages),
      ),
    ],
  };
}

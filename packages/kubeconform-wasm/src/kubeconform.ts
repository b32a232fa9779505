import { compileEngine, createReactor } from "go-wasm-host";
import type { JsonObject } from "./json.ts";
import { answersOf } from "./locations/answers.ts";
import type { SchemaLocation } from "./locations/location.ts";
import type { ValidationResult } from "./results.ts";

// Kept in a variable, because a bundler takes `new URL("…", import.meta.url)` for an asset that it should copy.
const here = import.meta.url;

/** Where the package keeps its engine; the same from src/ and from dist/. */
const bundledEngine = new URL("../kubeconform-wasm.wasm.zst", here);

export interface ValidateOptions {
  /** "x.y.z", or "master" (the default) for the newest bundled version. */
  kubernetesVersion?: string;
  /** Unknown fields are invalid, duplicate keys an error. */
  strict?: boolean;
  /** Kinds, or apiVersion/Kind, that pass unseen. */
  skip?: readonly string[];
  /** Kinds, or apiVersion/Kind, that are errors. */
  reject?: readonly string[];
  /** A kind without a schema is skipped instead of being an error. */
  ignoreMissingSchemas?: boolean;
  /** Where to look for schemas, in this order (schemaLocations). */
  locations: readonly SchemaLocation[];
}

/** Either a YAML or JSON stream, or resources that are parsed already, which is several times faster. */
export type ValidateRequest = ValidateOptions & ({ manifests: string } | { resources: readonly JsonObject[] });

export interface DecodedDocument {
  manifest: JsonObject;
  /** Where the document's content starts, from 1. */
  line: number;
  /** The exact JSON, present only where JavaScript's numbers may not hold what the manifest says (integers beyond 2^53). */
  text?: string;
}

export interface DecodeError {
  rule: "syntax" | "duplicate-key" | "not-an-object";
  line: number;
  message: string;
}

export interface Decoded {
  documents: DecodedDocument[];
  errors: DecodeError[];
}

export interface Kubeconform {
  /** What `kubeconform` would say, resource by resource, in order. */
  validate(request: ValidateRequest): ValidationResult[];
  /**
   * Reads a stream of manifests as kubectl and Argo CD do (sigs.k8s.io/yaml): `0644` is 420, `yes` is true, dates are strings,
   * integers stay integers. A document with duplicate keys has an error and still a manifest, in which the last one wins.
   */
  decode(text: string): Decoded;
  decodeAll(texts: readonly string[]): Decoded[];
}

export const versionPattern = /^(?:master|\d+\.\d+\.\d+)$/;

/** One engine; calls run one after another. `module` saves compiling it again, and may be posted to workers. */
export async function createKubeconform(module?: WebAssembly.Module): Promise<Kubeconform> {
  const compiled = module ?? (await compileKubeconform());
  let asked: readonly SchemaLocation[] = [];
  const reactor = createReactor(compiled, { hostCalls: answersOf(() => asked) });
  const decodeAll = (texts: readonly string[]) => reactor.call<Decoded[]>("decode", { texts }).response;
  return {
    validate(request) {
      const { locations, kubernetesVersion = "master", ...rest } = request;
      if (!versionPattern.test(kubernetesVersion)) {
        throw new RangeError(
          `${kubernetesVersion} is not a valid version: give "master" or a full version such as "1.36.3"`,
        );
      }
      asked = locations;
      const sent = { ...rest, kubernetesVersion, locations: locations.map(({ id }) => id) };
      return reactor.call<{ results: ValidationResult[] }>("validate", sent).response.results;
    },
    decode: (text) => decodeAll([text])[0] ?? { documents: [], errors: [] },
    decodeAll,
  };
}

export function compileKubeconform(engine: URL | string = bundledEngine): Promise<WebAssembly.Module> {
  return compileEngine(engine);
}

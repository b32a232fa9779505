import type { FileTree } from "go-wasm-host";

/** One `--set`; `--set-string` with forceString. A comma in the value is part of it, `{a,b}` is a list. */
export interface Parameter {
  name: string;
  value: string;
  forceString?: boolean;
}

/** One `--set-file`: the value is the content of a file in the tree. */
export interface FileParameter {
  name: string;
  path: string;
}

/** What `helm template` is told on its command line. Paths are relative to the tree's root. */
export interface TemplateRequest {
  tree: FileTree;
  /** A directory or a packed chart (.tgz). */
  chart: string;
  releaseName: string;
  /** `default` unless told. */
  namespace?: string;
  /** Later files win. */
  valuesFiles?: readonly string[];
  /** YAML texts; each wins over all files and over the texts before it. */
  values?: readonly string[];
  parameters?: readonly Parameter[];
  fileParameters?: readonly FileParameter[];
  /** The version Helm was built for (1.37) unless told. */
  kubeVersion?: string;
  /** Added to the versions Helm always assumes. */
  apiVersions?: readonly string[];
  includeCrds?: boolean;
  skipHooks?: boolean;
  skipTests?: boolean;
  skipSchemaValidation?: boolean;
  /** Leaves `resources` empty, which saves most of the time for a chart full of custom resource definitions. */
  textOnly?: boolean;
  /** Packed charts in the tree for dependencies that an earlier call reported in `needs`; the key is `<chart>-<version>`. */
  dependencies?: Readonly<Record<string, string>>;
}

import { openSchemas, type Schemas, UnknownVersionError } from "kubeconform-wasm";
import { type Configuration, readConfiguration } from "./configuration.ts";
import { locate } from "../engine/index.ts";
import { SlipwayError } from "../model/error.ts";
import { type Base, describeCheckout, openRevision, openWorkingCopy, resolveBase, type Tree } from "../tree/index.ts";
import type { RunOptions, RunPorts } from "./options.ts";

/** Everything a run reads before it renders. */
export interface Workspace {
  root: string;
  head: Tree;
  base?: Base & { tree: Tree };
  configuration: Configuration;
  schemas: Schemas;
  /** The bundled Kubernetes version that stands for the declared one. */
  kubernetesVersion: string;
  /** By what names Applications may call this repository. */
  repositories: string[];
  /** Branches whose content is what is being checked. */
  branches: string[];
  /** The commit that is checked out; empty outside of Git. */
  revision: string;
}

export async function openWorkspace(options: RunOptions, { env }: Pick<RunPorts, "env">): Promise<Workspace> {
  const { root } = options;
  const opening = openWorkingCopy(root);
  const [head, checkout] = await Promise.all([opening, describeCheckout(root)]);
  const base = await openBase(options, checkout.defaultBranch, opening);
  const configuration = readConfiguration(head);
  const schemas = openSchemas(locate().schemas);
  const declared = options.kubernetesVersion ?? configuration.kubernetesVersion;
  return {
    root,
    head,
    ...(base && { base }),
    configuration,
    schemas,
    kubernetesVersion: bundledVersion(schemas, declared),
    repositories: [...checkout.remotes, ...configuration.repository, ...given(env["GITHUB_REPOSITORY"])],
    branches: [checkout.defaultBranch, env["GITHUB_BASE_REF"], options.base].flatMap(given),
    revision: checkout.commit ?? "",
  };
}

function given(value: string | undefined): string[] {
  return value === undefined || value === "" ? [] : [value];
}

/** An explicit base must be there; the default one is only a convenience. */
async function openBase(
  { root, base: asked }: RunOptions,
  defaultBranch: string | undefined,
  like: Promise<Tree>,
): Promise<Workspace["base"]> {
  const ref = asked ?? (defaultBranch === undefined ? undefined : `origin/${defaultBranch}`);
  if (ref === undefined) return undefined;
  try {
    const base = await resolveBase(root, ref);
    return { ...base, tree: await openRevision(root, base.commit, { like }) };
  } catch (error) {
    if (asked === undefined && error instanceof SlipwayError && error.code === "SLW-BASE") return undefined;
    throw error;
  }
}

function bundledVersion(schemas: Schemas, declared: string | undefined): string {
  const newest = schemas.versions.at(-1) ?? "";
  try {
    return schemas.version(declared ?? newest);
  } catch (error) {
    if (!(error instanceof UnknownVersionError)) throw error;
    throw new SlipwayError("SLW-CONFIG", error.message, {
      hint: "Give --kubernetes-version, or kubernetesVersion in slipway.yaml, one of these.",
      cause: error,
    });
  }
}

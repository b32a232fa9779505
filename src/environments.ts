import { openSchemas } from "kubeconform-wasm";
import { locate } from "./engine/index.ts";
import { type Catalogue, committedCatalogue } from "./environment/catalogue.ts";
import type { EnvironmentDocument } from "./environment/read.ts";
import type { Environment } from "./environment/schema.ts";
import { closest } from "./model/closest.ts";
import { SlipwayError } from "./model/error.ts";
import type { Finding } from "./model/finding.ts";
import { readConfiguration } from "./run/configuration.ts";
import { checkEnvironmentFiles, environmentsIn } from "./run/environments.ts";
import { heedIgnores, readComments } from "./run/settle/ignores.ts";
import { levelled } from "./run/settle/levels.ts";
import { openWorkingCopy } from "./tree/index.ts";

export interface CheckedEnvironments {
  documents: EnvironmentDocument[];
  /** What is wrong with them, at the levels that slipway.yaml gives, without what comments ignore. */
  findings: Finding[];
  catalogue: Catalogue;
}

/** The Environments of a folder with all that is wrong with them; nothing is rendered. */
export async function checkedEnvironments(root: string): Promise<CheckedEnvironments> {
  const tree = await openWorkingCopy(root);
  const configuration = readConfiguration(tree);
  const { ignore } = configuration;
  const documents = await environmentsIn(tree, ignore);
  const catalogue = committedCatalogue();
  const { versions: kubernetesVersions } = openSchemas(locate().schemas);
  const found = await checkEnvironmentFiles(documents, { tree, catalogue, kubernetesVersions });
  const files = new Set(documents.map(({ at: { file } }) => file));
  const theirs = { files: () => files, lookup: tree.lookup.bind(tree), read: tree.read.bind(tree) };
  const comments = readComments(theirs, ignore, (_kind, _id, make) => make());
  // What else comments ignore is not looked at here, so none is known to be useless.
  const { findings } = heedIgnores(levelled(found, configuration), comments, { complete: false, isOff: () => false });
  return { documents, findings, catalogue };
}

/** All Environments, or the one that is named. Throws SLW-USAGE where there is none. */
export function named(documents: readonly EnvironmentDocument[], name: string | undefined): EnvironmentDocument[] {
  if (documents.length === 0) {
    throw new SlipwayError("SLW-USAGE", "There is no Environment here", {
      hint: "They are looked for in folders called environments, such as manifests/environments/dev.yaml",
    });
  }
  const chosen = documents.filter((one) => name === undefined || one.name === name);
  if (chosen.length > 0) return chosen;
  const names = documents.map((one) => one.name);
  const near = closest(name ?? "", names);
  throw new SlipwayError("SLW-USAGE", `There is no Environment "${name ?? ""}"`, {
    hint: `${near === undefined ? "" : `Did you mean ${near}? `}There is: ${names.join(", ")}`,
  });
}

interface ValidEnvironment extends EnvironmentDocument {
  environment: Environment;
}

/** The same, where every field is right. Throws SLW-CONFIG with what is wrong. */
export function valid({ documents }: CheckedEnvironments, name: string | undefined): ValidEnvironment[] {
  return named(documents, name).map((document) => {
    const { environment, problems, at } = document;
    if (environment !== undefined) return { ...document, environment };
    const lines = problems
      .filter(({ severity }) => severity === "error")
      .map(({ message, hint, at: [place = at] }) => {
        return `${place.file}:${place.line}:${place.column} ${message}${hint === undefined ? "" : `\n    ${hint}`}`;
      });
    throw new SlipwayError("SLW-CONFIG", `Environment ${document.name} is not valid\n  ${lines.join("\n  ")}`, {
      hint: "docs/environments.md has every field, and schemas/environment.v1alpha1.json completes them in editors",
    });
  });
}

/** One Environment, which must be valid. */
export async function environmentNamed(root: string, name: string): Promise<Environment> {
  const [found] = valid(await checkedEnvironments(root), name);
  if (!found) throw new TypeError(`Environment ${name} was found and is missing`);
  return found.environment;
}

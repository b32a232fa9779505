import { openSchemas } from "kubeconform-wasm";
import { locate } from "./engine/index.ts";
import { type Catalogue, committedCatalogue } from "./environment/catalogue.ts";
import type { EnvironmentDocument } from "./environment/read.ts";
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

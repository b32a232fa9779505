import { withoutRepeated } from "../checks/apiserver.ts";
import type { Catalogue } from "../environment/catalogue.ts";
import type { EnvironmentDocument } from "../environment/read.ts";
import type { Engines } from "../engine/index.ts";
import type { Provenance } from "../gitops/provenance/provenance.ts";
import type { RenderedApplication } from "../gitops/rendered-repository.ts";
import type { Finding } from "../model/finding.ts";
import { type ApiserverVerdict, checkApiserver } from "./check-apiserver.ts";
import { checkFiles } from "./check-files.ts";
import { checkPlatform } from "./check-platform.ts";
import { checkEnvironmentFiles } from "./environments.ts";
import { checkSchemas } from "./check-schemas.ts";
import { keptPlaces } from "./kept-places.ts";
import { deployedApplications } from "./deployed.ts";
import type { Reach } from "./reach.ts";
import type { Results } from "./results.ts";
import type { Workspace } from "./workspace.ts";

export interface ChecksContext {
  workspace: Workspace;
  engines: Engines;
  results: Results;
  provenance: Provenance;
  reach: Reach;
  /** The base side, where there is one. */
  before: readonly RenderedApplication[] | undefined;
  /** Where schemas are looked up, in order. */
  locations: readonly string[];
  offline: boolean;
  environments: readonly EnvironmentDocument[];
  /** Prices and sizes of servers. */
  catalogue: Catalogue;
}

/** All that is wrong with the files, with each rendered resource, with the change, and with the platform as a whole. */
export async function runChecks(
  applications: readonly RenderedApplication[],
  {
    workspace,
    engines,
    results,
    provenance,
    reach,
    before,
    locations,
    offline,
    environments,
    catalogue,
  }: ChecksContext,
): Promise<{ findings: Finding[]; refused: ApiserverVerdict["refused"] }> {
  const { head: tree, kubernetesVersion } = workspace;
  const { ignore } = workspace.configuration;
  const deployed = deployedApplications(applications);
  const schemas = checkSchemas(applications, {
    tree,
    engines,
    kubernetesVersion,
    locations,
    offline,
    results,
    provenance,
  });
  const apiserver = checkApiserver(applications, { engines, results, provenance, tree, deployed, before });
  const { versions: kubernetesVersions } = workspace.schemas;
  // That a file is no YAML is told with the files.
  const readable = environments.filter(({ unreadable }) => !unreadable);
  const byEnvironment = checkEnvironmentFiles(readable, { tree, catalogue, kubernetesVersions });
  const [bySchema, byApiserver, ofEnvironments] = await Promise.all([schemas, apiserver, byEnvironment]);
  const findings = [
    ...checkFiles({ tree, ignore, reach, applications, remember: results.remember }),
    ...bySchema,
    ...withoutRepeated(byApiserver.findings, bySchema),
    ...ofEnvironments,
    ...checkPlatform(deployed, { place: keptPlaces(provenance, tree, results), kubernetesVersion, tree, environments }),
  ];
  return { findings, refused: byApiserver.refused };
}

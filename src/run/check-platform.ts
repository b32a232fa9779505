import { checkDeprecation } from "../checks/deprecation/check.ts";
import { checkFit } from "../checks/fit/check.ts";
import { checkQuotas } from "../checks/fit/quota.ts";
import type { DeployedApplication, PlatformCheck } from "../checks/platform.ts";
import { checkPolicy } from "../checks/policy/check.ts";
import { checkWiring } from "../checks/wiring/check.ts";
import type { EnvironmentDocument } from "../environment/read.ts";
import { ifReadable } from "../gitops/if-readable.ts";
import type { Finding } from "../model/finding.ts";
import type { Resource } from "../model/resource.ts";
import type { Tree } from "../tree/index.ts";
import { textIn } from "./environments.ts";
import type { Place } from "./kept-places.ts";

const platformChecks: readonly PlatformCheck[] = [checkWiring, checkDeprecation, checkPolicy, checkFit, checkQuotas];

export interface PlatformContext {
  place: Place;
  kubernetesVersion: string;
  tree: Tree;
  environments: readonly EnvironmentDocument[];
}

/** Asks every check that looks across resources and Applications. */
export function checkPlatform(
  deployed: readonly DeployedApplication[],
  { place, kubernetesVersion, tree, environments }: PlatformContext,
): Finding[] {
  const platform = {
    applications: deployed,
    kubernetesVersion,
    environments,
    read: (file: string) => ifReadable(() => textIn(tree, file)),
    place: ({ name }: DeployedApplication, resource: Resource, path: string) => place(name, resource, path),
  };
  return platformChecks.flatMap((check) => check(platform));
}

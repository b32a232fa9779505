import { checkDeprecation } from "../checks/deprecation/check.ts";
import { checkFit } from "../checks/fit/check.ts";
import type { DeployedApplication, PlatformCheck } from "../checks/platform.ts";
import { checkPolicy } from "../checks/policy/check.ts";
import { checkWiring } from "../checks/wiring/check.ts";
import { type Environment, environmentsIn } from "../environment/environment.ts";
import { matchesDoubleStar } from "../gitops/glob.ts";
import { ifReadable } from "../gitops/if-readable.ts";
import type { Finding } from "../model/finding.ts";
import type { Resource } from "../model/resource.ts";
import type { Tree } from "../tree/index.ts";
import type { Place } from "./kept-places.ts";

const platformChecks: readonly PlatformCheck[] = [checkWiring, checkDeprecation, checkPolicy, checkFit];

export interface PlatformContext {
  place: Place;
  kubernetesVersion: string;
  tree: Tree;
  /** Globs of files not to look at. */
  ignore: readonly string[];
}

/** Asks every check that looks across resources and Applications. */
export function checkPlatform(
  deployed: readonly DeployedApplication[],
  { place, kubernetesVersion, tree, ignore }: PlatformContext,
): Finding[] {
  const platform = {
    applications: deployed,
    kubernetesVersion,
    environments: readEnvironments(tree, ignore),
    read: (file: string) => ifReadable(() => textIn(tree, file)),
    place: ({ name }: DeployedApplication, resource: Resource, path: string) => place(name, resource, path),
  };
  return platformChecks.flatMap((check) => check(platform));
}

function readEnvironments(tree: Tree, ignore: readonly string[]): Environment[] {
  return [...tree.files()]
    .filter((file) => /(?:^|\/)environments\/[^/]+\.ya?ml$/.test(file))
    .filter((file) => !ignore.some((pattern) => matchesDoubleStar(pattern, file)))
    .flatMap((file) => environmentsIn(file, ifReadable(() => textIn(tree, file)) ?? ""));
}

function textIn(tree: Tree, file: string): string | undefined {
  const bytes = tree.read(file);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

import type { EnvironmentDocument } from "../environment/read.ts";
import type { Environment } from "../environment/schema.ts";
import { matchesDoubleStar } from "../gitops/glob.ts";
import { SlipwayError } from "../model/error.ts";
import { readConfiguration } from "../run/configuration.ts";
import { environmentsIn } from "../run/environments.ts";
import { type Platform, readPlatform } from "../cluster/platform/platform.ts";
import { openWorkingCopy, type Tree } from "../tree/index.ts";

export interface DeclaredPlatform {
  environment: Environment;
  platform: Platform;
  /** The file that the platform is declared in. */
  file: string;
}

/** What the repository declares for an Environment. Throws SLW-CONFIG that says what is wrong, and where. */
export async function readDeclared(root: string, name: string): Promise<DeclaredPlatform> {
  const tree: Tree = await openWorkingCopy(root);
  const { ignore } = readConfiguration(tree);
  const environment = chosen(await environmentsIn(tree, ignore), name);
  const file = environment.spec.argocd.bootstrap.replace(/^\.\//, "");
  const ignored = (path: string): boolean => ignore.some((pattern) => matchesDoubleStar(pattern, path));
  return { environment, platform: readPlatform(tree, file, ignored), file };
}

function chosen(documents: readonly EnvironmentDocument[], name: string): Environment {
  const found = documents.find((one) => one.name === name);
  if (found === undefined) {
    const names = documents.map((one) => one.name).join(", ");
    throw new SlipwayError("SLW-USAGE", `there is no Environment "${name}"`, {
      hint: names === "" ? "an Environment is a file in a folder called environments" : `there is ${names}`,
    });
  }
  const errors = found.problems.filter(({ severity }) => severity === "error");
  if (found.environment !== undefined && errors.length === 0) return found.environment;
  const lines = errors.map(({ at: [place], message }) => `${place?.file}:${place?.line}:${place?.column} ${message}`);
  throw new SlipwayError("SLW-CONFIG", `Environment ${name} is not valid:\n${lines.join("\n")}`);
}

import { type Application, sourcesOf } from "./application.ts";
import { applicationSetSchema, type Generator } from "./applicationset/schema.ts";
import type { Tree } from "./contracts.ts";
import type { Declared } from "./discover.ts";
import { ifReadable } from "./if-readable.ts";
import { thisRepository } from "./implicit.ts";
import { objectAt, stringAt } from "./json.ts";
import { parent } from "./layout.ts";
import { type DeclaredSource, type RepositoryIdentity, repositoryIdentity } from "./repository.ts";

/** Which URLs mean this repository, from what the caller knows and what is declared. */
export function identify(
  repositories: readonly string[],
  applications: readonly Application[],
  sets: readonly Declared[],
  tree: Tree,
): RepositoryIdentity {
  const declared = [...applications.flatMap((one) => sourcesOf(one.spec).map(declaredSource)), ...sets.flatMap(ofSet)];
  const exists = (path: string): boolean => ifReadable(() => tree.list(path === "." ? "" : path)) !== undefined;
  const found = repositoryIdentity(
    repositories,
    declared,
    (path) => !path.startsWith("..") && !path.startsWith("/") && exists(path),
  );
  return { isThis: (url) => url === thisRepository || found.isThis(url) };
}

function declaredSource({
  repoURL,
  path,
  chart,
}: {
  repoURL: string;
  path?: string | undefined;
  chart?: string | undefined;
}): DeclaredSource {
  return { repoURL, path: chart ? undefined : path };
}

function ofSet({ object }: Declared): DeclaredSource[] {
  const { spec } = applicationSetSchema.parse(object);
  const source = objectAt(spec.template, "spec", "source");
  const repoURL = stringAt(source, "repoURL");
  const own = repoURL === undefined ? [] : [{ repoURL, path: stringAt(source, "path") }];
  return [...own, ...spec.generators.flatMap(ofGenerator)].filter((one) => !one.repoURL.includes("{{"));
}

function ofGenerator({ git, matrix, merge }: Generator): DeclaredSource[] {
  const nested = [...(matrix?.generators ?? []), ...(merge?.generators ?? [])].flatMap(ofGenerator);
  const rules = [...(git?.directories ?? []), ...(git?.files ?? [])];
  const fixed = rules.map(({ path }) => parent(path.replace(/[*?[{].*$/, "x"))).find((path) => path !== "");
  return git === undefined ? nested : [{ repoURL: git.repoURL, path: fixed }, ...nested];
}

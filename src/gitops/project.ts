import type { ResourceId } from "../model/resource.ts";
import type { Cluster } from "./applicationset/context.ts";
import { matchesGlob, matchesPath } from "./glob.ts";
import { normalizeForProject } from "./repository.ts";
import type { ProjectSpec } from "./schema.ts";
import { groupOf } from "./scope.ts";

export interface Project {
  name: string;
  spec: ProjectSpec;
}

/** What Argo CD creates as `default` when it is installed: it allows everything. */
export const defaultProject: Project = {
  name: "default",
  spec: {
    sourceRepos: ["*"],
    destinations: [{ server: "*", namespace: "*" }],
    clusterResourceWhitelist: [{ group: "*", kind: "*" }],
  },
};

const isDenial = (pattern: string): boolean => pattern.startsWith("!");

function matches(pattern: string, value: string, separator: "" | "/" = ""): boolean {
  if (isDenial(pattern)) return !matchesGlob(pattern.slice(1), value, separator);
  return pattern === "*" || matchesGlob(pattern, value, separator);
}

/** One entry must match; an entry with `!` that does not match forbids. */
export function permitsSource(project: Project, repoURL: string): boolean {
  const wanted = normalizeForProject(repoURL);
  let permitted = false;
  for (const entry of project.spec.sourceRepos ?? []) {
    const pattern = isDenial(entry) ? `!${normalizeForProject(entry.slice(1))}` : normalizeForProject(entry);
    if (matches(pattern, wanted, "/")) permitted = true;
    else if (isDenial(pattern)) return false;
  }
  return permitted;
}

/** An undeclared cluster has a name or an address, and the other one is not known: then the project is believed to allow it. */
export function permitsDestination(project: Project, cluster: Cluster, namespace: string): boolean {
  const permits = (pattern: string, value: string): boolean =>
    value === "" ? pattern !== "" && !isDenial(pattern) : matches(pattern, value);
  const denies = (pattern: string, value: string): boolean =>
    value !== "" && isDenial(pattern) && !matches(pattern, value);
  let permitted = false;
  for (const entry of project.spec.destinations ?? []) {
    const { name = "", server = "", namespace: wanted = "" } = entry;
    const byName = permits(name, cluster.name);
    const byServer = permits(server, cluster.server);
    const byNamespace = matches(wanted, namespace);
    if ((byName || byServer) && byNamespace) permitted = true;
    else if (byNamespace && (denies(name, cluster.name) || denies(server, cluster.server))) return false;
    else if (!byNamespace && isDenial(wanted) && byServer) return false;
  }
  return permitted;
}

/** Namespaced kinds are allowed unless listed otherwise, cluster-scoped ones forbidden unless listed. */
export function permitsKind(project: Project, id: ResourceId, scope: "Namespaced" | "Cluster"): boolean {
  const { spec } = project;
  const listed = (list: readonly { group: string; kind: string; name?: string | undefined }[] | undefined): boolean =>
    (list ?? []).some(
      (item) =>
        matchesPath(item.kind, id.kind) &&
        matchesPath(item.group, groupOf(id.apiVersion)) &&
        (scope === "Namespaced" || !item.name || matchesPath(item.name, id.name)),
    );
  if (scope === "Cluster") return listed(spec.clusterResourceWhitelist) && !listed(spec.clusterResourceBlacklist);
  const allowed = spec.namespaceResourceWhitelist === undefined || listed(spec.namespaceResourceWhitelist);
  return allowed && !listed(spec.namespaceResourceBlacklist);
}

/** Argo CD's own namespace is always allowed; entries are globs, or regular expressions between slashes. */
export function permitsApplicationNamespace(project: Project, namespace: string, argoNamespace: string): boolean {
  if (namespace === "" || namespace === argoNamespace) return true;
  return (project.spec.sourceNamespaces ?? []).some((entry) => {
    const expression = /^\/(.+)\/$/.exec(entry)?.[1];
    return (expression !== undefined && matchesExpression(expression, namespace)) || matchesGlob(entry, namespace);
  });
}

/**
 * What goes beyond is not tried: JavaScript backtracks where Go does not, and an expression must not be able to stall a
 * check. A name has 63 characters, so three repetitions that are not nested take at most 63³ steps.
 */
const expressionLimit = 200;
const repetitionLimit = 3;

function matchesExpression(expression: string, text: string): boolean {
  const repetitions = expression.match(/[*+{]/g) ?? [];
  if (expression.length > expressionLimit || repetitions.length > repetitionLimit || /\)[*+{]/.test(expression))
    return false;
  try {
    return new RegExp(expression, "u").test(text);
  } catch {
    return false;
  }
}

/**
 * Which field of the project asks for signed commits of a Git repository: `sourceIntegrity`, or where that has nothing about Git
 * the older `signatureKeys`.
 */
export function signatureField({ spec }: Project, repoURL: string): "signatureKeys" | "sourceIntegrity" | undefined {
  const policies = spec.sourceIntegrity?.git?.policies;
  if (policies === undefined) return (spec.signatureKeys ?? []).length > 0 ? "signatureKeys" : undefined;
  const verified = policies.some(({ repos, gpg }) => {
    const urls = (repos ?? []).map(({ url = "" }) => url);
    const excluded = urls.some((url) => isDenial(url) && matchesGlob(url.slice(1), repoURL));
    const included = urls.some((url) => !isDenial(url) && matchesGlob(url, repoURL));
    return included && !excluded && gpg !== undefined && gpg.mode !== "none";
  });
  return verified ? "sourceIntegrity" : undefined;
}

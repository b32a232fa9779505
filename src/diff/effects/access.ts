import type { Effect } from "../../model/change.ts";
import type { JsonObject } from "../../model/resource.ts";
import { type Difference, type EffectFamily, listed } from "./difference.ts";
import { objectAt, objectsAt, textAt, textsAt } from "./json.ts";
import { gainedRights, type Right, rightsOf } from "./rights.ts";
import { groupKindOf } from "./surroundings.ts";

const rbac = "rbac.authorization.k8s.io";

/** Rights that RBAC or an AppProject gives beyond what they gave. */
export const access: EffectFamily = (difference) => {
  const { after } = difference;
  if (after === undefined) return [];
  const kind = groupKindOf(difference.id);
  if (kind === `${rbac}/Role` || kind === `${rbac}/ClusterRole`) return roleEffects(difference, after);
  if (kind === `${rbac}/RoleBinding` || kind === `${rbac}/ClusterRoleBinding`) return bindingEffects(difference, after);
  return kind === "argoproj.io/AppProject" ? projectEffects(difference, after) : [];
};

function roleEffects({ id, before }: Difference, after: JsonObject): Effect[] {
  const gained = gainedRights(before === undefined ? [] : rightsOf(before), rightsOf(after));
  const aggregated = newAggregations(before, after);
  if (gained.length === 0 && aggregated.length === 0) return [];
  const rights = gained.length === 0 ? [] : [`gains ${listed(wordsOf(gained))}`];
  const isGrave = gained.some((right) => opensAll(right) || (id.kind === "ClusterRole" && readsSecrets(right)));
  return [
    { kind: "widens-access", level: isGrave ? "danger" : "caution", message: [...rights, ...aggregated].join("; ") },
  ];
}

/** Rights from which one can take any other. */
function opensAll({ verb, resource }: Right): boolean {
  return (verb === "*" && resource.startsWith("*")) || verb === "escalate" || verb === "bind" || verb === "impersonate";
}

/** In every namespace at once, which gives the rights of whoever keeps a token in a Secret. */
function readsSecrets({ verb, resource, group, name }: Right): boolean {
  const isSecret =
    name === undefined && (group === "" || group === "*") && (resource === "secrets" || resource === "*");
  return isSecret && (verb === "*" || verb === "get" || verb === "list" || verb === "watch");
}

/** `get and list on secrets`, resource by resource. */
function wordsOf(rights: readonly Right[]): string[] {
  const byResource = Map.groupBy(rights, ({ resource, name }) => `${resource} ${name ?? ""}`.trim());
  return [...byResource].map(([what, some]) => {
    const verbs = [...new Set(some.map(({ verb }) => (verb === "*" ? "everything" : verb)))];
    const groups = [...new Set(some.flatMap(({ group }) => group ?? []))];
    const where = groups.includes("*") ? " of any group" : groupText(groups);
    return `${listed(verbs, 8)} on ${what === "*" ? "everything" : what}${where}`;
  });
}

/** A kind is in one group, so the core one is meant where it is among them. */
function groupText(groups: readonly string[]): string {
  return groups.length === 0 || groups.includes("") ? "" : ` in ${listed(groups)}`;
}

/** Rights that other roles take over: `aggregate-to-admin` gives them to everyone who has `admin`. */
function newAggregations(before: JsonObject | undefined, after: JsonObject): string[] {
  const prefix = `${rbac}/aggregate-to-`;
  const labels = (side: JsonObject | undefined): string[] =>
    Object.entries(objectAt(side, "metadata", "labels"))
      .filter(([key, value]) => key.startsWith(prefix) && value === "true")
      .map(([key]) => key.slice(prefix.length));
  const known = new Set(labels(before));
  const added = labels(after).filter((role) => !known.has(role));
  const selectors = (side: JsonObject | undefined): string[] =>
    objectsAt(side, "aggregationRule", "clusterRoleSelectors").map((one) => JSON.stringify(one));
  const taken = new Set(selectors(before));
  const takes = selectors(after).filter((selector) => !taken.has(selector));
  return [
    ...(added.length === 0 ? [] : [`adds its rights to everyone with ${listed(added)}`]),
    ...(takes.length === 0 ? [] : ["takes in the rights of more ClusterRoles"]),
  ];
}

const everyone = new Set([
  "system:unauthenticated",
  "system:authenticated",
  "system:serviceaccounts",
  "system:anonymous",
]);

function bindingEffects({ before }: Difference, after: JsonObject): Effect[] {
  const subjects = (side: JsonObject | undefined): string[] =>
    objectsAt(side, "subjects").map((one) => {
      const namespace = textAt(one, "namespace");
      return `${textAt(one, "kind") ?? "subject"} ${namespace === undefined ? "" : `${namespace}/`}${textAt(one, "name") ?? ""}`;
    });
  const roleOf = (side: JsonObject | undefined): string =>
    `${textAt(side, "roleRef", "kind") ?? "role"} ${textAt(side, "roleRef", "name") ?? ""}`;
  const role = roleOf(after);
  const known = new Set(before !== undefined && roleOf(before) === role ? subjects(before) : []);
  const added = subjects(after).filter((subject) => !known.has(subject));
  if (added.length === 0) return [];
  const isWide =
    role === "ClusterRole cluster-admin" || added.some((one) => everyone.has(one.slice(one.indexOf(" ") + 1)));
  return [
    { kind: "widens-access", level: isWide ? "danger" : "caution", message: `gives ${role} to ${listed(added)}` },
  ];
}

/** What the Applications of a project may deploy, and where. */
function projectEffects({ before }: Difference, after: JsonObject): Effect[] {
  if (before === undefined) return [];
  const gained = (label: string, list: (side: JsonObject) => string[]): string[] => {
    const known = new Set(list(before));
    const added = list(after).filter((item) => !known.has(item));
    return added.length === 0 ? [] : [`${label} ${listed(added)}`];
  };
  const kinds = (field: string) => (side: JsonObject) =>
    objectsAt(side, "spec", field).map((one) => [textAt(one, "group"), textAt(one, "kind")].filter(Boolean).join("/"));
  const parts = [
    ...gained("from", (side) => textsAt(side, "spec", "sourceRepos")),
    ...gained("to", (side) =>
      objectsAt(side, "spec", "destinations").map(
        (one) => `${textAt(one, "namespace") ?? "*"} on ${textAt(one, "server") ?? textAt(one, "name") ?? "*"}`,
      ),
    ),
    ...gained("cluster-wide", kinds("clusterResourceWhitelist")),
    ...gained("also", kinds("namespaceResourceWhitelist")),
  ];
  if (parts.length === 0) return [];
  return [{ kind: "widens-access", level: "caution", message: `lets its Applications deploy ${parts.join(", ")}` }];
}

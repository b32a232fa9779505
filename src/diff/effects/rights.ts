import type { JsonObject } from "../../model/resource.ts";
import { objectsAt, textsAt } from "./json.ts";

/** One verb on one resource, as a rule of a Role gives it; `*` stands for all. */
export interface Right {
  verb: string;
  /** `pods`, `pods/exec`, `*`, or a path such as `/metrics`. */
  resource: string;
  /** Absent for a path. */
  group?: string;
  /** The only object it is about. */
  name?: string;
}

/** A role whose lists multiply to more is cut: nobody reads, and the API server hardly serves, so many. */
const maxRights = 2000;

/** The rights that the rules of a role spell out. */
export function rightsOf(role: JsonObject): Right[] {
  const rights: Right[] = [];
  for (const rule of objectsAt(role, "rules")) {
    const names = textsAt(rule, "resourceNames");
    const groups = textsAt(rule, "apiGroups");
    for (const verb of textsAt(rule, "verbs")) {
      for (const resource of textsAt(rule, "nonResourceURLs")) rights.push({ verb, resource });
      for (const resource of textsAt(rule, "resources")) {
        for (const group of groups.length === 0 ? [""] : groups) {
          if (names.length === 0) rights.push({ verb, resource, group });
          for (const name of names) if (rights.push({ verb, resource, group, name }) > maxRights) return rights;
          if (rights.length > maxRights) return rights;
        }
      }
    }
  }
  return rights;
}

/** Rights of `after` that nothing in `before` covers, each once, without those that another gained one covers. */
export function gainedRights(before: readonly Right[], after: readonly Right[]): Right[] {
  const known = new Set(before.map(keyOf));
  const gained = new Map(
    after.filter((right) => ![...covering(right)].some((key) => known.has(key))).map((right) => [keyOf(right), right]),
  );
  return [...gained].flatMap(([own, right]) =>
    [...covering(right)].some((key) => key !== own && gained.has(key)) ? [] : [right],
  );
}

function keyOf({ verb, resource, group, name }: Right): string {
  return JSON.stringify([verb, resource, group ?? null, name ?? null]);
}

/** The keys of every right that covers this one, itself among them: looked up, because comparing all with all is slow. */
function* covering({ verb, resource, group, name }: Right): Generator<string> {
  for (const anyVerb of new Set([verb, "*"])) {
    if (group === undefined) {
      for (const path of coveringPaths(resource)) yield keyOf({ verb: anyVerb, resource: path });
      continue;
    }
    for (const anyResource of coveringResources(resource)) {
      for (const anyGroup of new Set([group, "*"])) {
        yield keyOf({ verb: anyVerb, resource: anyResource, group: anyGroup });
        if (name !== undefined) yield keyOf({ verb: anyVerb, resource: anyResource, group: anyGroup, name });
      }
    }
  }
}

// "*" is everything, "*/scale" one subresource of everything.
function coveringResources(resource: string): Set<string> {
  const slash = resource.indexOf("/");
  return new Set([resource, "*", ...(slash < 0 ? [] : [`*${resource.slice(slash)}`])]);
}

/** A path has no more characters than this. */
const maxPath = 200;

// "/api/*" is every path that begins so.
function coveringPaths(path: string): Set<string> {
  const prefixes = Array.from({ length: Math.min(path.length, maxPath) + 1 }, (_, end) => `${path.slice(0, end)}*`);
  return new Set([path, ...prefixes]);
}

import { objectAt, stringAt } from "../json.ts";
import type { Question } from "./question.ts";

/** Whether the target of a patch selects a resource by group, version, kind, name, namespace, labels and annotations. */
export function selects(target: unknown, names: readonly string[], { resource, manifest }: Question): boolean {
  const { apiVersion, kind } = resource.id;
  const slash = apiVersion.indexOf("/");
  const group = slash < 0 ? "" : apiVersion.slice(0, slash);
  const wanted = (field: string): string => stringAt(target, field) ?? "";
  const namespace = stringAt(manifest, "metadata", "namespace") ?? "";
  return (
    matches(wanted("group"), [group]) &&
    matches(wanted("version"), [apiVersion.slice(slash + 1)]) &&
    matches(wanted("kind"), [kind]) &&
    matches(wanted("name"), [...names, resource.id.name]) &&
    (namespace === "" || matches(wanted("namespace"), [namespace, "default"])) &&
    selectsBy(wanted("labelSelector"), objectAt(manifest, "metadata", "labels")) &&
    selectsBy(wanted("annotationSelector"), objectAt(manifest, "metadata", "annotations"))
  );
}

/**
 * Kustomize anchors the expression at both ends. Expressions come from strangers: those that could backtrack for long are taken to
 * match, which the rendered value then confirms or not.
 */
function matches(expression: string, names: readonly string[]): boolean {
  if (expression === "" || names.includes(expression)) return true;
  const quantifiers = expression.match(/[*+?{]/g)?.length ?? 0;
  if (!/[*+?{}|()[\].\\^$]/.test(expression)) return false;
  if (quantifiers > 2 || /\)[*+?{]/.test(expression) || expression.length > 200) return true;
  try {
    const pattern = new RegExp(`^(?:${expression})$`);
    return names.some((name) => pattern.test(name.slice(0, 300)));
  } catch {
    return true;
  }
}

/** Equality, existence and sets, as in `app=web,tier!=db,env in (a,b),!old`. */
function selectsBy(selector: string, values: Readonly<Record<string, unknown>> = {}): boolean {
  const terms = selector.match(/[^,(]+(?:\([^)]*\))?/g) ?? [];
  return terms.every((term) => {
    const text = term.trim();
    if (text === "") return true;
    const set = /^(\S+)\s+(in|notin)\s*\(([^)]*)\)$/.exec(text);
    if (set !== null) {
      const listed = (set[3] ?? "").split(",").some((one) => one.trim() === values[set[1] ?? ""]);
      return listed === (set[2] === "in");
    }
    const [key = "", value] = text.split(/!=|==?/).map((part) => part.trim());
    if (value === undefined)
      return text.startsWith("!") ? !Object.hasOwn(values, text.slice(1)) : Object.hasOwn(values, text);
    return (values[key] === value) !== text.includes("!=");
  });
}

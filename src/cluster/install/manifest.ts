import { parseAllDocuments } from "yaml";
import { isJson, isObject, objectAt, stringAt } from "../../gitops/json.ts";
import { SlipwayError } from "../../model/error.ts";
import type { JsonObject } from "../../model/resource.ts";

/** Kinds of an Argo CD installation that belong to no namespace. */
const clusterScoped = new Set(["Namespace", "CustomResourceDefinition", "ClusterRole", "ClusterRoleBinding"]);

/** The objects of a manifest file, each placed in the namespace where it is to be installed. */
export function installationOf(text: string, namespace: string): JsonObject[] {
  return placed(documentsOf(text), namespace);
}

/** Objects without a namespace are given one, and so are the accounts that a ClusterRoleBinding binds. */
export function placed(objects: readonly JsonObject[], namespace: string): JsonObject[] {
  return objects.map((object) => {
    if (stringAt(object, "kind") === "ClusterRoleBinding") return withSubjectsIn(object, namespace);
    if (clusterScoped.has(stringAt(object, "kind") ?? "")) return object;
    const metadata = objectAt(object, "metadata") ?? {};
    return { ...object, metadata: { ...metadata, namespace: metadata["namespace"] ?? namespace } };
  });
}

/** The release's bindings name the namespace argocd, wherever they are applied. */
function withSubjectsIn(binding: JsonObject, namespace: string): JsonObject {
  const subjects = binding["subjects"];
  if (!Array.isArray(subjects)) return binding;
  return {
    ...binding,
    subjects: subjects.map((one) =>
      isObject(one) && one["kind"] === "ServiceAccount" && one["namespace"] === "argocd" ? { ...one, namespace } : one,
    ),
  };
}

function documentsOf(text: string): JsonObject[] {
  const documents = parseAllDocuments(text, { logLevel: "silent" });
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document) => {
    const [problem] = document.errors;
    if (problem) throw new SlipwayError("SLW-CONFIG", `Argo CD's install manifest is not YAML: ${problem.message}`);
    const value: unknown = document.toJS();
    return isObject(value) && isJson(value) ? [value] : [];
  });
}

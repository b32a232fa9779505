import { stringAt } from "../../gitops/json.ts";
import type { JsonObject } from "../../model/resource.ts";
import type { Stage } from "./plan.ts";

export interface DeclaredInstallation {
  /** Argo CD's namespace. */
  namespace: string;
  /** The objects that make up Argo CD, placed and with their settings. */
  installation: readonly JsonObject[];
  /** The Secret by which Argo CD knows the repository. */
  repository?: JsonObject;
  projects: readonly JsonObject[];
  bootstrap: JsonObject;
}

/** Everything that bootstrap applies, in the order in which each needs the one before. */
export function stagesOf({ namespace, installation, repository, projects, bootstrap }: DeclaredInstallation): Stage[] {
  const isDefinition = (object: JsonObject): boolean => stringAt(object, "kind") === "CustomResourceDefinition";
  const isNamespace = (object: JsonObject): boolean =>
    stringAt(object, "kind") === "Namespace" && stringAt(object, "metadata", "name") === namespace;
  const own = installation.filter(isNamespace);
  return [
    {
      name: "Argo CD's namespace",
      why: "everything else lives in it",
      objects: own.length > 0 ? own : [namespaceObject(namespace)],
    },
    {
      name: "Argo CD's definitions",
      why: "Applications are of kinds that they define",
      objects: installation.filter(isDefinition),
    },
    // Before Argo CD starts, so that its first look at the repository succeeds.
    {
      name: "access to the repository",
      why: "Argo CD reads Git with it",
      objects: repository === undefined ? [] : [repository],
    },
    {
      name: "Argo CD",
      why: "it deploys everything else",
      objects: installation.filter((object) => !isDefinition(object) && !isNamespace(object)),
    },
    {
      name: "AppProjects",
      why: "an Application without its project is refused",
      objects: projects,
      whose: "unless-tracked",
    },
    {
      name: "the Application at the top",
      why: "it creates all the others",
      objects: [bootstrap],
      whose: "unless-tracked",
    },
  ];
}

const namespaceObject = (name: string): JsonObject => ({ apiVersion: "v1", kind: "Namespace", metadata: { name } });

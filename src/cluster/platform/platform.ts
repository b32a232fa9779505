import { discover } from "../../gitops/discover.ts";
import { objectAt, stableJson, stringAt } from "../../gitops/json.ts";
import { type Layout, readLayout } from "../../gitops/layout.ts";
import { SlipwayError } from "../../model/error.ts";
import type { JsonObject } from "../../model/resource.ts";
import type { Tree } from "../../tree/index.ts";

/** What a repository declares for one cluster. */
export interface Platform {
  /** The Application at the top. */
  bootstrap: JsonObject;
  root: string;
  /** Argo CD's namespace: that of the Application. */
  namespace: string;
  /** The repository that the Application reads, and at which revision. */
  repoURL: string;
  targetRevision: string;
  projects: JsonObject[];
}

/**
 * The Application of a file, and every AppProject beside it in the repository. A project that is declared twice, differently,
 * is left to Argo CD, which knows which one is meant. Throws SLW-CONFIG where the file declares no single Application.
 */
export function readPlatform(tree: Tree, file: string, ignored: (file: string) => boolean): Platform {
  const layout: Layout = readLayout(tree, ignored);
  const { applications, projects } = discover(tree, layout);
  const here = applications.filter((one) => one.file === file);
  const [bootstrap] = here;
  if (bootstrap === undefined || here.length > 1) {
    const found = bootstrap === undefined ? "no Application" : `${here.length} Applications`;
    throw new SlipwayError("SLW-CONFIG", `${file} declares ${found}, and bootstrap wants one`, {
      hint: "spec.argocd.bootstrap of the Environment names the file of the Application at the top",
    });
  }
  const { object } = bootstrap;
  const namespace = stringAt(object, "metadata", "namespace") ?? "argocd";
  const platform = {
    bootstrap: inNamespace(object, namespace),
    root: stringAt(object, "metadata", "name") ?? "",
    namespace,
    repoURL: stringAt(object, "spec", "source", "repoURL") ?? "",
    targetRevision: stringAt(object, "spec", "source", "targetRevision") ?? "HEAD",
  };
  const declared = projects.map((one) => inNamespace(one.object, namespace));
  const byName = Map.groupBy(declared, (project) => stringAt(project, "metadata", "name") ?? "");
  const single = [...byName.values()].filter((same) => new Set(same.map(stableJson)).size === 1);
  const own = stringAt(object, "spec", "project") ?? "default";
  if ((byName.get(own)?.length ?? 0) > 0 && !single.some(([one]) => stringAt(one, "metadata", "name") === own)) {
    throw new SlipwayError("SLW-CONFIG", `AppProject ${own} is declared twice, differently`, {
      hint: `${platform.root} needs it before anything else; declare it once`,
    });
  }
  return { ...platform, projects: single.flatMap(([one]) => (one === undefined ? [] : [one])) };
}

function inNamespace(object: JsonObject, namespace: string): JsonObject {
  const metadata = objectAt(object, "metadata") ?? {};
  return { ...object, metadata: { ...metadata, namespace: metadata["namespace"] ?? namespace } };
}

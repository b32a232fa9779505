import type { Declared, Discovered } from "./discover.ts";
import { stringAt } from "./json.ts";

/**
 * The namespace Argo CD runs in, as far as the files tell: AppProjects work nowhere else; Applications and
 * ApplicationSets mostly lie there too. OpenShift GitOps, for one, does not use `argocd`.
 */
export function argoNamespaceOf({ projects, applications, applicationSets }: Discovered): string {
  return mostUsed(projects) ?? mostUsed([...applications, ...applicationSets]) ?? "argocd";
}

/** The first of the most used ones; objects that leave it open say nothing. */
function mostUsed(objects: readonly Declared[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { object } of objects) {
    const namespace = stringAt(object, "metadata", "namespace");
    if (namespace) counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

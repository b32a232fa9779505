import { locate } from "../gitops/locate.ts";
import type { Provenance } from "../gitops/provenance/provenance.ts";
import type { RenderedApplication } from "../gitops/rendered-repository.ts";
import { type Resource, resourceKey, type SourceLocation } from "../model/resource.ts";
import type { Tree } from "../tree/index.ts";
import type { Results } from "./results.ts";
import { digestOf } from "./review-contexts.ts";

/** Where a field of a resource of the Application of that name was written. */
export type Place = (application: string, resource: Resource, path: string) => SourceLocation[];

/**
 * Places, found once per content: a place follows from the files that the rendering read, and from where the Application and all
 * that led to it were written. Finding one parses files, which a run over a known repository does not need to do again.
 */
export function keptPlaces(
  provenance: Provenance,
  tree: Tree,
  results: Pick<Results, "renderings" | "remember">,
): Place {
  const keys = new Map<RenderedApplication, string | undefined>();
  const make = (application: RenderedApplication): string | undefined => {
    const { report, rendering, rendered } = application;
    const request = rendering && results.renderings.requestOf(rendering);
    const parent = provenance.parentOf(application);
    const above = parent && keyOf(parent);
    if (request === undefined || (parent !== undefined && above === undefined)) return undefined;
    return digestOf([request, rendered.reads, report.file, tree.lookup(report.file)?.id, above]);
  };
  const keyOf = (application: RenderedApplication): string | undefined => {
    if (!keys.has(application)) {
      // A circle of parents leads to no key.
      keys.set(application, undefined);
      keys.set(application, make(application));
    }
    return keys.get(application);
  };
  return (name, resource, path) => {
    const application = provenance.application(name);
    if (application === undefined) return resource.origin;
    const find = (): SourceLocation[] => locate(resource, path, { provenance, application });
    const key = keyOf(application);
    return key === undefined ? find() : results.remember("place", `${key} ${resourceKey(resource.id)} ${path}`, find);
  };
}

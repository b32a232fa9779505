import type { Provenance } from "../gitops/provenance/provenance.ts";
import type { RenderedApplication } from "../gitops/rendered-repository.ts";
import type { Tree } from "../tree/index.ts";
import type { Results } from "./results.ts";
import { digestOf } from "./review-contexts.ts";

/**
 * A key for what follows from the files that an Application's rendering read, and from where the Application and all that led to it
 * were written; undefined where that cannot be told.
 */
export type ApplicationKey = (application: RenderedApplication) => string | undefined;

export function applicationKeys(
  provenance: Provenance,
  tree: Tree,
  results: Pick<Results, "renderings">,
): ApplicationKey {
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
  return keyOf;
}

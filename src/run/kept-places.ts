import { locate } from "../gitops/locate.ts";
import type { Provenance } from "../gitops/provenance/provenance.ts";
import { type Resource, resourceKey, type SourceLocation } from "../model/resource.ts";
import type { ApplicationKey } from "./application-keys.ts";
import type { Results } from "./results.ts";

/** Where a field of a resource of the Application of that name was written. */
export type Place = (application: string, resource: Resource, path: string) => SourceLocation[];

/** Places, found once per content. Finding one parses files, which a run over a known repository does not need to do again. */
export function keptPlaces(provenance: Provenance, keyOf: ApplicationKey, results: Pick<Results, "remember">): Place {
  return (name, resource, path) => {
    const application = provenance.application(name);
    if (application === undefined) return resource.origin;
    const find = (): SourceLocation[] => locate(resource, path, { provenance, application });
    const key = keyOf(application);
    return key === undefined ? find() : results.remember("place", `${key} ${resourceKey(resource.id)} ${path}`, find);
  };
}

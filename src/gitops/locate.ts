import type { Resource, SourceLocation } from "../model/resource.ts";
import type { Provenance } from "./provenance/provenance.ts";
import type { Aspect } from "./provenance/question.ts";
import type { RenderedApplication } from "./rendered-repository.ts";

export interface LocateContext {
  provenance: Provenance;
  /** The Application that the resource was rendered for. */
  application: RenderedApplication;
  /** `key` where the field should not be there at all; its value is what is wrong otherwise. */
  aspect?: Aspect;
}

/**
 * Where a person has to edit to change a field of a rendered resource: its last writer in the repository, then what that wrote
 * over, then the Application. Parses files, so ask only for what is shown.
 */
export function locate(
  resource: Resource,
  path: string | undefined,
  { provenance, application, aspect = "value" }: LocateContext,
): SourceLocation[] {
  return provenance.locate(application, resource, path, aspect);
}

/** A JSON value as Kubernetes serves it; integers stay integers. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** What identifies a resource within one cluster. `namespace` is absent on cluster-scoped resources. */
export interface ResourceId {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** One rendered manifest and the places in the repository that made it, most specific first. */
export interface Resource {
  id: ResourceId;
  manifest: JsonObject;
  origin: SourceLocation[];
}

/**
 * A place in the repository. `line` and `column` count from 1. `via` names the step that led here when the finding is
 * in rendered output: "base", "patch", "chart template", "values", "Application".
 */
export interface SourceLocation {
  file: string;
  line: number;
  column: number;
  via?: string;
}

/** "apps/Deployment payload/web": the API group without its version, so that an upgrade of the version keeps the key. */
export function resourceKey(id: ResourceId): string {
  const slash = id.apiVersion.indexOf("/");
  const group = slash < 0 ? "" : id.apiVersion.slice(0, slash);
  return `${group}/${id.kind} ${id.namespace ?? ""}/${id.name}`;
}

import { createHash } from "node:crypto";
import type { CustomKind } from "../schemas/crd.ts";
import type { Schemas } from "../schemas/schemas.ts";
import type { SchemaLocation } from "./location.ts";
import { variables } from "./template.ts";

/**
 * The schemas that come with this package: kubeconform's `default`, without a download. The engine starts with some of them compiled, which
 * are asked for by this very id only.
 */
export function bundledLocation(schemas: Schemas): SchemaLocation {
  return catalogueLocation(`bundled-${schemas.digest}`, "bundled", schemas);
}

/** Custom resources by their CRDs, as they are in a repository or in what a chart renders. */
export function crdLocation(kinds: readonly CustomKind[], schemas: Schemas): SchemaLocation {
  const id = createHash("sha256").update(JSON.stringify(kinds)).digest("hex").slice(0, 16);
  const own = new Set(kinds.map(({ apiVersion, kind }) => `${apiVersion}/${kind}`));
  const location = catalogueLocation(`crds-${id}`, `crds-${id}`, schemas.extend(kinds));
  return {
    ...location,
    find: (query) => (own.has(`${query.apiVersion}/${query.kind}`) ? location.find(query) : undefined),
  };
}

/**
 * Every definition is a document of its own, `<scheme>:///v1.36.3-strict/definitions/<name>.json`, so that the engine compiles what
 * kinds and versions have in common once: the version is the newest one with the very same definition.
 */
function catalogueLocation(id: string, scheme: string, schemas: Schemas): SchemaLocation {
  const folder = (version: string, strict: boolean) => `${scheme}:///v${version}-standalone${strict ? "-strict" : ""}`;
  const linked = (version: string, strict: boolean) => ({
    version,
    strict,
    reference: (key: string) => `${folder(schemas.canonicalDefinition(key, version), strict)}/definitions/${key}.json`,
  });
  return {
    id,
    find(query) {
      const { apiVersion, kind, strict } = query;
      const version = bundledVersion(query.kubernetesVersion, schemas);
      const schema = schemas.linkedSchema({ apiVersion, kind, ...linked(version, strict) });
      if (schema === undefined) return undefined;
      const { ResourceKind, KindSuffix } = variables(query);
      const base = folder(schemas.canonicalKind({ apiVersion, kind, version }), strict);
      return { url: `${base}/${ResourceKind}${KindSuffix}.json`, schema };
    },
    document(url) {
      const match = /^.*:\/\/\/v([\d.]+)-standalone(-strict)?\/definitions\/(.*)\.json$/.exec(url);
      const [, version = "", suffix, key = ""] = match ?? [];
      const schema = match && schemas.linkedDefinition(key, linked(version, suffix !== undefined));
      return schema ? { url, schema } : undefined;
    },
  };
}

function bundledVersion(kubernetesVersion: string, schemas: Schemas): string {
  const newest = schemas.versions.at(-1) ?? "";
  return kubernetesVersion === "master" ? newest : schemas.version(kubernetesVersion);
}

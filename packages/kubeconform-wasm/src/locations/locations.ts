import type { CustomKind } from "../schemas/crd.ts";
import type { Schemas } from "../schemas/schemas.ts";
import { bundledLocation, crdLocation } from "./bundled.ts";
import { fileLocation } from "./files.ts";
import type { ReadFile } from "./files.ts";
import { httpLocation, isHttp } from "./http.ts";
import type { FetchedSchemas } from "./http.ts";
import type { SchemaLocation } from "./location.ts";

export interface LocationOptions {
  schemas: Schemas;
  /** The user's `--schema-location`s in order; "default" unless told. */
  locations?: readonly string[];
  /** Kinds of CRDs in the repository or from its charts; they come with `default`, before what is bundled. */
  crds?: readonly CustomKind[];
  /** For locations that are paths: the repository, and what identifies its content. */
  files?: { read: ReadFile; revision: string };
  /** For locations that are URLs: what fetchSchemas brought. */
  fetched?: FetchedSchemas;
}

/** The places to look for schemas, in the order in which kubeconform would ask them. */
export function schemaLocations(options: LocationOptions): SchemaLocation[] {
  const { schemas, locations = ["default"], crds = [], files, fetched = new Map() } = options;
  const { read, revision } = files ?? { read: () => undefined, revision: "" };
  return locations.flatMap((location) => {
    if (location === "default")
      return [...(crds.length > 0 ? [crdLocation(crds, schemas)] : []), bundledLocation(schemas)];
    return [isHttp(location) ? httpLocation(location, fetched) : fileLocation(location, read, revision)];
  });
}

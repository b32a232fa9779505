import { FAILSAFE_SCHEMA, load } from "js-yaml";
import { z } from "zod";

/** What an index says about one version of a chart. All scalars are read as text: the version 1.10 is not a number. */
export const indexEntry = z.object({
  version: z.string(),
  /** As in the index: usually bare hexadecimal sha256, empty when the repository gives none. */
  digest: z.string().default(""),
  urls: z.array(z.string()).default([]),
});
export type IndexEntry = z.infer<typeof indexEntry>;

/** A version found by the scan, read in full only when it is chosen; `undefined` when it makes no sense on its own. */
export interface ListedVersion {
  version: string;
  read(): IndexEntry | undefined;
}

/** Parses YAML, keeping every scalar as written; a JSON document is YAML too, but parsed faster as what it is. */
export function parseYaml(text: string): unknown {
  return text.trimStart().startsWith("{") ? JSON.parse(text) : load(text, { schema: FAILSAFE_SCHEMA });
}

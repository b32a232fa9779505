import type { Finding } from "./finding.ts";
import type { Resource } from "./resource.ts";

/** What one rendering depended on: the blob or listing id found at each path, or `null` where nothing was found. */
export interface Reads {
  /** Path → blob id, `null` for a file that was looked for and is absent. */
  files: Record<string, string | null>;
  /** Directory → digest of its entries' names and types, `null` when absent. */
  listings: Record<string, string | null>;
}

/** An Application rendered as Argo CD would, before any check beyond rendering itself. */
export interface Rendered {
  application: string;
  resources: Resource[];
  reads: Reads;
  findings: Finding[];
}

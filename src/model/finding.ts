import type { ResourceId, SourceLocation } from "./resource.ts";

export const severities = ["error", "warning", "notice"] as const;
export type Severity = (typeof severities)[number];

/** One thing a person should know or mend. `rule` is stable and has a page at `docs`. */
export interface Finding {
  rule: string;
  severity: Severity;
  /** One sentence a person understands, without a trailing period. */
  message: string;
  /** The tool's own words, possibly several lines. */
  detail?: string;
  /** What to do next. */
  hint?: string;
  application?: string;
  /** Other Applications that have it from the same place, each with its own severity; the finding is told once for all. */
  alsoIn?: { application: string; severity: Severity }[];
  resource?: ResourceId;
  /** Field path within the resource: `spec.containers[0].image`. */
  path?: string;
  /** Most specific first; empty only when nothing in the repository is to blame. */
  at: SourceLocation[];
  docs: string;
}

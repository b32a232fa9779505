import type { AccessOptions } from "./cluster-access.ts";

export const statusFormats = ["text", "json", "markdown"] as const;

/** Options as commander parses them. */
export interface StatusCommandOptions extends AccessOptions {
  format: (typeof statusFormats)[number];
}

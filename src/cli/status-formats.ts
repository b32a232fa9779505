export const statusFormats = ["text", "json", "markdown"] as const;

/** Options as commander parses them. */
export interface StatusCommandOptions {
  root: string;
  kubeconfig?: string;
  format: (typeof statusFormats)[number];
}

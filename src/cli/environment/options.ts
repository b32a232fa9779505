export const environmentFormats = ["text", "json"] as const;

export interface EnvironmentOptions {
  root: string;
  format: (typeof environmentFormats)[number];
}

import { setSecret } from "@actions/core";

/** The runner masks line by line, and a key has many. */
export function maskLines(secret: string): void {
  if (secret === "") return;
  setSecret(secret);
  for (const line of secret.split("\n")) if (line.trim().length >= 8) setSecret(line.trim());
}

import { z } from "zod";
import { SlipwayError } from "../../model/error.ts";
import { isLoopback } from "./address.ts";

const credential = z.strictObject({
  url: z.string().min(1).describe("Prefix of the repositories it is for, such as https://charts.example.com/private"),
  username: z.string(),
  password: z.string().min(1),
});

/** A user name and password for every repository under a URL prefix, as in Argo CD's repository credentials. */
export type RepositoryCredential = z.infer<typeof credential>;

const shape = `[{"url": "https://charts.example.com", "username": "…", "password": "…"}]`;

/** Reads `SLIPWAY_REPOSITORY_CREDENTIALS`. The value itself is never repeated in an error. */
export function parseCredentials(text: string | undefined): RepositoryCredential[] {
  if (text === undefined || text.trim() === "") return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SlipwayError("SLW-CONFIG", "SLIPWAY_REPOSITORY_CREDENTIALS is not JSON", {
      hint: `it should be ${shape}`,
    });
  }
  const parsed = z.array(credential).safeParse(value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "value"}: ${message}`);
  throw new SlipwayError("SLW-CONFIG", `SLIPWAY_REPOSITORY_CREDENTIALS is not valid: ${where.join("; ")}`, {
    hint: `it should be ${shape}`,
  });
}

function prefixUrl(prefix: string): URL | null {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(prefix) ? prefix.replace(/^oci:/i, "https:") : `https://${prefix}`;
  return URL.parse(withScheme);
}

function covers(prefix: URL, url: URL, registry: boolean): boolean {
  // A registry's scheme is not part of its address: HTTPS everywhere, plain HTTP on this machine.
  const sameOrigin = prefix.host === url.host && (prefix.protocol === url.protocol || registry);
  const base = prefix.pathname.replace(/\/+$/, "");
  return sameOrigin && (url.pathname === base || url.pathname.startsWith(`${base}/`));
}

/**
 * The Authorization header for a URL, or for a repository of a registry written as one: the longest matching prefix wins. Credentials are never sent over plain HTTP,
 * except to this machine.
 */
export function basicAuthorization(
  credentials: readonly RepositoryCredential[],
  url: URL,
  kind: "path" | "registry" = "path",
): string | undefined {
  if (url.protocol !== "https:" && !isLoopback(url.hostname)) return undefined;
  const matching = credentials
    .flatMap((entry) => ({ entry, prefix: prefixUrl(entry.url) }))
    .filter(({ prefix }) => prefix !== null && covers(prefix, url, kind === "registry"))
    .toSorted((a, b) => b.entry.url.length - a.entry.url.length);
  const found = matching[0]?.entry;
  return found && `Basic ${Buffer.from(`${found.username}:${found.password}`).toString("base64")}`;
}

/** Every text that would give a credential away, for the masking of logs. */
export function secretTexts(credentials: readonly RepositoryCredential[]): string[] {
  return credentials.flatMap(({ username, password }) => [
    password,
    encodeURIComponent(password),
    Buffer.from(`${username}:${password}`).toString("base64"),
  ]);
}

/** Replaces every secret in a message from elsewhere (a server, git) by `***`. */
export function maskSecrets(text: string, credentials: readonly RepositoryCredential[]): string {
  const secrets = secretTexts(credentials).toSorted((a, b) => b.length - a.length);
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, "***"), text).replace(/\/\/[^/@\s]*@/g, "//");
}

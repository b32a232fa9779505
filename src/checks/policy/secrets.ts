import { objectAt, stringAt } from "../../gitops/json.ts";
import type { Finding } from "../../model/finding.ts";
import type { JsonObject, Resource } from "../../model/resource.ts";
import type { Platform } from "../platform.ts";
import { about, isOwn, judgedApplications, listed } from "./workloads.ts";

/** Annotation or label of a Secret, or of its Namespace, that is for a machine which nobody else reaches. */
const demoMark = "slipway.dev/demo";

/** Secrets whose values stand in the repository, in plain text or base64. Their keys are named, their values never. */
export function checkSecrets(platform: Platform): Finding[] {
  const demos = new Set(
    platform.applications
      .flatMap(({ resources }) => resources)
      .flatMap(({ id, manifest }) => (id.kind === "Namespace" && isDemo(manifest) ? [id.name] : [])),
  );
  return judgedApplications(platform).flatMap((application) =>
    application.resources.flatMap((resource) => {
      const { id, manifest } = resource;
      if (id.kind !== "Secret" || id.apiVersion !== "v1" || !isOwn(resource)) return [];
      if (isDemo(manifest) || demos.has(id.namespace ?? "") || isMadeWhileRendering(resource, platform)) return [];
      const keys = readableKeys(manifest);
      const [first] = keys;
      if (first === undefined) return [];
      return [
        about(
          "policy/plaintext-secret",
          platform,
          { application, resource },
          {
            says: `everybody who reads this repository can read ${listed(keys.map(({ key }) => key))}`,
            path: `${first.field}["${first.key}"]`,
            hint: `Seal it (SealedSecret, SOPS, ExternalSecret) and replace what was in Git, or mark a demo's with the annotation ${demoMark}: "true".`,
          },
        ),
      ];
    }),
  );
}

function isDemo(manifest: JsonObject): boolean {
  return ["annotations", "labels"].some(
    (where) => String(objectAt(manifest, "metadata", where)?.[demoMark]) === "true",
  );
}

/** A template that draws lots, or asks the cluster, has no secret in it. */
function isMadeWhileRendering({ origin: [origin] }: Resource, { read }: Platform): boolean {
  if (origin === undefined || !/(?:^|\/)templates\//.test(origin.file)) return false;
  return /\b(?:rand[A-Z]\w*|gen[A-Z]\w*|lookup|derivePassword|uuidv4)\b/.test(read(origin.file) ?? "");
}

interface Key {
  field: "data" | "stringData";
  key: string;
}

function readableKeys(manifest: JsonObject): Key[] {
  if (manifest["sops"] !== undefined || manifest["type"] === "kubernetes.io/service-account-token") return [];
  const isArgo = stringAt(manifest, "metadata", "labels", "argocd.argoproj.io/secret-type") !== undefined;
  return (["stringData", "data"] as const).flatMap((field) =>
    Object.entries(objectAt(manifest, field) ?? {}).flatMap(([key, value]): Key[] => {
      if (typeof value !== "string" || (isArgo && notSecret.has(key))) return [];
      const text = field === "data" ? Buffer.from(value, "base64").toString("utf8") : value;
      return isSecret(text) && isSecret(value) && !isPlainConfiguration(key, text) ? [{ field, key }] : [];
    }),
  );
}

/** What Argo CD keeps in Secrets although it is none. */
const notSecret: ReadonlySet<string> = new Set([
  "url",
  "type",
  "name",
  "project",
  "enableOCI",
  "server",
  "proxy",
  "insecure",
  "enableLfs",
  "username",
]);

/** Whether a value is one: not empty, not a placeholder that somebody fills in later, not encrypted, not a public certificate. */
function isSecret(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === "" || /^(?:\$\{[^}]*\}|\$\([^)]*\)|<[^<>]*>|ENC\[.*\]|ref\+.*|\{\{[^{}]*\}\})$/.test(trimmed))
    return false;
  return !/^-----BEGIN (?:CERTIFICATE|PUBLIC KEY)-----/.test(trimmed) || trimmed.includes("PRIVATE KEY");
}

/** A file of settings that happens to be kept in a Secret: it is one where a setting in it sounds like one. */
function isPlainConfiguration(key: string, text: string): boolean {
  if (!/\.(?:ya?ml|json|toml|ini|conf|cfg|properties)$/.test(key)) return false;
  return !/(?:passw|secret|token|api_?key|private_?key|credential|dsn|auth|:\/\/[^\s/@]{1,200}@)/i.test(text);
}

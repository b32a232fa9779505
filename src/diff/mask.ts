import type { Json, JsonObject } from "../model/resource.ts";
import { isObject } from "./equal.ts";
import { binary, decodeBase64, type Fingerprint } from "./fingerprint.ts";
import { isReference, isSensitiveKey, isSensitiveName, maskText } from "./mask-text.ts";

/**
 * A copy of the manifest in which every secret is a keyed fingerprint. Both sides of a diff pass through here before
 * they are compared, so that no later step ever holds a secret.
 */
export function maskManifest(manifest: JsonObject, hide: Fingerprint): JsonObject {
  const group = typeof manifest.apiVersion === "string" ? manifest.apiVersion.split("/", 2) : [];
  const core = group.length === 1;
  if (core && manifest.kind === "Secret") return maskSecret(manifest, hide);
  const masked = maskObject(manifest, hide);
  if (core && manifest.kind === "ConfigMap" && isObject(manifest.binaryData)) {
    return { ...masked, binaryData: mapValues(manifest.binaryData, describeBinary) };
  }
  if (group[0] === "bitnami.com" && manifest.kind === "SealedSecret") return maskSealedSecret(masked, manifest, hide);
  return masked;
}

/** `stringData` wins over `data`, as on the API server; both end as fingerprints of the decoded bytes in `data`. */
function maskSecret(manifest: JsonObject, hide: Fingerprint): JsonObject {
  const { data, stringData, ...rest } = manifest;
  const encoded = isObject(data) ? mapValues(data, (value) => hideEncoded(value, hide)) : {};
  const plain = isObject(stringData) ? mapValues(stringData, (value) => hide(asText(value))) : {};
  const hidden = { ...encoded, ...plain };
  const masked = maskObject(rest, hide);
  // `data: "…"` or a list is no Secret the API server takes, but may hold one all the same.
  const odd = [data, stringData].filter((value) => value !== undefined && value !== null && !isObject(value));
  const oddFields = odd.length === 0 ? {} : { "data (not a map)": hide(JSON.stringify(odd)) };
  return Object.keys(hidden).length + odd.length === 0 ? masked : { ...masked, data: { ...hidden, ...oddFields } };
}

function maskSealedSecret(masked: JsonObject, manifest: JsonObject, hide: Fingerprint): JsonObject {
  const spec = isObject(manifest.spec) ? manifest.spec : {};
  const maskedSpec = isObject(masked.spec) ? masked.spec : {};
  const sealed = isObject(spec.encryptedData)
    ? mapValues(spec.encryptedData, (value) => hide(asText(value)))
    : undefined;
  const template = isObject(spec.template) ? maskSecret(spec.template, hide) : undefined;
  return {
    ...masked,
    spec: {
      ...maskedSpec,
      ...(sealed === undefined ? {} : { encryptedData: sealed }),
      ...(template === undefined ? {} : { template }),
    },
  };
}

function hideEncoded(value: Json, hide: Fingerprint): string {
  const bytes = typeof value === "string" ? decodeBase64(value) : undefined;
  return bytes === undefined ? hide(asText(value)) : hide(bytes);
}

function describeBinary(value: Json): string {
  const bytes = typeof value === "string" ? decodeBase64(value) : undefined;
  return binary(bytes ?? Buffer.from(asText(value)));
}

function maskValue(value: Json, hide: Fingerprint): Json {
  if (typeof value === "string") return maskText(value, hide);
  if (Array.isArray(value)) return value.map((item, i) => maskItem(item, value[i - 1], hide));
  return isObject(value) ? maskObject(value, hide) : value;
}

/** `--password`, `s3cret`: two arguments of a command. */
function maskItem(item: Json, previous: Json | undefined, hide: Fingerprint): Json {
  const flag = typeof previous === "string" && /^--?[\w-]+$/.test(previous) && isSensitiveName(previous);
  if (flag && typeof item === "string" && !item.startsWith("-")) return hideValue(item, hide);
  return maskValue(item, hide);
}

function maskObject(object: JsonObject, hide: Fingerprint): JsonObject {
  const named = typeof object.name === "string" && isSensitiveName(object.name);
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => {
      const secret = (named && key === "value") || isSensitiveKey(key);
      const scalar = typeof value === "string" || typeof value === "number";
      return [key, secret && scalar ? hideValue(String(value), hide) : maskValue(value, hide)];
    }),
  );
}

function hideValue(text: string, hide: Fingerprint): string {
  return text === "" || isReference(text) ? text : hide(text);
}

function asText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function mapValues(object: JsonObject, change: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

import type { Effect } from "../../model/change.ts";
import type { JsonObject } from "../../model/resource.ts";
import { counted, type Difference, type EffectFamily, listed } from "./difference.ts";
import { objectAt, objectsAt, textAt } from "./json.ts";
import { groupKindOf } from "./surroundings.ts";

/** Kinds that become a Secret in the cluster → where they list its keys. */
const sources: Readonly<Record<string, (manifest: JsonObject) => string[]>> = {
  "/Secret": (manifest) => [
    ...new Set([...Object.keys(objectAt(manifest, "data")), ...Object.keys(objectAt(manifest, "stringData"))]),
  ],
  "bitnami.com/SealedSecret": (manifest) => Object.keys(objectAt(manifest, "spec", "encryptedData")),
  "external-secrets.io/ExternalSecret": (manifest) =>
    objectsAt(manifest, "spec", "data").flatMap((entry) => textAt(entry, "secretKey") ?? []),
};

/** Secrets whose content changes: by key, never by value. */
export const secret: EffectFamily = (difference) => {
  const { id, before, after } = difference;
  const kind = groupKindOf(id);
  const keysOf = Object.hasOwn(sources, kind) ? sources[kind] : undefined;
  if (keysOf === undefined || before === undefined) return [];
  if (after === undefined) {
    if (kind === "/Secret") return [];
    return [{ kind: "secret", level: "caution", message: "takes the Secret it makes along" }];
  }
  return changed(difference, keysOf(before), keysOf(after));
};

function changed({ fields }: Difference, before: readonly string[], after: readonly string[]): Effect[] {
  const [old, now] = [new Set(before), new Set(after)];
  const gone = before.filter((key) => !now.has(key));
  const added = after.filter((key) => !old.has(key));
  const named = new Set([...gone, ...added]);
  const others = fields.filter(({ path }) => isContent(path) && ![...named].some((key) => endsWith(path, key)));
  const values = others.map(({ path }) => lastKey(path));
  const parts = [
    ...(values.length === 0 ? [] : [`changes ${counted(values.length, "secret value")} (${listed(values)})`]),
    ...(added.length === 0 ? [] : [`adds ${counted(added.length, "secret value")} (${listed(added)})`]),
    ...(gone.length === 0 ? [] : [`removes ${counted(gone.length, "secret value")} (${listed(gone)})`]),
  ];
  if (parts.length === 0) return [];
  return [{ kind: "secret", level: "caution", message: parts.join(", ") }];
}

function isContent(path: string): boolean {
  return /^(?:data|stringData|spec\.(?:encryptedData|data|dataFrom|template\.data))(?:[.[]|$)/.test(path);
}

function endsWith(path: string, key: string): boolean {
  return path.endsWith(`.${key}`) || path.endsWith(`[${JSON.stringify(key)}]`) || path.includes(`[secretKey=${key}]`);
}

/** `data.password` and `data["tls.key"]` are about a key. */
function lastKey(path: string): string {
  return /\["([^"]+)"\]$/.exec(path)?.[1] ?? path.slice(path.lastIndexOf(".") + 1);
}

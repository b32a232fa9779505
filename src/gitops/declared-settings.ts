import { type ArgoSettings, readSettings, settingsData } from "./argo-settings.ts";
import type { Tree } from "./contracts.ts";
import { ifReadable } from "./if-readable.ts";
import { isJson, isObject } from "./json.ts";
import type { Layout, Remember } from "./layout.ts";
import type { Produced } from "./produced.ts";
import { splitDocuments, yamlOf } from "./yaml-read.ts";

const name = "argocd-cm";

/** Keys and values of `argocd-cm`. */
export type SettingsData = Record<string, string>;
type Data = SettingsData;

/** `argocd-cm` as the repository's files declare it, before anything is rendered; several of them over each other in path order. */
export function declaredSettings(tree: Tree, { documents, chartAround }: Layout, remember: Remember): Data {
  const found = documents.flatMap((file) => {
    // Templates of a chart are not YAML yet.
    if (chartAround(file) !== undefined) return [];
    const read = (): Data[] => settingsIn(tree.read(file) ?? new Uint8Array());
    return ifReadable(() => remember("settings", tree.lookup(file)?.id ?? file, read)) ?? [];
  });
  return merged(found);
}

/** What is declared, under what was rendered: a chart or a patched base says the whole of it. */
export function settingsOf(declared: Data, produced: readonly Produced[]): ArgoSettings {
  return readSettings({ ...declared, ...merged(produced.map(({ manifest }) => settingsData(manifest))) });
}

const merged = (found: readonly Data[]): Data => Object.fromEntries(found.flatMap((data) => Object.entries(data)));

function settingsIn(content: Uint8Array): Data[] {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (!bytes.includes(name)) return [];
  return splitDocuments(bytes.toString("utf8")).flatMap(({ text }) => {
    const value = text.includes(name) ? yamlOf(text) : undefined;
    return isObject(value) && isJson(value) ? [settingsData(value)] : [];
  });
}

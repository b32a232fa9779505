import { constants, zstdCompressSync } from "node:zlib";
import type { JsonObject } from "../../packages/kubeconform-wasm/src/json.ts";
import { packFormat } from "../../packages/kubeconform-wasm/src/schemas/pack.ts";

/** What one version contributes: its definitions by name, and its kinds by apiVersion/kind. */
export interface PackInput {
  definitions: Map<string, JsonObject>;
  kinds: Map<string, { apiVersion: string; kind: string; definition: string; scope: "N" | "C" | undefined }>;
}

/** Writes the format that Pack reads; the same input gives the same bytes. `inputs` and `versions` go together, in order. */
export function writePack(versions: readonly string[], inputs: readonly PackInput[]): { bytes: Buffer; lines: number } {
  const lines: string[] = [];
  const lineOf = new Map<string, number>();
  const definitions: Record<string, [from: number, line: number][]> = {};
  for (const name of sortedNames(inputs.map((input) => input.definitions))) {
    const changes: [number, number][] = [];
    inputs.forEach((input, version) => {
      const schema = input.definitions.get(name);
      const line = schema ? intern(sorted(schema), lineOf, lines) : -1;
      if (line !== (changes.at(-1)?.[1] ?? -1)) changes.push([version, line]);
    });
    definitions[name] = changes;
  }
  const index = { format: packFormat, versions, kinds: kindsIndex(inputs), definitions };
  const text = [JSON.stringify(index), ...lines].map((line) => `${line}\n`).join("");
  const params = { [constants.ZSTD_c_compressionLevel]: 22, [constants.ZSTD_c_windowLog]: 24 };
  return { bytes: zstdCompressSync(text, { params }), lines: lines.length };
}

function intern(schema: JsonObject, lineOf: Map<string, number>, lines: string[]): number {
  const text = JSON.stringify(schema);
  const known = lineOf.get(text);
  if (known !== undefined) return known;
  const line = lines.push(text); // line 0 is the index
  lineOf.set(text, line);
  return line;
}

function kindsIndex(inputs: readonly PackInput[]): JsonObject {
  const index: Record<string, Record<string, { definition: string; scope: string; versions: number }>> = {};
  for (const key of sortedNames(inputs.map((input) => input.kinds))) {
    inputs.forEach((input, version) => {
      const found = input.kinds.get(key);
      if (!found) return;
      const { apiVersion, kind, definition, scope = "" } = found;
      const entry = ((index[apiVersion] ??= {})[kind] ??= { definition, scope, versions: 0 });
      if (entry.definition !== definition || entry.scope !== scope)
        throw new Error(`${key} changes its definition or scope`);
      entry.versions |= 1 << version;
    });
  }
  return index;
}

function sortedNames(maps: readonly Map<string, unknown>[]): string[] {
  return [...new Set(maps.flatMap((map) => [...map.keys()]))].sort();
}

/** Key order in the sources must not make two lines of one definition. */
function sorted<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (_key, inner: unknown) => (isRecord(inner) ? sortKeys(inner) : inner)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sortKeys(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(record)
      .sort()
      .map((key) => [key, record[key]]),
  );
}

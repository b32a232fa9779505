import { zstdDecompressSync } from "node:zlib";
import { isObject, listAt, objectAt, own, stringAt, stringsAt } from "../json.ts";
import type { JsonObject } from "../json.ts";
import type { Scope } from "./crd.ts";

export const packFormat = 1;

/** Where a kind's schema is, and in which of the pack's versions the API server knows the kind (bit n is version n). */
export interface PackedKind {
  apiVersion: string;
  kind: string;
  definition: string;
  scope: Scope | undefined;
  versions: number;
}

/**
 * A pack is zstd-compressed lines of JSON: an index, then one compact schema per line. The index says of every definition from
 * which version on it has which line (-1: gone), so that versions share the lines they agree on. Opening a pack parses the
 * index; a definition is parsed when it is asked for.
 */
export class Pack {
  readonly versions: readonly string[];
  readonly kinds: ReadonlyMap<string, PackedKind>;
  readonly #bytes: Buffer;
  readonly #ends: Uint32Array;
  readonly #definitions: JsonObject;
  readonly #parsed = new Map<number, JsonObject>();

  constructor(compressed: Uint8Array) {
    this.#bytes = zstdDecompressSync(compressed);
    this.#ends = lineEnds(this.#bytes);
    const index = this.#line(0);
    if (own(index, "format") !== packFormat)
      throw new Error("the bundled schemas are of another format than this reader");
    this.versions = stringsAt(index, "versions");
    this.#definitions = objectAt(index, "definitions") ?? {};
    this.kinds = readKinds(objectAt(index, "kinds") ?? {});
  }

  /** A definition as it is in version number `version` (an index into `versions`). */
  definition(name: string, version: number): JsonObject | undefined {
    let line = -1;
    for (const change of listAt(this.#definitions, name) ?? []) {
      const [from, at] = Array.isArray(change) ? change : [];
      if (typeof from === "number" && typeof at === "number" && from <= version) line = at;
    }
    return line < 0 ? undefined : this.#line(line);
  }

  #line(line: number): JsonObject {
    const known = this.#parsed.get(line);
    if (known) return known;
    const text = this.#bytes.toString("utf8", line === 0 ? 0 : (this.#ends[line - 1] ?? 0) + 1, this.#ends[line] ?? 0);
    const parsed: unknown = JSON.parse(text);
    if (!isObject(parsed)) throw new Error(`line ${line + 1} of the bundled schemas is no object`);
    this.#parsed.set(line, parsed);
    return parsed;
  }
}

function lineEnds(bytes: Buffer): Uint32Array {
  const ends: number[] = [];
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) ends.push(at);
  return Uint32Array.from(ends);
}

const scopes: Record<string, Scope> = { N: "Namespaced", C: "Cluster" };

function readKinds(index: JsonObject): Map<string, PackedKind> {
  const kinds = new Map<string, PackedKind>();
  for (const [apiVersion, inGroup] of Object.entries(index)) {
    for (const [kind, entry] of Object.entries(isObject(inGroup) ? inGroup : {})) {
      if (!isObject(entry)) continue;
      const versions = own(entry, "versions");
      kinds.set(`${apiVersion}/${kind}`, {
        apiVersion,
        kind,
        definition: stringAt(entry, "definition") ?? "",
        scope: scopes[stringAt(entry, "scope") ?? ""],
        versions: typeof versions === "number" ? versions : 0,
      });
    }
  }
  return kinds;
}

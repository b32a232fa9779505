import { isObject } from "../json.ts";
import type { Json, JsonObject } from "../json.ts";

/** A definition by its name in a version; the same object wherever versions agree on it. */
type Resolve = (name: string, version: string) => JsonObject | undefined;

/**
 * Finds the newest version in which a schema, and all that it refers to, is what it is in a given one. Minors of Kubernetes agree on most
 * definitions, so whoever names them by that version compiles each once, for however many versions.
 */
export class CanonicalVersions {
  readonly #versions: readonly string[];
  readonly #resolve: Resolve;
  readonly #references = new WeakMap<JsonObject, readonly string[]>();
  readonly #known = new Map<string, string>();

  /** `versions`: oldest first. */
  constructor(versions: readonly string[], resolve: Resolve) {
    this.#versions = versions;
    this.#resolve = resolve;
  }

  ofDefinition(name: string, version: string): string {
    const key = `${version} ${name}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = this.of(version, (one) => this.#resolve(name, one));
    this.#known.set(key, found);
    return found;
  }

  /** `schemaIn` gives the schema in a version; absent where the version does not have it. */
  of(version: string, schemaIn: (version: string) => JsonObject | undefined): string {
    const schema = schemaIn(version);
    const newer = this.#versions.slice(this.#versions.indexOf(version) + 1).toReversed();
    return (
      newer.find((one) => schema !== undefined && schemaIn(one) === schema && this.#agree(schema, version, one)) ??
      version
    );
  }

  /** Whether two versions mean the same by every name that a schema reaches. */
  #agree(schema: JsonObject, version: string, other: string): boolean {
    const reached = new Set(this.#referencesOf(schema));
    for (const name of reached) {
      const definition = this.#resolve(name, version);
      if (definition !== this.#resolve(name, other)) return false;
      for (const next of definition === undefined ? [] : this.#referencesOf(definition)) reached.add(next);
    }
    return true;
  }

  #referencesOf(schema: JsonObject): readonly string[] {
    const known = this.#references.get(schema);
    if (known) return known;
    const found = [...references(schema)];
    this.#references.set(schema, found);
    return found;
  }
}

function* references(value: Json): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* references(item);
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "$ref" && typeof inner === "string") yield inner;
    else yield* references(inner);
  }
}

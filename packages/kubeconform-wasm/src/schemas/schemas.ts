import { own } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { CanonicalVersions } from "./canonical.ts";
import type { CustomKind, Scope } from "./crd.ts";
import { emitJsonSchema } from "./json-schema.ts";
import { customLayer } from "./layer.ts";
import type { KindInfo, Layer } from "./layer.ts";
import { StructuralNode } from "./structure.ts";
import { nearestVersion } from "./version.ts";

export interface KindQuery {
  /** A bundled version, as `Schemas.version` gives it. */
  version: string;
  apiVersion: string;
  kind: string;
}

/** The suffix of a definition's variant that also takes null: optional fields may be null, required ones not. */
const orNull = "-or-null";

/** What every bundled Kubernetes version, and the custom resources known beside it, says about kinds. */
export class Schemas {
  /** Newest bundled patch of every minor, oldest first. */
  readonly versions: readonly string[];
  /** What tells the bundled content from that of another release. */
  readonly digest: string;
  readonly #layers: readonly Layer[];
  readonly #canonical: CanonicalVersions;

  constructor(versions: readonly string[], layers: readonly Layer[], digest: string) {
    this.versions = versions;
    this.#layers = layers;
    this.digest = digest;
    this.#canonical = new CanonicalVersions(versions, (name, version) => this.#resolve(name, version)?.schema);
  }

  /** The bundled version for a declared one ("1.36", "v1.36.2+k3s1"). Throws UnknownVersionError. */
  version(declared: string): string {
    return nearestVersion(declared, this.versions);
  }

  /** These schemas and, before them, those of CRDs that the caller knows. */
  extend(kinds: readonly CustomKind[]): Schemas {
    return kinds.length === 0 ? this : new Schemas(this.versions, [customLayer(kinds), ...this.#layers], this.digest);
  }

  /** The newest version in which the kind, and all that it refers to, is the same. */
  canonicalKind(query: KindQuery): string {
    return this.#canonical.of(query.version, (version) => this.#find({ ...query, version })?.found.schema);
  }

  /** The newest version in which a definition that linkedDefinition has, and all that it refers to, is the same. */
  canonicalDefinition(key: string, version: string): string {
    return this.#canonical.ofDefinition(withoutNull(key), version);
  }

  kinds(version: string): KindInfo[] {
    const all = this.#layers.flatMap((layer) =>
      [...layer.kinds(version)].map(({ apiVersion, kind, scope }) => ({ apiVersion, kind, scope })),
    );
    return [
      ...new Map(all.toReversed().map((info) => [`${info.apiVersion}/${info.kind}`, info])).values(),
    ].toReversed();
  }

  /** The kinds that a cluster of this version serves with nothing installed in it. */
  builtInKinds(version: string): KindInfo[] {
    const layers = this.#layers.filter(({ origin }) => origin === "built-in");
    return layers.flatMap((layer) => [...layer.kinds(version)]).filter(({ scope }) => scope !== undefined);
  }

  scopeOf(query: KindQuery): Scope | undefined {
    return this.#find(query)?.found.scope;
  }

  /** The kind's fields, for whoever walks its objects: list keys, defaults, unknown fields. */
  structureOf(query: KindQuery): StructuralNode | undefined {
    const schema = this.#find(query)?.found.schema;
    return schema && new StructuralNode(schema, (name) => this.#resolve(name, query.version)?.schema);
  }

  /** A self-contained JSON Schema (draft 4) of the kind. */
  schemaFor(query: KindQuery & { strict: boolean }): JsonObject | undefined {
    const definitions: JsonObject = {};
    const reference = (key: string): string => {
      if (!Object.hasOwn(definitions, key)) {
        definitions[key] = {};
        definitions[key] = this.linkedDefinition(key, { ...query, reference }) ?? {};
      }
      return `#/definitions/${key}`;
    };
    const root = this.linkedSchema({ ...query, reference });
    return root && { $schema: "http://json-schema.org/draft-04/schema#", ...root, definitions };
  }

  /** The kind's JSON Schema with references, made by `reference`, to definitions that linkedDefinition has. */
  linkedSchema(query: KindQuery & { strict: boolean; reference: (key: string) => string }): JsonObject | undefined {
    const hit = this.#find(query);
    if (!hit) return undefined;
    const root = this.#emit(hit.found.schema, hit.layer, query, false);
    const properties = own(root, "properties");
    const identity = {
      apiVersion: { type: "string", enum: [query.apiVersion] },
      kind: { type: "string", enum: [query.kind] },
    };
    return { ...root, properties: { ...(typeof properties === "object" ? properties : {}), ...identity } };
  }

  linkedDefinition(
    key: string,
    options: { version: string; strict: boolean; reference: (key: string) => string },
  ): JsonObject | undefined {
    const hit = this.#resolve(withoutNull(key), options.version);
    return hit && this.#emit(hit.schema, hit.layer, options, key.endsWith(orNull));
  }

  #emit(
    schema: JsonObject,
    layer: Layer,
    options: { version: string; strict: boolean; reference: (key: string) => string },
    nullable: boolean,
  ): JsonObject {
    const emission = {
      strict: options.strict,
      origin: layer.origin,
      resolve: (name: string) => this.#resolve(name, options.version)?.schema,
      reference: (name: string, orAbsent: boolean) => options.reference(orAbsent ? `${name}${orNull}` : name),
    };
    return emitJsonSchema(schema, emission, nullable);
  }

  #find(query: KindQuery) {
    for (const layer of this.#layers) {
      const found = layer.find(query.apiVersion, query.kind, query.version);
      if (found) return { layer, found };
    }
    return undefined;
  }

  #resolve(name: string, version: string): { layer: Layer; schema: JsonObject } | undefined {
    for (const layer of this.#layers) {
      const schema = layer.resolve(name, version);
      if (schema) return { layer, schema };
    }
    return undefined;
  }
}

const withoutNull = (key: string): string => (key.endsWith(orNull) ? key.slice(0, -orNull.length) : key);

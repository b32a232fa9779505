import { isObject, stringAt } from "../json.ts";
import { declaredName, type DeclaredObject, isOfKind, objectOf, objectsIn } from "./declared-object.ts";
import type { Kustomization, Kustomizations } from "./kustomization.ts";
import type { Question } from "./question.ts";
import type { SourceFiles } from "./source-files.ts";

/** A kustomization on a resource's way, and what the resource may be called in it. */
export interface Stage {
  kustomization: Kustomization;
  /** Names that a patch here may use: the written one, and what earlier stages made of it. */
  names: readonly string[];
}

export interface Way {
  stages: Stage[];
  /** The written object; undefined for what a generator or a chart makes. */
  object?: DeclaredObject;
  /** The entry of a generator that makes it. */
  generator?: { list: GeneratorList; index: number; stage: Stage };
}

const generatorLists = ["configMapGenerator", "secretGenerator"] as const;
export type GeneratorList = (typeof generatorLists)[number];

export const generatorListOf = (kind: string): GeneratorList | undefined =>
  kind === "ConfigMap" ? "configMapGenerator" : kind === "Secret" ? "secretGenerator" : undefined;

/** An Application's own prefix and suffix, which take the place of the entry kustomization's. */
export interface Affixes {
  namePrefix?: string | undefined;
  nameSuffix?: string | undefined;
}

/** Kustomize leaves these names alone. */
const unprefixed = new Set(["CustomResourceDefinition", "APIService", "Namespace"]);

/** The way of a resource through the kustomizations, the one whose prefixes give its rendered name if there are several. */
export function wayOf(
  { resource }: Question,
  { entry, components, affixes }: { entry: string; components: readonly string[]; affixes: Affixes },
  { files, kustomizations }: { files: SourceFiles; kustomizations: Kustomizations },
): Way | undefined {
  const [origin] = resource.origin;
  if (origin === undefined) return undefined;
  const { id } = resource;
  const ways = kustomizations.ways(entry, origin.file, components);
  const objects = objectsIn(files.documents(origin.file), id.kind, (value) => isOfKind(value, id));
  let fallback: Way | undefined;
  for (const way of ways) {
    const last = way.at(-1);
    const named = (name: string): Stage[] => {
      let current = name;
      const names = [name];
      return way.map((kustomization) => {
        const stage = { kustomization, names: [...names] };
        current = affixed(
          current,
          id.kind,
          kustomization === last ? { ...kustomization.value, ...affixes } : kustomization.value,
        );
        names.push(current);
        return stage;
      });
    };
    const becomes = (name: string): string =>
      way.reduce((at, one) => affixed(at, id.kind, one === last ? { ...one.value, ...affixes } : one.value), name);
    const generator = generatorIn(way, origin.file, id.kind, (name) => isGenerated(id.name, becomes(name)));
    if (generator !== undefined) {
      const stages = named(generator.name);
      const stage = stages.find(({ kustomization }) => kustomization.file === origin.file);
      if (stage !== undefined) return { stages, generator: { ...generator, stage } };
    }
    const fitting = objects.filter(({ value }) => becomes(declaredName(value)) === id.name);
    const chosen = fitting.find(({ value }) => stringAt(value, "metadata", "namespace") === id.namespace) ?? fitting[0];
    if (chosen !== undefined) return { stages: named(declaredName(chosen.value)), object: chosen };
    const guess = objectOf(files, origin.file, id);
    fallback ??= { stages: named(guess ? declaredName(guess.value) : id.name), ...(guess && { object: guess }) };
  }
  return fallback;
}

function affixed(
  name: string,
  kind: string,
  { namePrefix, nameSuffix }: { namePrefix?: unknown; nameSuffix?: unknown },
): string {
  if (unprefixed.has(kind)) return name;
  return `${typeof namePrefix === "string" ? namePrefix : ""}${name}${typeof nameSuffix === "string" ? nameSuffix : ""}`;
}

/** Generated names end in a hash of ten letters and digits, unless that is turned off. */
const isGenerated = (rendered: string, name: string): boolean =>
  rendered === name || (rendered.startsWith(`${name}-`) && /^[a-z0-9]{10}$/.test(rendered.slice(name.length + 1)));

function generatorIn(
  way: readonly Kustomization[],
  file: string,
  kind: string,
  fits: (name: string) => boolean,
): { list: GeneratorList; index: number; name: string } | undefined {
  const own = way.find((one) => one.file === file);
  const list = generatorListOf(kind);
  const items = list === undefined ? undefined : own?.value[list];
  if (list === undefined || !Array.isArray(items)) return undefined;
  for (const [index, item] of items.entries()) {
    const name = isObject(item) ? (stringAt(item, "name") ?? "") : "";
    if (name !== "" && fits(name)) return { list, index, name };
  }
  return undefined;
}

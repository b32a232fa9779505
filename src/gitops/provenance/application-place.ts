import type { JsonObject, SourceLocation } from "../../model/resource.ts";
import { stringAt } from "../json.ts";
import type { RenderedApplication } from "../rendered-repository.ts";
import type { Generated } from "../unit.ts";
import { sourcesOf } from "../application.ts";
import type { ApplicationSource } from "../schema-source.ts";
import { join, sourcePath } from "../source-paths.ts";
import { withOverrides } from "../source-type.ts";
import { placeInSet } from "./application-set.ts";
import { objectOf, placeInObject } from "./declared-object.ts";
import { type Answer, type Archive, ask, at, atLine } from "./question.ts";

type Path = readonly (string | number)[];
const depthLimit = 24;

/** An Argo CD object, and what is known of where it comes from. */
export interface Declared {
  object: JsonObject;
  at: readonly SourceLocation[];
  /** Present where an ApplicationSet made it. */
  generated?: Generated | undefined;
  /** The Application that renders it, or its ApplicationSet. */
  parent?: RenderedApplication | undefined;
}

/** Where a field of an Argo CD object was written: in its file, in its parent's source, in an ApplicationSet. */
export function placeInApplication(
  declared: Declared,
  path: Path,
  archive: Archive,
  { depth = 0, line }: { depth?: number; line?: number | undefined } = {},
): Answer {
  const { generated, object } = declared;
  // Generated Applications live where their ApplicationSet lives, whatever the template says.
  const isSets = generated !== undefined && path[0] === "metadata" && path[1] === "namespace";
  if (generated === undefined || isSets)
    return atLine(placeInDeclared({ ...declared, object: generated?.set ?? object }, path, archive, depth), line);
  const set = { ...declared, object: generated.set };
  const inSet = (inside: Path): Answer => placeInDeclared(set, inside, archive, depth);
  return placeInSet(generated, path, { inSet, files: archive.files, line });
}

function placeInDeclared(
  { object: wanted, at: places, parent }: Declared,
  path: Path,
  archive: Archive,
  depth: number,
): Answer {
  const kind = stringAt(wanted, "kind") ?? "";
  const name = stringAt(wanted, "metadata", "name") ?? "";
  const resource = parent?.rendered.resources.find(
    ({ id }) => id.kind === kind && id.name === name && id.apiVersion.startsWith("argoproj.io/"),
  );
  if (parent !== undefined && resource !== undefined && depth < depthLimit) {
    return archive.answer(ask(parent, resource, [...path], "value", depth + 1));
  }
  const [first, ...rest] = places;
  if (first === undefined) return { places: [], sure: true };
  const object = objectOf(archive.files, first.file, { apiVersion: "argoproj.io/v1alpha1", kind, name }, first.line);
  const via = first.via ?? "Application";
  if (object === undefined) return { places: [{ ...first, via }, ...rest], sure: true };
  const place = placeInObject(object, [...path]);
  return {
    places: [at(first.file, place.value, via), ...rest],
    sure: true,
    ...(place.embedded && { embedded: place.embedded }),
  };
}

/** A source with what `.argocd-source` files lay over it, and where an option of it stands. */
export interface PlacedSource {
  /** Among the Application's sources. */
  index: number;
  source: ApplicationSource;
  directory: string;
  place(path: Path, line?: number): Answer;
}

export function placedSource(rendered: RenderedApplication, index: number, archive: Archive): PlacedSource | undefined {
  const { spec } = rendered.application;
  const declared = sourcesOf(spec)[index];
  if (declared === undefined) return undefined;
  const base: Path =
    spec.sourceHydrator !== undefined
      ? ["spec", "sourceHydrator", "drySource"]
      : (spec.sources?.length ?? 0) > 0
        ? ["spec", "sources", index]
        : ["spec", "source"];
  const directory = cleanPath(declared.path ?? "");
  const overrides = [`.argocd-source-${rendered.application.name}.yaml`, ".argocd-source.yaml"]
    .map((name) => join(directory, name))
    .filter((file) => declared.path !== undefined && archive.files.has(file));
  return {
    index,
    source: overrides.length === 0 ? declared : overridden(declared, directory, rendered, archive),
    directory,
    place(path, line) {
      for (const file of overrides) {
        const found = archive.files.documents(file)[0]?.positions.nearest([...path]);
        if (found?.found === path.length) {
          const { position, embedded } = found;
          const answer = { places: [at(file, position, "Application")], sure: true, ...(embedded && { embedded }) };
          return atLine(answer, line);
        }
      }
      return archive.declared(rendered, [...base, ...path], line);
    },
  };
}

function overridden(
  source: ApplicationSource,
  directory: string,
  { application }: RenderedApplication,
  { files }: Archive,
): ApplicationSource {
  try {
    return withOverrides(source, files.tree, directory, application.name);
  } catch {
    return source;
  }
}

function cleanPath(path: string): string {
  try {
    return sourcePath(path);
  } catch {
    return path;
  }
}

import type { RenderedApplication } from "../rendered-repository.ts";
import { sourcesOf } from "../application.ts";
import type { ApplicationSource } from "../schema-source.ts";
import { join, sourcePath } from "../source-paths.ts";
import { withOverrides } from "../source-type.ts";
import { placeInSet } from "./application-set.ts";
import { objectOf, placeInObject } from "./declared-object.ts";
import { type Answer, type Archive, ask, at, atLine } from "./question.ts";

type Path = readonly (string | number)[];
const depthLimit = 24;

/** Where a field of an Application object was written: in its file, in its parent's source, in an ApplicationSet. */
export function placeInApplication(
  application: RenderedApplication,
  path: Path,
  archive: Archive,
  { depth = 0, line }: { depth?: number; line?: number | undefined } = {},
): Answer {
  const { generated } = application;
  if (generated === undefined) return atLine(placeInDeclared("Application", application, path, archive, depth), line);
  const inSet = (inside: Path): Answer => placeInDeclared("ApplicationSet", application, inside, archive, depth);
  return placeInSet({ ...application, generated }, path, { inSet, files: archive.files, line });
}

function placeInDeclared(
  kind: "Application" | "ApplicationSet",
  rendered: RenderedApplication,
  path: Path,
  archive: Archive,
  depth: number,
): Answer {
  const { application, generated } = rendered;
  const metadata = kind === "Application" ? application.object["metadata"] : generated?.set["metadata"];
  const name =
    typeof metadata === "object" && metadata !== null && "name" in metadata
      ? String(metadata["name"])
      : application.name;
  const parent = archive.parentOf(rendered);
  const resource = parent?.rendered.resources.find(
    ({ id }) => id.kind === kind && id.name === name && id.apiVersion.startsWith("argoproj.io/"),
  );
  if (parent !== undefined && resource !== undefined && depth < depthLimit) {
    return archive.answer(ask(parent, resource, [...path], "value", depth + 1));
  }
  const [first, ...rest] = application.at;
  if (first === undefined) return { places: [], sure: true };
  const object = objectOf(archive.files, first.file, { apiVersion: "argoproj.io/v1alpha1", kind, name }, first.line);
  const via = first.via ?? "Application";
  if (object === undefined) return { places: [{ ...first, via }, ...rest], sure: true };
  const place = placeInObject(object, [...path]);
  return {
    places: [at(first.file, place.position, via), ...rest],
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

import type { Reads } from "../model/rendered.ts";
import type { JsonObject, SourceLocation } from "../model/resource.ts";
import type { FileTree } from "./contracts.ts";
import { valueAt } from "./field-path.ts";
import { objectAt, stringAt } from "./json.ts";
import { locateField } from "./locate-field.ts";
import { idOfObject } from "./object-issues.ts";
import type { Generated, Unit } from "./unit.ts";
import type { FieldPath } from "./yaml-positions.ts";

/** An Argo CD object, and where it comes from. */
export interface Written {
  object: JsonObject;
  at: readonly SourceLocation[];
  /** Present where an ApplicationSet made it. */
  generated?: Generated | undefined;
}

export interface FieldContext {
  tree: FileTree;
  /** What the rendering that brought the object has read. */
  reads?: Reads | undefined;
}

/** Where a field of an Argo CD object was written, or the nearest field around it; then what led to the object. */
export function placeField(
  { object, at, generated }: Written,
  path: FieldPath,
  context: FieldContext,
): SourceLocation[] {
  if (generated === undefined) return placesOf(object, at, path, context);
  const [place, ...rest] = placesOf(generated.set, generated.at, pathInSet(generated, path), context);
  const via = at[0]?.via;
  return place === undefined ? [...at] : [{ ...place, ...(via !== undefined && { via }) }, ...rest];
}

/** The same for an Application that is to be rendered. */
export function placeInUnit(
  { application, at, generated, parent }: Unit,
  path: FieldPath,
  tree: FileTree,
): SourceLocation[] {
  const reads = parent?.outcome?.ok === true ? parent.outcome.rendering.reads : undefined;
  return placeField({ object: application.object, at, generated }, path, { tree, reads });
}

function placesOf(
  object: JsonObject,
  at: readonly SourceLocation[],
  path: FieldPath,
  { tree, reads = { files: {}, listings: {} } }: FieldContext,
): SourceLocation[] {
  const id = idOfObject(object);
  return locateField({ id, manifest: object, origin: [...at] }, path, { tree, reads, end: "value" });
}

/** The field of an ApplicationSet that decides a field of what it generates: the last of the templates that has it. */
function pathInSet({ set: object, generator }: Generated, path: FieldPath): FieldPath {
  // Generated Applications live where their ApplicationSet lives, whatever the template says.
  if (path[0] === "metadata" && path[1] === "namespace") return path;
  const patch = stringAt(object, "spec", "templatePatch");
  const own = ["spec", "generators", generator];
  const kinds = Object.keys(objectAt(valueAt(object, own)) ?? {});
  const templates: FieldPath[] = [...kinds.map((kind) => [...own, kind, "template"]), ["spec", "template"]];
  const inTemplate = templates
    .map((template) => [...template, ...path])
    .find((full) => valueAt(object, full) !== undefined);
  if (inTemplate === undefined && patch?.includes(`${String(path.at(-1))}:`) === true) return ["spec", "templatePatch"];
  return inTemplate ?? ["spec", "template", ...path];
}

import type { ResourceId } from "../../model/resource.ts";
import { isObject, stringAt } from "../json.ts";
import { groupOf } from "../scope.ts";
import type { Place, Steps } from "../yaml-positions.ts";
import type { SourceDocument, SourceFiles } from "./source-files.ts";

/** An object as a document has it: the document itself, or an item of a `kind: List`. */
export interface DeclaredObject {
  document: SourceDocument;
  prefix: Steps;
  value: Readonly<Record<string, unknown>>;
}

type Wanted = (object: Readonly<Record<string, unknown>>) => boolean;

/** The objects of documents that fit; documents whose text lacks `mention` are not parsed. */
export function objectsIn(documents: readonly SourceDocument[], mention: string, wanted: Wanted): DeclaredObject[] {
  return documents.flatMap((document) => {
    if (!document.source.text.includes(mention)) return [];
    const { value } = document;
    if (!isObject(value)) return [];
    const { items } = value;
    if (!Array.isArray(items) || stringAt(value, "metadata", "name") !== undefined) {
      return wanted(value) ? [{ document, prefix: [], value }] : [];
    }
    return items.flatMap((item: unknown, index) =>
      isObject(item) && wanted(item) ? [{ document, prefix: ["items", index], value: item }] : [],
    );
  });
}

/** Whether an object is of a resource's kind and API group; versions may have been converted by a patch. */
export function isOfKind(value: unknown, id: Pick<ResourceId, "kind" | "apiVersion">): boolean {
  if (stringAt(value, "kind") !== id.kind) return false;
  return groupOf(stringAt(value, "apiVersion") ?? "") === groupOf(id.apiVersion);
}

export function declaredName(value: unknown): string {
  return stringAt(value, "metadata", "name") ?? stringAt(value, "metadata", "generateName") ?? "";
}

/** The object of a resource in a file: at its line where that is known, else by name, else the only one of its kind. */
export function objectOf(files: SourceFiles, file: string, id: ResourceId, line = 1): DeclaredObject | undefined {
  const objects = objectsIn(files.documents(file), id.kind, (value) => isOfKind(value, id));
  const named = objects.filter(({ value }) => id.name === declaredName(value));
  const atLine = objects.filter(({ document }) => line > 1 && document.line === line);
  const byLine = atLine.find((one) => atLine.length === 1 || named.includes(one));
  if (byLine !== undefined) return byLine;
  const inNamespace = named.find(({ value }) => stringAt(value, "metadata", "namespace") === id.namespace);
  const part = objects.filter(({ value }) => declaredName(value) !== "" && id.name.includes(declaredName(value)));
  return inNamespace ?? named[0] ?? longest(part) ?? (objects.length === 1 ? objects[0] : undefined);
}

function longest(objects: readonly DeclaredObject[]): DeclaredObject | undefined {
  return objects.toSorted((a, b) => declaredName(b.value).length - declaredName(a.value).length)[0];
}

/** Where a field of the object stands; its first line when not even the first step is there. */
export function placeInObject({ document, prefix }: DeclaredObject, steps: Steps): Place {
  const place = document.positions.nearest([...prefix, ...steps]);
  const found = place.found - prefix.length;
  if (found > 0 || prefix.length > 0) return { ...place, found };
  const position = { line: document.line, column: 1 };
  return { position, value: position, found: 0, collection: true };
}

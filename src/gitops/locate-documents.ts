import type { ResourceId } from "../model/resource.ts";
import { documentsOf, type IndexedDocument } from "./document-index.ts";
import type { Step } from "./field-path.ts";
import { isObject, stringAt } from "./json.ts";
import { groupOf } from "./scope.ts";
import type { Place, Position } from "./yaml-positions.ts";

interface FoundObject {
  document: IndexedDocument;
  /** Steps from the document to the object: none, or the item of a List. */
  prefix: Step[];
}

/** The document of a resource in a file, by its line when that is known, else by kind and name. */
function findDocument(documents: readonly IndexedDocument[], id: ResourceId, line: number): FoundObject | undefined {
  const byLine = line > 1 ? documents.findLast((document) => document.line <= line) : undefined;
  for (const fits of [isNamed, isPartOfName]) {
    for (const document of byLine === undefined ? documents : [byLine, ...documents]) {
      const prefix = prefixOf(document, id, fits);
      if (prefix !== undefined) return { document, prefix };
    }
  }
  return undefined;
}

type Fits = (value: unknown, id: ResourceId) => boolean;

function prefixOf(document: IndexedDocument, id: ResourceId, fits: Fits): Step[] | undefined {
  if (!document.source.text.includes(id.kind)) return undefined;
  const { value } = document;
  if (isOfKind(value, id) && fits(value, id)) return [];
  const items: unknown = isObject(value) ? value["items"] : undefined;
  const index = Array.isArray(items) ? items.findIndex((item) => isOfKind(item, id) && fits(item, id)) : -1;
  return index < 0 ? undefined : ["items", index];
}

function isOfKind(value: unknown, id: ResourceId): boolean {
  return stringAt(value, "kind") === id.kind && groupOf(stringAt(value, "apiVersion") ?? "") === groupOf(id.apiVersion);
}

const nameOf = (value: unknown): string =>
  stringAt(value, "metadata", "name") ?? stringAt(value, "metadata", "generateName") ?? "";

/** A document may leave its namespace to whoever applies it. */
function isNamed(value: unknown, id: ResourceId): boolean {
  const namespace = stringAt(value, "metadata", "namespace");
  return nameOf(value) === id.name && (namespace === undefined || namespace === id.namespace);
}

/** Kustomize adds prefixes, suffixes and hashes to names: the written name is part of the rendered one. */
function isPartOfName(value: unknown, id: ResourceId): boolean {
  const name = nameOf(value);
  return name !== "" && id.name.includes(name);
}

/** Where a field of a resource stands in the documents of a file that declares or patches it. */
export function placeInDocuments(
  documents: readonly IndexedDocument[],
  id: ResourceId,
  path: readonly Step[],
): Place | undefined {
  const found = findDocument(documents, id, 1);
  return found && placeIn(found, path);
}

/** The same in a text that is no file of its own, such as an inline patch. */
export function placeInText(text: string, id: ResourceId, path: readonly Step[]): Place | undefined {
  return placeInDocuments(documentsOf(text), id, path);
}

/** The same in the file a resource comes from, where a patch may have renamed it: the only one of its kind is meant too. */
export function placeInOrigin(
  documents: readonly IndexedDocument[],
  id: ResourceId,
  path: readonly Step[],
  line: number,
): Place | undefined {
  const found = findDocument(documents, id, line) ?? onlyOfKind(documents, id.kind);
  return found && placeIn(found, path);
}

function onlyOfKind(documents: readonly IndexedDocument[], kind: string): FoundObject | undefined {
  const [document, ...others] = documents.filter(({ value }) => stringAt(value, "kind") === kind);
  return document === undefined || others.length > 0 ? undefined : { document, prefix: [] };
}

function placeIn({ document, prefix }: FoundObject, path: readonly Step[]): Place {
  const place = document.positions.nearest([...prefix, ...path]);
  if (place.found > prefix.length || prefix.length > 0) return { ...place, found: place.found - prefix.length };
  const position: Position = { line: document.line, column: 1 };
  return { position, value: position, found: 0, collection: true };
}

import type { ResourceId } from "../model/resource.ts";
import { type Step } from "./field-path.ts";
import { isObject, stringAt } from "./json.ts";
import { groupOf } from "./scope.ts";
import { type Position, PositionedDocument } from "./yaml-positions.ts";
import { contentLine, parseYaml, splitDocuments, type TextDocument } from "./yaml-read.ts";

/** A field's place, and how much of its path was there. */
export interface Place {
  position: Position;
  found: number;
  scalar?: unknown;
}

interface Found {
  document: TextDocument;
  /** Steps from the document to the object: none, or the item of a List. */
  prefix: Step[];
}

/** The document of a resource in a file, by its line when that is known, else by kind and name. */
function findDocument(text: string, id: ResourceId, line: number): Found | undefined {
  const documents = splitDocuments(text);
  const byLine = line > 1 ? documents.findLast((document) => contentLine(document) <= line) : undefined;
  const ordered = byLine === undefined ? documents : [byLine, ...documents];
  for (const document of ordered) {
    const prefix = prefixOf(document, id);
    if (prefix !== undefined) return { document, prefix };
  }
  return undefined;
}

function prefixOf(document: TextDocument, id: ResourceId): Step[] | undefined {
  if (!document.text.includes(id.kind)) return undefined;
  const value = parsed(document.text);
  if (matches(value, id)) return [];
  const items: unknown = isObject(value) ? value["items"] : undefined;
  const index = Array.isArray(items) ? items.findIndex((item) => matches(item, id)) : -1;
  return index < 0 ? undefined : ["items", index];
}

function parsed(text: string): unknown {
  try {
    return parseYaml(text);
  } catch {
    return undefined;
  }
}

/** Kustomize adds prefixes, suffixes and hashes to names: the written name is part of the rendered one. */
function matches(value: unknown, id: ResourceId): boolean {
  if (stringAt(value, "kind") !== id.kind) return false;
  if (groupOf(stringAt(value, "apiVersion") ?? "") !== groupOf(id.apiVersion)) return false;
  const name = stringAt(value, "metadata", "name") ?? stringAt(value, "metadata", "generateName") ?? "";
  return name !== "" && id.name.includes(name);
}

/** Where a field of a resource stands in a file that declares or patches it. */
export function placeInFile(text: string, id: ResourceId, path: readonly Step[], line = 1): Place | undefined {
  const found = findDocument(text, id, line);
  return found && placeIn(found, path);
}

/** The same in the file a resource comes from, where a patch may have renamed it: the only one of its kind is meant too. */
export function placeInOrigin(text: string, id: ResourceId, path: readonly Step[], line: number): Place | undefined {
  const found = findDocument(text, id, line) ?? onlyOfKind(text, id.kind);
  return found && placeIn(found, path);
}

function onlyOfKind(text: string, kind: string): Found | undefined {
  const [document, ...others] = splitDocuments(text).filter((one) => stringAt(parsed(one.text), "kind") === kind);
  return document === undefined || others.length > 0 ? undefined : { document, prefix: [] };
}

function placeIn(found: Found, path: readonly Step[]): Place {
  const place = new PositionedDocument(found.document).nearest([...found.prefix, ...path]);
  if (place.found <= found.prefix.length)
    return { position: { line: contentLine(found.document), column: 1 }, found: 0 };
  return { ...place, found: place.found - found.prefix.length };
}

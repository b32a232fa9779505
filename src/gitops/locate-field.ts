import type { Reads } from "../model/rendered.ts";
import type { Resource, SourceLocation } from "../model/resource.ts";
import type { FileTree } from "./contracts.ts";
import { documentIndex, type IndexedDocument, type IndexedFile } from "./document-index.ts";
import { type Step, valueAt } from "./field-path.ts";
import { placeInDocuments, placeInOrigin } from "./locate-documents.ts";
import { decisionIn } from "./locate-kustomization.ts";
import { placeInTemplate } from "./locate-template.ts";
import type { Place } from "./yaml-positions.ts";

export interface FieldLocation {
  tree: FileTree;
  /** What the rendering read: patches are looked for in there. */
  reads: Reads;
  /** Which end of a field to point at; its key unless told otherwise. */
  end?: "key" | "value";
}

const isKustomization = (file: string): boolean => /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(file);
const isTemplate = (file: string): boolean => /(?:^|\/)templates\//.test(file);
/** Overlays are read after what they build on; a field is decided by what was read in the deepest path last. */
const byDistance = (a: string, b: string): number => b.split("/").length - a.split("/").length || (a < b ? -1 : 1);

/**
 * Where a field of an Argo CD object that was rendered was written, as its own rendering tells: the patch or transformer that sets it, its own
 * document, then the Application. Most specific first.
 */
export function locateField(resource: Resource, steps: readonly Step[], context: FieldLocation): SourceLocation[] {
  const [origin, ...rest] = resource.origin;
  if (origin === undefined) return [];
  const file = documentIndex(context.tree).file(origin.file);
  // Content from elsewhere has only the Application to point at.
  if (file === undefined || /^Application|ApplicationSet| of /.test(origin.via ?? "")) return [...resource.origin];
  const own = inOrigin(file, origin, resource, steps, context);
  if (isTemplate(origin.file)) return [{ ...own.location, via: "chart template" }, ...rest];
  const decision = own.complete && !isKustomization(origin.file) ? undefined : decide(resource, steps, origin, context);
  const base = isKustomization(origin.file) && decision !== undefined ? [] : [own.location];
  return [...(decision === undefined ? [] : [decision]), ...base, ...rest];
}

function inOrigin(
  { text, documents }: IndexedFile,
  origin: SourceLocation,
  resource: Resource,
  steps: readonly Step[],
  { end }: FieldLocation,
): { location: SourceLocation; complete: boolean } {
  const place = isKustomization(origin.file)
    ? undefined
    : isTemplate(origin.file)
      ? inTemplate(text, documents, resource, steps)
      : placeInOrigin(documents, resource.id, steps, origin.line);
  if (place === undefined) return { location: origin, complete: false };
  // A value that differs from the rendered one was changed on the way: what changed it is the better answer.
  const same = place.scalar === undefined || place.scalar === valueAt(resource.manifest, steps);
  const position = end === "value" ? place.value : place.position;
  return { location: { ...origin, ...position }, complete: place.found === steps.length && same };
}

/** A template without any actions around the field is YAML too, and then there is no need to guess. */
function inTemplate(
  text: string,
  documents: readonly IndexedDocument[],
  { id }: Resource,
  steps: readonly Step[],
): Place {
  const place = placeInDocuments(documents, id, steps);
  return place?.found === steps.length ? place : placeInTemplate(text, id, steps);
}

/** Among the files read: patch files of the same kind and name, then what kustomizations say themselves. */
function decide(
  resource: Resource,
  steps: readonly Step[],
  origin: SourceLocation,
  { tree, reads, end }: FieldLocation,
): SourceLocation | undefined {
  const index = documentIndex(tree);
  const files = Object.entries(reads.files)
    .filter(([file, id]) => id !== null && /\.(?:ya?ml|json)$|Kustomization$/.test(file))
    .map(([file]) => file)
    .sort(byDistance);
  // Without a kustomization, files that are read together have nothing to say about each other's resources.
  if (!files.some(isKustomization)) return undefined;
  for (const file of namesResource(steps) ? [] : files) {
    if (file === origin.file || isKustomization(file) || isTemplate(file)) continue;
    const place = placeInDocuments(index.file(file)?.documents ?? [], resource.id, steps);
    if (place === undefined || place.found !== steps.length) continue;
    return { file, ...(end === "value" ? place.value : place.position), via: "patch" };
  }
  for (const file of files.filter(isKustomization)) {
    const decision = decisionIn(index.file(file)?.documents[0], resource.id, steps);
    if (decision !== undefined) return { file, ...decision.position, via: decision.via };
  }
  return undefined;
}

/** Every patch repeats what it applies to. */
function namesResource(steps: readonly Step[]): boolean {
  return (
    steps.length === 0 ||
    steps[0] === "kind" ||
    steps[0] === "apiVersion" ||
    (steps[0] === "metadata" && steps[1] === "name")
  );
}

import type { Reads } from "../model/rendered.ts";
import type { Resource, SourceLocation } from "../model/resource.ts";
import type { FileTree } from "./contracts.ts";
import { parseFieldPath, type Step, valueAt } from "./field-path.ts";
import { placeInFile, placeInOrigin } from "./locate-documents.ts";
import { decisionIn } from "./locate-kustomization.ts";
import { placeInTemplate } from "./locate-template.ts";

export interface LocateContext {
  tree: FileTree;
  /** What the rendering read: patches are looked for in there. */
  reads: Reads;
}

const isKustomization = (file: string): boolean => /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(file);
const isTemplate = (file: string): boolean => /(?:^|\/)templates\//.test(file);
/** Overlays are read after what they build on; a field is decided by what was read in the deepest path last. */
const byDistance = (a: string, b: string): number => b.split("/").length - a.split("/").length || (a < b ? -1 : 1);

/**
 * Where a field of a rendered resource was written: the patch or transformer that sets it, its own document, then the
 * Application. Reads and parses files, so ask only for what is shown. Most specific first.
 */
export function locate(resource: Resource, path: string | undefined, context: LocateContext): SourceLocation[] {
  const [origin, ...rest] = resource.origin;
  if (origin === undefined) return [];
  const text = textOf(context.tree, origin.file);
  // Content from elsewhere has only the Application to point at.
  if (text === undefined || /^Application|ApplicationSet| of /.test(origin.via ?? "")) return [...resource.origin];
  const steps = parseFieldPath(path ?? "");
  const own = inOrigin(text, origin, resource, steps);
  if (isTemplate(origin.file)) return [{ ...own.location, via: "chart template" }, ...rest];
  const decision = own.complete && !isKustomization(origin.file) ? undefined : decide(resource, steps, origin, context);
  const base = isKustomization(origin.file) && decision !== undefined ? [] : [own.location];
  return [...(decision === undefined ? [] : [decision]), ...base, ...rest];
}

function inOrigin(
  text: string,
  origin: SourceLocation,
  resource: Resource,
  steps: readonly Step[],
): { location: SourceLocation; complete: boolean } {
  const place = isTemplate(origin.file)
    ? placeInTemplate(text, resource.id, steps)
    : isKustomization(origin.file)
      ? undefined
      : placeInOrigin(text, resource.id, steps, origin.line);
  if (place === undefined) return { location: origin, complete: false };
  // A value that differs from the rendered one was changed on the way: what changed it is the better answer.
  const same = place.scalar === undefined || place.scalar === valueAt(resource.manifest, steps);
  return { location: { ...origin, ...place.position }, complete: place.found === steps.length && same };
}

/** Among the files read: patch files of the same kind and name, then what kustomizations say themselves. */
function decide(
  resource: Resource,
  steps: readonly Step[],
  origin: SourceLocation,
  { tree, reads }: LocateContext,
): SourceLocation | undefined {
  const files = Object.entries(reads.files)
    .filter(([file, id]) => id !== null && /\.(?:ya?ml|json)$|Kustomization$/.test(file))
    .map(([file]) => file)
    .sort(byDistance);
  for (const file of namesResource(steps) ? [] : files) {
    if (file === origin.file || isKustomization(file) || isTemplate(file)) continue;
    const place = placeInFile(textOf(tree, file) ?? "", resource.id, steps);
    if (place !== undefined && place.found === steps.length) return { file, ...place.position, via: "patch" };
  }
  for (const file of files.filter(isKustomization)) {
    const decision = decisionIn(textOf(tree, file) ?? "", resource.id, steps);
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

function textOf(tree: FileTree, file: string): string | undefined {
  const content = tree.read(file);
  return content === undefined ? undefined : new TextDecoder().decode(content);
}

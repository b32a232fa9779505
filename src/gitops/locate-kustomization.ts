import type { ResourceId } from "../model/resource.ts";
import type { IndexedDocument } from "./document-index.ts";
import type { Step } from "./field-path.ts";
import { isObject, stringAt } from "./json.ts";
import { placeInText } from "./locate-documents.ts";
import type { Position } from "./yaml-positions.ts";

/** What in a kustomization decides a field, and the word for it. */
export interface Decision {
  position: Position;
  via: string;
}

/** The inline patch, generator or transformer of a kustomization that sets a field of a resource. */
export function decisionIn(
  document: IndexedDocument | undefined,
  id: ResourceId,
  path: readonly Step[],
): Decision | undefined {
  const kustomization = document?.value;
  if (document === undefined || !isObject(kustomization)) return undefined;
  const found =
    inlinePatch(kustomization, id, path) ?? generator(kustomization, id) ?? transformer(kustomization, path);
  return found && { position: document.positions.nearest(found.path).position, via: found.via };
}

interface Found {
  path: (string | number)[];
  via: string;
}

function inlinePatch(kustomization: Record<string, unknown>, id: ResourceId, path: readonly Step[]): Found | undefined {
  for (const list of ["patches", "patchesStrategicMerge", "patchesJson6902"]) {
    const items = kustomization[list];
    if (!Array.isArray(items)) continue;
    for (const [index, item] of items.entries()) {
      const patch = typeof item === "string" ? inlineOf(item) : stringAt(item, "patch");
      if (patch === undefined || !targets(item, id)) continue;
      if (setsPointer(patch, path) || (placeInText(patch, id, path)?.found ?? 0) === path.length) {
        return { path: typeof item === "string" ? [list, index] : [list, index, "patch"], via: "patch" };
      }
    }
  }
  return undefined;
}

/** A list of strategic merge patches has paths and patches in it. */
const inlineOf = (item: string): string | undefined => (/\n|^\s*\{/.test(item) ? item : undefined);

function targets(item: unknown, id: ResourceId): boolean {
  const kind = stringAt(item, "target", "kind");
  const name = stringAt(item, "target", "name");
  return (kind === undefined || kind === id.kind) && (name === undefined || id.name.includes(name));
}

/** Whether a JSON patch has an operation at the field or above it. */
function setsPointer(patch: string, path: readonly Step[]): boolean {
  const wanted = path.map((step) => (typeof step === "object" ? "" : String(step))).join("/");
  return [...patch.matchAll(/path["']?\s*:\s*["']?\/([^\s"',}]+)/g)].some(([, pointer = ""]) => {
    const plain = pointer.replaceAll("~1", "/").replaceAll("~0", "~");
    return wanted === plain || wanted.startsWith(`${plain}/`);
  });
}

function generator(kustomization: Record<string, unknown>, id: ResourceId): Found | undefined {
  const list = id.kind === "ConfigMap" ? "configMapGenerator" : id.kind === "Secret" ? "secretGenerator" : "";
  const items = kustomization[list];
  if (!Array.isArray(items)) return undefined;
  const index = items.findIndex((item) => id.name.includes(stringAt(item, "name") ?? "\0"));
  return index < 0 ? undefined : { path: [list, index], via: "generator" };
}

function transformer(kustomization: Record<string, unknown>, path: readonly Step[]): Found | undefined {
  const last = path.at(-1);
  const text = path.filter((step) => typeof step === "string").join(".");
  const candidates: [boolean, string][] = [
    [last === "image", "images"],
    [last === "replicas", "replicas"],
    [text === "metadata.namespace", "namespace"],
    [text === "metadata.name", "namePrefix"],
    [text === "metadata.name", "nameSuffix"],
    [/labels|selector/.test(text), "labels"],
    [/labels|selector/.test(text), "commonLabels"],
    [/annotations/.test(text), "commonAnnotations"],
  ];
  const field = candidates.find(([fits, name]) => fits && kustomization[name] !== undefined)?.[1];
  return field === undefined ? undefined : { path: [field], via: "kustomization" };
}

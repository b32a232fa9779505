import type { SourceLocation } from "../../model/resource.ts";
import { isObject, stringAt } from "../json.ts";
import type { Place, Steps } from "../yaml-positions.ts";
import { declaredName, isOfKind } from "./declared-object.ts";
import { selects } from "./patch-target.ts";
import { at, isLeaf, type Question } from "./question.ts";
import { embeddedDocuments, type SourceDocument } from "./source-files.ts";

/** A patch as some file has it, and whom it is for. */
export interface Patch {
  documents: readonly SourceDocument[];
  file: string;
  target?: unknown;
}

/** The patch that a string field holds, inside the document around it. */
export function inlinePatch(file: string, place: Place, target?: unknown): Patch {
  const documents = place.embedded === undefined ? [] : embeddedDocuments(place.embedded);
  return { documents, file, target };
}

/** Where a patch sets the field in question; undefined if it does not, or is for something else. */
export function placeInPatch(patch: Patch, names: readonly string[], question: Question): SourceLocation | undefined {
  const targeted = isObject(patch.target);
  if (targeted && !selects(patch.target, names, question)) return undefined;
  for (const document of patch.documents.toReversed()) {
    const { value } = document;
    if (Array.isArray(value)) {
      const place = placeInOperations(document, value, question);
      if (place !== undefined) return at(patch.file, place, "patch");
    } else if (isObject(value) && (targeted || isFor(value, names, question))) {
      const place = placeInMerge(document, value, question);
      if (place !== undefined) return at(patch.file, place, "patch");
    }
  }
  return undefined;
}

function isFor(value: unknown, names: readonly string[], { resource }: Question): boolean {
  return isOfKind(value, resource.id) && names.includes(declaredName(value));
}

/** Fields by which a strategic merge patch says what it is for. */
const identifying = new Set(["apiVersion", "kind", "metadata.name", "metadata.namespace", ""]);

function placeInMerge(document: SourceDocument, value: unknown, question: Question): Place["position"] | undefined {
  const { steps, names } = question;
  if (identifying.has(names.join("."))) return undefined;
  const place = document.positions.nearest(steps);
  if (place.found === steps.length) return isLeaf(question) || !place.collection ? place.position : undefined;
  // What a patch takes away it has written too.
  if (
    question.value === undefined &&
    place.found > 0 &&
    (place.scalar === null || deletes(value, steps, place.found))
  ) {
    return place.position;
  }
  return undefined;
}

function deletes(value: unknown, steps: Steps, found: number): boolean {
  let node: unknown = value;
  for (const step of steps.slice(0, found)) node = isObject(node) && typeof step === "string" ? node[step] : undefined;
  const directive = stringAt(node, "$patch");
  return directive === "delete" || directive === "replace";
}

/** The last operation of a JSON patch that writes the field or something around it. */
function placeInOperations(
  document: SourceDocument,
  operations: readonly unknown[],
  question: Question,
): Place["position"] | undefined {
  for (let index = operations.length - 1; index >= 0; index -= 1) {
    const operation = operations[index];
    const op = stringAt(operation, "op");
    const pointer = stringAt(operation, "path");
    if (op === undefined || op === "test" || pointer === undefined || !isObject(operation)) continue;
    const rest = beyond(pointer, operation["value"], question.steps);
    if (rest === undefined) continue;
    const own = (field: string): Place => document.positions.nearest([index, field]);
    if (op === "remove") {
      if (question.value === undefined) return own("path").position;
      continue;
    }
    if (op !== "add" && op !== "replace") return own("from").position;
    if (rest.length === 0) {
      if (!isLeaf(question) && op === "add" && pointer.endsWith("/-")) return own("path").position;
      return own(question.aspect === "key" ? "path" : "value").position;
    }
    const place = document.positions.nearest([index, "value", ...rest]);
    if (place.found === rest.length + 2) return place.position;
  }
  return undefined;
}

/** The steps that remain below a pointer, or undefined where it leads elsewhere. */
function beyond(pointer: string, value: unknown, steps: Steps): Steps | undefined {
  const parts = pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (parts.length > steps.length) return undefined;
  for (const [index, part] of parts.entries()) {
    const step = steps[index];
    if (typeof step === "object" && "index" in step) {
      const isItem = index === parts.length - 1 && value !== undefined && isSame(value, step.item);
      if (!isItem && (part === "-" ? isObject(step.item) || step.item !== value : Number(part) !== step.index))
        return undefined;
      if (!isItem && index === parts.length - 1 && isObject(value) && differs(value, step.item)) return undefined;
    } else if (String(step) !== part) {
      return undefined;
    }
  }
  return steps.slice(parts.length);
}

/** Whether an added item is the rendered one, which later operations may have extended. */
function isSame(added: unknown, item: unknown): boolean {
  if (!isObject(added) || !isObject(item)) return added === item;
  return typeof added["name"] === "string"
    ? added["name"] === item["name"]
    : JSON.stringify(added) === JSON.stringify(item);
}

const differs = (added: unknown, item: unknown): boolean =>
  isObject(added) && isObject(item) && added["name"] !== undefined && added["name"] !== item["name"];

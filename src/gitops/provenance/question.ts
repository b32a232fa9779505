import type { JsonObject, Resource, SourceLocation } from "../../model/resource.ts";
import type { RenderedApplication } from "../rendered-repository.ts";
import { parseFieldPath, type Step, valueAt } from "../field-path.ts";
import { isObject } from "../json.ts";
import { type EmbeddedText, itemSteps, type Place, type Position, type Steps } from "../yaml-positions.ts";
import type { ChartSource } from "./chart-source.ts";
import type { Kustomizations } from "./kustomization.ts";
import type { SourceFiles } from "./source-files.ts";

/** What is wrong with a field: its value, or that it is there (or is not) under this name. */
export type Aspect = "value" | "key";

/** A field of a rendered resource whose writer is looked for. */
export interface Question {
  application: RenderedApplication;
  resource: Resource;
  manifest: JsonObject;
  /** Steps through the rendered manifest. */
  steps: Steps;
  /** The same as names; list items by their index. */
  names: readonly string[];
  /** The rendered value; undefined where the field is not there. */
  value: unknown;
  aspect: Aspect;
  /** Questions that led to this one. */
  depth: number;
}

/** Where a field was written. Most specific first; `sure` is false where text alone does not tell. */
export interface Answer {
  places: SourceLocation[];
  sure: boolean;
  /** The text that the first place holds, where that may be YAML itself. */
  embedded?: EmbeddedText;
}

/** Answers for what a chart makes. */
export type InChart = (source: ChartSource) => Answer;

/** What every kind of source may ask of the rest. */
export interface Archive {
  files: SourceFiles;
  /**
   * Where a field of an Application object itself, or a line of its text, was written: in its file, its parent's template, its
   * ApplicationSet.
   */
  declared(application: RenderedApplication, path: readonly (string | number)[], line?: number): Answer;
  /** The Application that creates another one. */
  parentOf(application: RenderedApplication): RenderedApplication | undefined;
  kustomizations: Kustomizations;
  answer(question: Question): Answer;
}

export function ask(
  application: RenderedApplication,
  resource: Resource,
  path: string | readonly Step[],
  aspect: Aspect,
  depth = 0,
): Question {
  const { manifest } = resource;
  const parsed = typeof path === "string" ? parseFieldPath(path) : path;
  const steps = itemSteps(manifest, parsed);
  return {
    application,
    resource,
    manifest,
    steps,
    names: steps.map((step) =>
      typeof step === "object" ? ("index" in step ? String(step.index) : step.value) : String(step),
    ),
    value: valueAt(manifest, parsed),
    aspect,
    depth,
  };
}

/** A place in a file. */
export function at(file: string, { line, column }: Position, via?: string): SourceLocation {
  return { file, line, column, ...(via !== undefined && { via }) };
}

/** The same answer, at a line of the text that its first place holds. */
export function atLine(answer: Answer, line: number | undefined): Answer {
  const { embedded, places, sure } = answer;
  const [first, ...rest] = places;
  if (line === undefined || embedded === undefined || embedded.single || first === undefined) return answer;
  const position = { line: embedded.line + line - 1, column: embedded.column + 1 };
  return { places: [at(first.file, position, first.via), ...rest], sure };
}

export const isLeaf = ({ value }: Question): boolean =>
  typeof value !== "object" || value === null || (Array.isArray(value) && !value.some(isObject));

/** Whether a place holds the whole field with the value that was rendered. */
export function holds(place: Place, { steps, value }: Question, extra = 0): boolean {
  if (place.found !== steps.length + extra) return false;
  if (place.collection || place.scalar === undefined) return true;
  return place.scalar === value || String(place.scalar) === String(value);
}

import type { Json, SourceLocation } from "../../model/resource.ts";
import { isObject, objectAt, stringAt } from "../json.ts";
import type { Generated } from "../unit.ts";
import { placeInText } from "./template-lines.ts";
import { type Answer, at, atLine } from "./question.ts";
import type { SourceFiles } from "./source-files.ts";

type Path = readonly (string | number)[];
/** Where a field of the ApplicationSet itself was written. */
type InSet = (path: Path) => Answer;

/** Where a field of a generated Application, or a line of its text, was written: in the template, or in what the generator puts there. */
export function placeInSet(
  generated: Generated,
  path: Path,
  { inSet, files, line }: { inSet: InSet; files: SourceFiles; line?: number | undefined },
): Answer {
  const { set, generator } = generated;
  const patched = inTemplatePatch(set, path, inSet);
  if (patched !== undefined) return patched;
  const generators = objectAt(set, "spec")?.["generators"];
  const own: unknown = Array.isArray(generators) ? generators[generator] : undefined;
  const kind = isObject(own) ? Object.keys(own).find((key) => isObject(own[key])) : undefined;
  const overriding = kind === undefined ? [] : ["spec", "generators", generator, kind, "template", ...path];
  const template =
    overriding.length > 0 && valueIn(set, overriding) !== undefined ? overriding : ["spec", "template", ...path];
  const written = atLine(inSet(template), line);
  const whole = valueIn(set, template);
  const text = line === undefined || typeof whole !== "string" ? whole : whole.split("\n")[line - 1];
  const value = parameterPlace(text, generated, { inSet, files });
  return value === undefined ? written : { places: [...value, ...written.places], sure: true };
}

function valueIn(value: unknown, path: Path): unknown {
  let at: unknown = value;
  for (const step of path) {
    at = Array.isArray(at)
      ? at[Number(step)]
      : isObject(at) && Object.hasOwn(at, String(step))
        ? at[String(step)]
        : undefined;
  }
  return at;
}

/** A templatePatch is laid over the template: what it writes, it has written last. It is a template and not always YAML. */
function inTemplatePatch(set: unknown, path: Path, inSet: InSet): Answer | undefined {
  const text = stringAt(set, "spec", "templatePatch");
  if (text === undefined) return undefined;
  const place = placeInText(
    text,
    path.map((step) => (typeof step === "number" ? { index: step, item: null } : step)),
    {
      from: 1,
      to: Infinity,
    },
  );
  if (place.found < path.length) return undefined;
  const around = inSet(["spec", "templatePatch"]);
  const { embedded } = around;
  const [first, ...rest] = around.places;
  if (embedded === undefined || first === undefined || embedded.single) return around;
  const position = { line: embedded.line + place.line - 1, column: place.column + embedded.column };
  return { places: [at(first.file, position, first.via), ...rest], sure: true };
}

/** The generator's own value, where the template's text ends with a parameter. */
function parameterPlace(
  text: unknown,
  { set, generator, parameters }: Generated,
  context: { inSet: InSet; files: SourceFiles },
): SourceLocation[] | undefined {
  const name =
    typeof text === "string" ? /\{\{-?\s*\.?([\w.-]+)(?![\w.-])[^{}]*\}\}["']?\s*$/.exec(text)?.[1] : undefined;
  if (name === undefined) return undefined;
  const generators = objectAt(set, "spec")?.["generators"];
  const own: unknown = Array.isArray(generators) ? generators[generator] : undefined;
  return inGenerator(own, ["spec", "generators", generator], { name, parameters, ...context }, 0);
}

interface Wanted {
  name: string;
  parameters: Readonly<Record<string, unknown>>;
  inSet: InSet;
  files: SourceFiles;
}

/** Generators nest at most this deep in Argo CD. */
const nesting = 4;

function inGenerator(generator: unknown, path: Path, wanted: Wanted, depth: number): SourceLocation[] | undefined {
  if (!isObject(generator) || depth > nesting) return undefined;
  for (const [kind, body] of Object.entries(generator)) {
    if (!isObject(body)) continue;
    const at = [...path, kind];
    const found =
      inElements(body["elements"], [...at, "elements"], wanted) ?? inFile(kind, wanted) ?? inValues(body, at, wanted);
    if (found !== undefined) return found;
    const nested = body["generators"];
    // Of generators that are combined, the later one's parameters win.
    for (const [index, one] of Array.isArray(nested) ? [...nested.entries()].reverse() : []) {
      const inside = inGenerator(one, [...at, "generators", index], wanted, depth + 1);
      if (inside !== undefined) return inside;
    }
  }
  return undefined;
}

/** The element that the parameters were made of. */
function inElements(
  elements: Json | undefined,
  path: Path,
  { name, parameters, inSet }: Wanted,
): SourceLocation[] | undefined {
  if (!Array.isArray(elements)) return undefined;
  const keys = name.split(".");
  const index = elements.findIndex(
    (element) =>
      isObject(element) &&
      Object.entries(element).every(
        ([key, value]) => key === "values" || JSON.stringify(parameters[key]) === JSON.stringify(value),
      ) &&
      valueIn(element, keys) !== undefined,
  );
  return index < 0 ? undefined : inSet([...path, index, ...keys]).places;
}

function inValues(
  body: Readonly<Record<string, unknown>>,
  path: Path,
  { name, inSet }: Wanted,
): SourceLocation[] | undefined {
  const keys = name.split(".");
  return keys[0] === "values" && valueIn(body, keys) !== undefined ? inSet([...path, ...keys]).places : undefined;
}

/** The file that a git generator has read. */
function inFile(kind: string, { name, parameters, files }: Wanted): SourceLocation[] | undefined {
  const path = valueIn(parameters, ["path", "path"]) ?? parameters["path"];
  const filename = valueIn(parameters, ["path", "filename"]) ?? parameters["path.filename"];
  if (kind !== "git" || typeof path !== "string" || typeof filename !== "string") return undefined;
  const file = path === "." || path === "" ? filename : `${path}/${filename}`;
  const [document] = files.documents(file);
  const steps = name.split(".");
  const place = document?.positions.nearest(steps);
  return place !== undefined && place.found === steps.length ? [at(file, place.position, "generator")] : undefined;
}

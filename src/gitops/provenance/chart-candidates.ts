import { isObject, stableJson } from "../json.ts";
import type { Printed } from "./chart-templates.ts";
import type { ChartSource } from "./chart-source.ts";
import { isLeaf, type Question } from "./question.ts";
import type { Action } from "./template-actions.ts";
import { anyItem, type Meaning, plain } from "./template-expression.ts";
import type { ValuesStack } from "./values-stack.ts";

/** A template with the line that prints a field, and what its actions refer to. */
export interface TemplateView {
  file: string;
  text: string;
  line: number;
  column: number;
  /** How many steps of the field are written down to that line. */
  found: number;
  printed: readonly Printed[];
  /** Keys of the subchart whose template it is. */
  keys: readonly string[];
}

/** A values path that may decide a field. */
export interface Candidate {
  path: readonly string[];
  /** Whether its value shows in the rendered one. */
  fits: boolean;
  /** Whether the template leaves no other choice. */
  certain: boolean;
}

const candidatesLimit = 8;

/** Values that may decide a field, the likeliest first: those its line names, those printed below it, those that look like it. */
export function candidatesFor(source: ChartSource, question: Question, view: TemplateView | undefined): Candidate[] {
  const named = view === undefined ? [] : fromTemplate(source.values, question, view);
  // Without a template at hand, a value that is equal and is called the same is all there is to go by.
  const all = named.length > 0 || source.chart?.owned === true ? named : alike(source, question);
  const seen = new Set<string>();
  const distinct = all.filter(({ path }) => !seen.has(path.join("\0")) && seen.add(path.join("\0")));
  const fitting = distinct.filter(({ fits }) => fits);
  const ordered = question.value === undefined ? distinct : [...fitting, ...distinct.filter(({ fits }) => !fits)];
  return ordered.slice(0, candidatesLimit);
}

function fromTemplate(values: ValuesStack, question: Question, view: TemplateView): Candidate[] {
  const { steps, names, value } = question;
  const rest = names.slice(view.found);
  const onLine = view.printed.filter(({ action }) => action.line <= view.line && view.line <= action.endLine);
  const isPlain = value !== undefined && isLeaf(question);
  if (rest.length === 0 && isPlain) {
    const relevant = onLine.length > 0 ? onLine : blockBelow(view);
    const references = relevant.flatMap((one) => one.references);
    const direct = expanded(references.toReversed(), values, question);
    const single = references.length === 1 && direct.length === 1;
    return direct.map((one) => ({ ...one, certain: single && one.fits }));
  }
  if (steps.length === 0) return [];
  const printed = [...onLine, ...blockBelow(view)];
  const below = isPlain ? printed : printed.filter(({ action }) => printsInto(action, view));
  const certain = below.length === 1;
  const out = below.flatMap(({ meaning, references }) =>
    [...plain(meaning), ...references].flatMap((one) =>
      one.kind === "values"
        ? withoutStars(one.path, values, question).flatMap((path) => printedWhole(path, rest, values, question) ?? [])
        : [],
    ),
  );
  // What is printed below may have been put together by a named template.
  const far = out.length > 0 || !isPlain ? [] : below.flatMap((one) => one.references);
  const deepest = out.toSorted((a, b) => b.path.length - a.path.length).map((one) => ({ ...one, certain }));
  return [...deepest, ...expanded(far, values, question)];
}

/** Where the field is in values that are printed as they are. How much of its path stands in the template is not always clear. */
function printedWhole(
  path: readonly string[],
  rest: readonly string[],
  values: ValuesStack,
  question: Question,
): Omit<Candidate, "certain"> | undefined {
  const { value } = question;
  if (value === undefined) {
    const nearest = values.nearest([...path, ...rest], path.length);
    return isObject(nearest?.value) ? { path: [...path, ...rest].slice(0, nearest.found), fits: true } : undefined;
  }
  for (let from = 0; from <= rest.length; from += 1) {
    const whole = [...path, ...rest.slice(from)];
    const written = values.writer(whole);
    const fits = isLeaf(question) ? shows(written?.value, value) : stableJson(written?.value) === stableJson(value);
    if (written !== undefined && fits) return { path: whole, fits };
  }
  return undefined;
}

/** Whether what an action prints belongs right below the line, and not below another key that stands between them. */
function printsInto({ line, body }: Action, view: TemplateView): boolean {
  const lines = view.text.split("\n");
  const indent = Number(/\bn?indent\s+(\d+)/.exec(body)?.[1] ?? indentOf(lines[line - 1] ?? ""));
  for (let at = line - 1; at > view.line; at -= 1) {
    const text = lines[at - 1] ?? "";
    if (/^[ \t-]*["']?[\w./][\w./-]*["']?:/.test(text) && indentOf(text) < indent) return false;
  }
  return true;
}

/** Actions on the lines below that are indented deeper than the line itself. */
function blockBelow({ text, line, printed }: TemplateView): readonly Printed[] {
  const lines = text.split("\n");
  const own = indentOf(lines[line - 1] ?? "");
  let last = line;
  for (let at = line; at < lines.length; at += 1) {
    const next = lines[at] ?? "";
    const isStatement = /^\s*(?:\{\{.*\}\}\s*)?$/.test(next);
    if (!isStatement && indentOf(next) <= own && !/^\s*-/.test(next)) break;
    if (next.startsWith("---")) break;
    last = at + 1;
  }
  return printed.filter(({ action }) => action.line > line && action.line <= last);
}

const indentOf = (line: string): number => /^[\s-]*/.exec(line)?.[0].length ?? 0;

function expanded(references: readonly Meaning[], values: ValuesStack, question: Question): Candidate[] {
  return references.flatMap((one) => {
    if (one.kind !== "values") return [];
    return withoutStars(one.path, values, question).flatMap((path): Candidate[] => {
      const written = values.writer(path);
      if (written === undefined || isObject(written.value) || Array.isArray(written.value)) return [];
      return [{ path, fits: question.value === undefined || shows(written.value, question.value), certain: false }];
    });
  });
}

/** Whether a value can be seen in the rendered one. */
function shows(value: unknown, rendered: unknown): boolean {
  if (value === rendered) return true;
  if (typeof value === "object" || value === "") return false;
  return typeof rendered === "string" ? rendered.includes(String(value)) : String(value) === String(rendered);
}

const starsLimit = 12;

/** The items of a loop that the field may belong to: those named like something on its path, those whose value fits. */
function withoutStars(path: readonly string[], values: ValuesStack, question: Question): string[][] {
  const star = path.indexOf(anyItem);
  if (star < 0) return [[...path]];
  const hints = new Set([
    ...question.names,
    question.resource.id.name,
    ...question.steps.flatMap((step) =>
      typeof step === "object" && "item" in step && isObject(step.item) ? [String(step.item["name"])] : [],
    ),
  ]);
  const around = path.slice(0, star);
  const keys = values.keys(around);
  const named = keys.filter((key) => {
    if (hints.has(key)) return Number.isNaN(Number(key));
    const own = values.writer([...around, key])?.value;
    return isObject(own) ? hints.has(String(own["name"])) : hints.has(String(own));
  });
  const next = (chosen: readonly string[]): string[][] =>
    chosen
      .slice(0, starsLimit)
      .flatMap((key) => withoutStars([...around, key, ...path.slice(star + 1)], values, question));
  if (named.length > 0) return next(named);
  const fitting = keys.filter((key) =>
    shows(values.writer([...around, key, ...path.slice(star + 1)])?.value, question.value),
  );
  const suffixed = keys.filter((key) => question.resource.id.name.endsWith(key) && Number.isNaN(Number(key)));
  return next(suffixed.length > 0 ? suffixed : fitting.length > 0 ? fitting : keys);
}

/** Leaves of the repository's own values that have the field's value and its name. */
function alike({ values, template }: ChartSource, question: Question): Candidate[] {
  const { names, value } = question;
  if (value === undefined || typeof value === "object") return [];
  const keys = /^charts\/([^/]+)\//.exec(template ?? "")?.[1];
  const words = new Set(question.resource.id.name.toLowerCase().split("-"));
  const scored = values.leaves().flatMap(({ path, value: written }) => {
    if (!shows(written, value)) return [];
    const equal = String(written) === String(value);
    if (!equal && String(written).length < 4) return [];
    if (keys !== undefined && path[0] !== keys && path[0] !== "global") return [];
    let suffix = 0;
    while (suffix < path.length && path.at(-1 - suffix) === names.at(-1 - suffix)) suffix += 1;
    const related = names.filter((name) => path.includes(name)).length;
    const called = path.filter((step) => words.has(step.toLowerCase())).length;
    return [{ path, score: suffix * 4 + related * 2 + called + (equal ? 2 : 0) }];
  });
  return scored
    .toSorted((a, b) => b.score - a.score)
    .slice(0, candidatesLimit)
    .map(({ path }) => ({ path, fits: true, certain: false }));
}

import type { SourceLocation } from "../../model/resource.ts";
import { join } from "../source-paths.ts";
import type { ChartFiles } from "./chart-files.ts";
import { candidatesFor, type TemplateView } from "./chart-candidates.ts";
import type { ChartSource } from "./chart-source.ts";
import { type Answer, at, type Question } from "./question.ts";
import { type LineRange, placeInText } from "./template-lines.ts";
import type { WrittenValue } from "./values-stack.ts";

/** What a rendering with marks, or with one value changed, has shown. */
export interface Evidence {
  /** The template's line that printed the field, or what is nearest to it. */
  line?: { file: string; line: number; found: number } | undefined;
  /** The values path that the field follows: null when it follows none of those tried. */
  follows?: readonly string[] | null | undefined;
}

/** Where a field of what a chart renders was written: values first where its value comes from there, then the template. */
export function answerIn(source: ChartSource, question: Question, evidence: Evidence = {}): Answer {
  const view = viewOf(source, question, evidence);
  const candidates = candidatesFor(source, question, view);
  const known = evidence.follows === undefined ? candidates[0] : undefined;
  const path = evidence.follows ?? known?.path;
  const written = path === undefined || evidence.follows === null ? undefined : source.values.writer(path);
  const template = templatePlaces(source, question, view);
  const own = written?.places() ?? [];
  if (question.aspect === "key" && template.length > 0 && view?.found === question.steps.length) {
    return { places: [...template, ...own], sure: evidence.line !== undefined };
  }
  const confirmed = Array.isArray(evidence.follows);
  if (own.length === 0) return unwritten(template, written, source, { confirmed, question, evidence });
  const sure = confirmed || (known?.certain === true && (evidence.line !== undefined || source.chart?.owned !== true));
  const places = sure ? own : own.map((one, index) => (index === 0 ? doubtful(one) : one));
  if (!sure && template.length > 0 && known?.fits !== true) return { places: [...template, ...places], sure: false };
  return { places: [...places, ...template, ...(template.length === 0 ? source.around() : [])], sure };
}

/** Nothing that the repository wrote decides the field: the template does, or whatever brings the chart in. */
function unwritten(
  template: SourceLocation[],
  written: WrittenValue | undefined,
  source: ChartSource,
  { confirmed, question, evidence }: { confirmed: boolean; question: Question; evidence: Evidence },
): Answer {
  if (template.length > 0)
    return {
      places: template,
      sure: evidence.line !== undefined && (evidence.follows !== undefined || question.value === undefined),
    };
  return { places: source.around(), sure: confirmed || written !== undefined || evidence.follows !== undefined };
}

const doubtful = (place: SourceLocation): SourceLocation => ({ ...place, via: `perhaps ${place.via ?? "values"}` });

function templatePlaces({ chart }: ChartSource, question: Question, view: TemplateView | undefined): SourceLocation[] {
  if (chart?.owned !== true || view === undefined) return [];
  const { file, line, column, found, printed } = view;
  const own = at(file, { line, column }, "chart template");
  // A line that only includes a named template says what that one says.
  const here = printed.filter(({ action }) => action.line <= line && line <= action.endLine);
  const [only] = here;
  const name =
    here.length === 1 && found === question.steps.length
      ? /^include\s+["`]([^"`]+)["`]/.exec(only?.action.body ?? "")?.[1]
      : undefined;
  const inner = name === undefined || question.aspect === "key" ? undefined : chart.templates.onlyLine(name);
  const helper = inner && [at(inner.file, { line: inner.line, column: 1 }, "chart template")];
  return [...(chartFileReference(chart, here) ?? chartFileRead(chart, here, question)), ...(helper ?? []), own];
}

/** `.Chart.AppVersion` and the like come from Chart.yaml. */
function chartFileReference(chart: ChartFiles, printed: TemplateView["printed"]): SourceLocation[] | undefined {
  const references = printed.flatMap((one) => one.references);
  const [reference] = references;
  if (references.length !== 1 || reference?.kind !== "chart" || reference.chart.length > 0) return undefined;
  const [field = ""] = reference.path;
  const file = join(chart.directory, "Chart.yaml");
  const place = chart.files.documents(file)[0]?.positions.nearest([field.charAt(0).toLowerCase() + field.slice(1)]);
  return place?.found === 1 ? [at(file, place.position, "Chart.yaml")] : undefined;
}

/** A file that a template prints with `.Files.Get`, or under its own name with `.Files.Glob`. */
function chartFileRead(chart: ChartFiles, printed: TemplateView["printed"], { names }: Question): SourceLocation[] {
  const [only, ...others] = printed.map(({ action }) => action.body);
  if (only === undefined || others.length > 0) return [];
  const [, how, name = ""] = /\.Files\.(Get|Lines|GetBytes|Glob)\s+["`]([^"`]+)["`]/.exec(only) ?? [];
  if (how === undefined) return [];
  const path = how === "Glob" ? chart.fileNamed(names.at(-1) ?? "", name) : join(chart.directory, name);
  return path !== undefined && chart.files.has(path) ? [at(path, { line: 1, column: 1 }, "file")] : [];
}

/** The template of a resource, and the line in it that prints the field. */
export function viewOf(
  { chart, template }: ChartSource,
  question: Question,
  { line: exact }: Evidence,
): TemplateView | undefined {
  if (chart === undefined) return undefined;
  const { file, chart: keys } =
    template === undefined ? { file: findTemplate(chart, question) ?? "", chart: [] } : chart.template(template);
  const text = chart.templates.file(exact?.file ?? file)?.text;
  if (text === undefined) return undefined;
  const printed = chart.templates.actionsIn(exact?.file ?? file, file, keys);
  if (exact !== undefined) {
    const column = (/\S/.exec(text.split("\n")[exact.line - 1] ?? "")?.index ?? 0) + 1;
    return { file: exact.file, text, line: exact.line, column, found: exact.found, printed, keys };
  }
  const place = placeInText(text, question.steps, documentOf(text, question));
  return { file, text, ...place, printed, keys };
}

const kindLine = (kind: string): RegExp =>
  new RegExp(`^[ \\t]*["']?kind["']?:[ \\t]*["']?${kind.replace(/\W/g, "")}\\b`, "m");

/** The part of a template between `---` lines that makes the resource: of its kind, and with its name if that is written. */
function documentOf(text: string, { resource }: Question): LineRange {
  const lines = text.split("\n");
  const parts: (LineRange & { text: string })[] = [];
  let from = 1;
  for (const [index, line] of [...lines, "---"].entries()) {
    if (!line.startsWith("---")) continue;
    parts.push({ from, to: index, text: lines.slice(from - 1, index).join("\n") });
    from = index + 1;
  }
  const kind = kindLine(resource.id.kind);
  const fitting = parts.filter((part) => kind.test(part.text));
  return scored(fitting, resource.id.name)[0] ?? { from: 1, to: lines.length };
}

/** Those first whose `name:` shares most with the rendered name. */
function scored<T extends { text: string }>(parts: readonly T[], name: string): T[] {
  const score = ({ text }: T): number => {
    const written = /^[ \t]*name:[ \t]*(\S.*)$/m.exec(text)?.[1] ?? "";
    const literal = written
      .replace(/\{\{[^}]*\}\}/g, " ")
      .split(/[\s"']+/)
      .filter((part) => part !== "");
    return (
      literal.filter((part) => name.includes(part)).length - literal.filter((part) => !name.includes(part)).length * 2
    );
  };
  return parts.toSorted((a, b) => score(b) - score(a));
}

/** The template of a chart that makes resources of a kind, where the engine did not say which. */
function findTemplate(chart: ChartFiles, { resource }: Question): string | undefined {
  const kind = kindLine(resource.id.kind);
  const files = chart.templates.paths().filter((path) => kind.test(chart.templates.file(path)?.text ?? ""));
  return scored(
    files.map((path) => ({ path, text: chart.templates.file(path)?.text ?? "" })),
    resource.id.name,
  )[0]?.path;
}

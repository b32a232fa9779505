import type { SourceLocation } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { sourcesOf } from "../application.ts";
import type { FileTree } from "../contracts.ts";
import { parent } from "../layout.ts";
import type { RenderedApplication } from "../rendered-repository.ts";
import { type Declared, placedSource, placeInApplication, type PlacedSource } from "./application-place.ts";
import { answerIn } from "./chart-answer.ts";
import { ChartFiles } from "./chart-files.ts";
import { type ChartSource, helmSource } from "./chart-source.ts";
import { objectOf, placeInObject } from "./declared-object.ts";
import { type Kustomization, Kustomizations } from "./kustomization.ts";
import { kustomizeAnswer } from "./kustomize-answer.ts";
import { type Answer, type Archive, ask, type Aspect, at, holds, type InChart, type Question } from "./question.ts";
import { SourceFiles } from "./source-files.ts";

/** Where everything that was rendered from a tree was written. */
export class Provenance implements Archive {
  readonly files: SourceFiles;
  readonly kustomizations: Kustomizations;
  private readonly byName: ReadonlyMap<string, RenderedApplication>;
  private readonly charts = new Map<string, ChartFiles>();
  private readonly sources = new Map<string, Omit<ChartSource, "template">>();
  private readonly aspects = new WeakMap<SourceLocation[], Aspect>();

  constructor(tree: FileTree, applications: readonly RenderedApplication[]) {
    this.files = new SourceFiles(tree);
    this.kustomizations = new Kustomizations(this.files);
    this.byName = new Map(applications.map((one) => [one.report.name, one]));
  }

  /** By the name it is reported under. */
  application(name: string): RenderedApplication | undefined {
    return this.byName.get(name);
  }

  parentOf({ report }: RenderedApplication): RenderedApplication | undefined {
    return report.parent === undefined ? undefined : this.byName.get(report.parent);
  }

  declared(application: RenderedApplication, path: readonly (string | number)[], line?: number): Answer {
    const { object, at: places } = application.application;
    const { generated } = application;
    return this.placeIn({ object, at: places, generated, parent: this.parentOf(application) }, path, line);
  }

  /** The same for an object that need not have become an Application. */
  placeIn(declared: Declared, path: readonly (string | number)[], line?: number): Answer {
    return placeInApplication(declared, path, this, { line });
  }

  /**
   * Where a field of a rendered resource was written, as far as the files' text tells: the last writer first, then what it
   * wrote over, then the Application.
   */
  locate(
    application: RenderedApplication,
    resource: Resource,
    path: string | undefined,
    aspect: Aspect = "value",
  ): SourceLocation[] {
    const { places } = this.answer(ask(application, resource, path ?? "", aspect));
    this.aspects.set(places, aspect);
    return places;
  }

  /** What was asked when these very places were given. */
  aspectOf(places: SourceLocation[]): Aspect | undefined {
    return this.aspects.get(places);
  }

  /** Whether an engine that reads templates made a resource: a chart, by itself or inflated by a kustomization. */
  isRendered({ origin }: Resource): boolean {
    const [first] = origin;
    if (first === undefined) return false;
    return /(?:^|\/)(?:templates\/|kustomization\.ya?ml$|Kustomization$)/.test(first.file) || isElsewhere(first);
  }

  /** The kustomization that brought a resource about itself. */
  kustomizationOf({ resource }: Question): Kustomization | undefined {
    const file = resource.origin[0]?.file ?? "";
    const found = this.kustomizations.at(parent(file));
    return found?.file === file ? found : undefined;
  }

  answer(question: Question, inChart: InChart = (source) => answerIn(source, question)): Answer {
    const { origin } = question.resource;
    const [first, ...rest] = origin;
    if (first === undefined) return { places: [], sure: true };
    const found = this.answerBySource(question, first, inChart);
    if (found === undefined || found.places.length === 0) return { places: [...origin], sure: true };
    return { ...found, places: chained(found.places, isElsewhere(first) ? origin : rest) };
  }

  private answerBySource(question: Question, first: SourceLocation, inChart: InChart): Answer | undefined {
    const chart = this.chartOf(question);
    if (chart !== undefined) return inChart(chart.source);
    // Content of another repository has only the Application to point at.
    if (isElsewhere(first)) return undefined;
    if (
      /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(first.file) ||
      question.application.application.spec.source?.kustomize !== undefined ||
      this.isKustomized(question)
    ) {
      for (const placed of this.sourcesFor(question)) {
        const found = kustomizeAnswer(placed, question, this, inChart);
        if (found !== undefined) return found;
      }
    }
    return this.plain(question, first);
  }

  private isKustomized(question: Question): boolean {
    return this.sourcesFor(question).some(({ directory }) => this.kustomizations.at(directory) !== undefined);
  }

  /** A document as it lies in a folder. */
  private plain(question: Question, { file, line }: SourceLocation): Answer | undefined {
    const object = objectOf(this.files, file, question.resource.id, line);
    if (object === undefined) return undefined;
    const place = placeInObject(object, question.steps);
    const through = place.through === undefined ? [] : [at(file, place.through, "alias")];
    const sure = holds(place, question) || question.value === undefined;
    return {
      places: [at(file, place.position), ...through],
      sure,
      ...(place.embedded && { embedded: place.embedded }),
    };
  }

  /** The sources of an Application that may have made a resource, those first whose path its file is in. */
  private sourcesFor({ application, resource }: Question): PlacedSource[] {
    const file = resource.origin[0]?.file ?? "";
    const placed = sourcesOf(application.application.spec).flatMap(
      (_, index) => placedSource(application, index, this) ?? [],
    );
    const near = ({ directory }: PlacedSource): number =>
      directory === "" || file.startsWith(`${directory}/`) ? directory.length : -1;
    return placed.length < 2 ? placed : placed.toSorted((a, b) => near(b) - near(a));
  }

  /** The chart that made a resource, if one did. */
  chartOf(
    question: Question,
    fetched?: () => ChartFiles | undefined,
  ): { source: ChartSource; index: number } | undefined {
    const [first] = question.resource.origin;
    if (first === undefined) return undefined;
    const elsewhere = /^(\S+) of (.*)$/s.exec(first.via ?? "");
    for (const placed of this.sourcesFor(question)) {
      const { source, directory, index } = placed;
      if (elsewhere !== null) {
        const name = `${source.chart ?? ""} ${source.targetRevision ?? ""}`;
        if (!source.chart && !source.repoURL.startsWith("oci://")) continue;
        if (source.chart && name !== elsewhere[2]) continue;
        return {
          source: { ...this.sourceOf(placed, question, fetched?.()), template: below(elsewhere[1] ?? "") },
          index,
        };
      }
      if (!this.isChart(placed) || !(directory === "" || first.file.startsWith(`${directory}/`))) continue;
      const template = first.file.slice(directory === "" ? 0 : directory.length + 1);
      const chart = this.charts.get(directory) ?? new ChartFiles(this.files, directory, true);
      this.charts.set(directory, chart);
      return { source: { ...this.sourceOf(placed, question, chart), template }, index };
    }
    return undefined;
  }

  /** Values are put together once per source, and once more when the chart's files are at hand. */
  private sourceOf(
    placed: PlacedSource,
    question: Question,
    chart: ChartFiles | undefined,
  ): Omit<ChartSource, "template"> {
    const key = `${question.application.report.name} ${placed.index} ${chart === undefined}`;
    const known = this.sources.get(key) ?? helmSource(placed, question, this, chart);
    this.sources.set(key, known);
    return known;
  }

  private isChart({ source, directory }: PlacedSource): boolean {
    if (source.helm !== undefined) return true;
    if (source.kustomize !== undefined || source.directory !== undefined || source.chart) return false;
    return (
      this.kustomizations.at(directory) === undefined &&
      this.files.has(directory === "" ? "Chart.yaml" : `${directory}/Chart.yaml`)
    );
  }
}

/** What another repository or a fetched chart brought: see Where. */
const isElsewhere = ({ via }: SourceLocation): boolean => /^\S+ of /.test(via ?? "");

/** Helm's name of a template without the chart's. */
const below = (template: string): string => template.slice(template.indexOf("/") + 1);

/** Places of the answer, then what led there; a line is named once. */
function chained(places: readonly SourceLocation[], rest: readonly SourceLocation[]): SourceLocation[] {
  const seen = new Set<string>();
  const files = new Set(places.map(({ file }) => file));
  const told = rest.filter(
    ({ file, via }) =>
      !(
        via?.startsWith("Application") === true &&
        files.has(file) &&
        places.some((one) => one.file === file && one.via?.startsWith("Application"))
      ),
  );
  return [...places, ...told].filter(({ file, line }) => {
    const key = `${file}:${line}`;
    return !seen.has(key) && seen.add(key);
  });
}

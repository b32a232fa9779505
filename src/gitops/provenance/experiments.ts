import { sourcesOf } from "../application.ts";
import type { ChartRef } from "../contracts.ts";
import { isObject } from "../json.ts";
import type { Again, Difference, Rerenderer } from "../render-again.ts";
import type { RenderedApplication } from "../rendered-repository.ts";
import { ChartFiles } from "./chart-files.ts";
import type { ChartSource } from "./chart-source.ts";
import type { Kustomization } from "./kustomization.ts";
import { MarkedRendering, markedTemplates } from "./marked-rendering.ts";
import type { Question } from "./question.ts";
import { SourceFiles } from "./source-files.ts";
import { changedOptions, changedValues, isDifferent, otherThan } from "./what-if.ts";

export interface ExperimentLimits {
  /** Renderings of one Application at most. */
  renderings: number;
  /** For how long new ones are begun. */
  milliseconds: number;
}

export interface ExperimentPorts {
  again: Rerenderer;
  /** Milliseconds. */
  now(): number;
}

const fewRenderings: ExperimentLimits = { renderings: 60, milliseconds: 4000 };

/** A chart, and what renders it. */
export interface FoundChart {
  source: ChartSource;
  /** The Application's Helm source, by its index. */
  helm?: number;
  /** The kustomization that inflates it. */
  kustomization?: Kustomization;
}

/** Renderings that answer a question about a chart, each made once. */
export class Experiments {
  /** Whether one was not made because there was no more time. */
  late = false;
  private readonly ports: ExperimentPorts;
  private readonly limits: ExperimentLimits;
  private readonly deadline: number;
  private readonly renderings = new Map<string, number>();
  private readonly renderedMarks = new Map<string, Promise<MarkedRendering | undefined>>();
  private readonly charts = new Map<string, Promise<ChartFiles | undefined>>();
  private readonly changes = new Map<string, Promise<Again | undefined>>();

  constructor(ports: ExperimentPorts, limits: ExperimentLimits = fewRenderings) {
    this.ports = ports;
    this.limits = limits;
    this.deadline = ports.now() + limits.milliseconds;
  }

  /** The files of a chart from elsewhere. */
  async chart(ref: ChartRef): Promise<ChartFiles | undefined> {
    const key = JSON.stringify(ref);
    const known =
      this.charts.get(key) ??
      this.ports.again.chart(ref).then((tree) => tree && new ChartFiles(new SourceFiles(tree), "", false));
    this.charts.set(key, known);
    return known;
  }

  /** A chart of this repository, rendered with marks in its templates. */
  marked(application: RenderedApplication, chart: ChartFiles): Promise<MarkedRendering | undefined> {
    const key = `${application.report.name} ${chart.directory}`;
    const known = this.renderedMarks.get(key) ?? this.renderMarked(application, chart);
    this.renderedMarks.set(key, known);
    return known;
  }

  private async renderMarked(
    application: RenderedApplication,
    chart: ChartFiles,
  ): Promise<MarkedRendering | undefined> {
    const { files, paths } = markedTemplates(chart);
    const again = await this.render(application, { files });
    return again && new MarkedRendering(again, paths, chart);
  }

  /** Whether a field changes when a value does; undefined where that cannot be told. */
  async follows(found: FoundChart, question: Question, path: readonly string[]): Promise<boolean | undefined> {
    const { application, resource } = question;
    const key = JSON.stringify([application.report.name, found.helm ?? found.kustomization?.file, path]);
    const known = this.changes.get(key) ?? this.renderChanged(found, application, path);
    this.changes.set(key, known);
    const again = await known;
    const counts = application.rendered.resources.filter(({ id }) => id.kind === resource.id.kind).length;
    return again && isDifferent(again, question, counts);
  }

  private async renderChanged(
    { source, helm, kustomization }: FoundChart,
    application: RenderedApplication,
    path: readonly string[],
  ): Promise<Again | undefined> {
    const value = otherThan(source.values.writer(path)?.value);
    if (helm !== undefined) {
      const options = changedOptions(
        sourcesOf(application.application.spec)[helm]?.helm ?? {},
        source.values,
        path,
        value,
      );
      return options && this.render(application, { helm: { source: helm, options } });
    }
    const files = kustomization && changedKustomization(kustomization, source, path, value);
    return files && this.render(application, { files });
  }

  /** Nothing is begun any more once there have been enough. */
  private async render(
    { application, report }: RenderedApplication,
    difference: Difference,
  ): Promise<Again | undefined> {
    const before = this.renderings.get(report.name) ?? 0;
    if (before >= this.limits.renderings) return undefined;
    this.late ||= this.ports.now() >= this.deadline;
    if (this.late) return undefined;
    this.renderings.set(report.name, before + 1);
    return this.ports.again.render(application, difference);
  }
}

const extraValues = "slipway-what-if-values.yaml";

/** A kustomization whose chart gets one more file of values, after all others. */
function changedKustomization(
  { value, file, directory }: Kustomization,
  { values, entry }: ChartSource,
  path: readonly string[],
  other: ReturnType<typeof otherThan>,
): ReadonlyMap<string, string> | undefined {
  const change = changedValues(values, path, other);
  const list = value["helmCharts"];
  if (change === undefined || !Array.isArray(list)) return undefined;
  const charts = list.map((one, index) => {
    if (index !== entry || !isObject(one)) return one;
    const before = Array.isArray(one["additionalValuesFiles"]) ? one["additionalValuesFiles"] : [];
    return { ...one, additionalValuesFiles: [...before, extraValues] };
  });
  return new Map([
    [file, JSON.stringify({ ...value, helmCharts: charts })],
    [directory === "" ? extraValues : `${directory}/${extraValues}`, JSON.stringify(change)],
  ]);
}

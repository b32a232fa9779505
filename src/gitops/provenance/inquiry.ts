import type { Finding } from "../../model/finding.ts";
import { type Resource, resourceKey, type SourceLocation } from "../../model/resource.ts";
import type { ChartRef } from "../contracts.ts";
import type { RenderedApplication } from "../rendered-repository.ts";
import { sourcesOf } from "../application.ts";
import { answerIn, type Evidence, viewOf } from "./chart-answer.ts";
import { candidatesFor } from "./chart-candidates.ts";
import type { ChartFiles } from "./chart-files.ts";
import { type ExperimentLimits, type ExperimentPorts, Experiments, type FoundChart } from "./experiments.ts";
import { entrySource } from "./inflated.ts";
import { isObject } from "../json.ts";
import type { Provenance } from "./provenance.ts";
import { ask, type Aspect, isLeaf, type Question } from "./question.ts";

export interface InquiryPorts extends ExperimentPorts {
  /** Keeps what follows from a rendering and its reads; `key` says what was asked. What is not `whole` is not kept. */
  recall<T>(
    application: RenderedApplication,
    key: unknown,
    make: () => Promise<{ value: T; whole: boolean }>,
  ): Promise<T>;
}

/** Findings looked into at once. */
const lanes = 4;
/** Applications that are looked into; each costs some renderings. */
const applicationsLimit = 60;
/** Values tried for one field. */
const triesLimit = 4;

/**
 * Asks the engines where the text of templates does not tell: a chart rendered with marks shows the line of each field, and one
 * rendered with another value shows whether a field follows it. Only for what is reported; what is not asked any more keeps
 * the answer of the text.
 */
export class Inquiry {
  private readonly provenance: Provenance;
  private readonly ports: InquiryPorts;
  private readonly experiments: Experiments;
  private readonly resources = new Map<RenderedApplication, ReadonlyMap<string, Resource>>();

  constructor(provenance: Provenance, ports: InquiryPorts, limits?: ExperimentLimits) {
    this.provenance = provenance;
    this.ports = ports;
    this.experiments = new Experiments(ports, limits);
  }

  /** What engines can be asked about: findings in what they rendered, of the first Applications that have any. */
  open(findings: readonly Finding[]): Finding[] {
    const names = new Set<string>();
    return findings.filter(({ application: name = "", resource: id }) => {
      const application = id && this.provenance.application(name);
      const resource = application && this.resourcesOf(application).get(resourceKey(id));
      if (resource === undefined || !this.provenance.isRendered(resource)) return false;
      return names.has(name) || (names.size < applicationsLimit && names.add(name).has(name));
    });
  }

  /** The findings with better places, where the ones they have are those of the text and the engines know more. */
  async refine(findings: readonly Finding[]): Promise<Finding[]> {
    const out = [...findings];
    const left = findings.entries();
    const lane = async (): Promise<void> => {
      for (const [index, finding] of left) {
        const question = this.questionOf(finding);
        const places = question && (await this.places(question));
        if (places !== undefined && places.length > 0) out[index] = { ...finding, at: places };
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return out;
  }

  /** False once there was no time for more questions: another run may get further. */
  get whole(): boolean {
    return !this.experiments.late;
  }

  private questionOf({ application: name = "", resource: id, path, at }: Finding): Question | undefined {
    const application = id && this.provenance.application(name);
    if (id === undefined || application === undefined) return undefined;
    const resource = this.resourcesOf(application).get(resourceKey(id));
    if (resource === undefined || !this.provenance.isRendered(resource)) return undefined;
    for (const aspect of ["value", "key"] as const satisfies readonly Aspect[]) {
      const places = this.provenance.locate(application, resource, path, aspect);
      // A check that names another place has its reasons.
      if (isSamePlace(places[0], at[0]))
        return ask(application, resource, path ?? "", this.provenance.aspectOf(at) ?? aspect);
    }
    return undefined;
  }

  private resourcesOf(application: RenderedApplication): ReadonlyMap<string, Resource> {
    const known =
      this.resources.get(application) ??
      new Map(application.rendered.resources.map((one) => [resourceKey(one.id), one]));
    this.resources.set(application, known);
    return known;
  }

  /** Undefined where nothing more is to be found out. */
  async places(question: Question): Promise<SourceLocation[] | undefined> {
    const found = await this.chartOf(question);
    if (found === undefined) return undefined;
    const { application, resource, names, aspect } = question;
    const evidence = await this.ports.recall(application, ["evidence", resource.id, names, aspect], async () => ({
      value: await this.evidence(found, question),
      whole: this.whole,
    }));
    return this.provenance.answer(question, () => answerIn(found.source, question, evidence)).places;
  }

  private async chartOf(question: Question): Promise<FoundChart | undefined> {
    const { application, resource } = question;
    const [origin] = resource.origin;
    const sources = sourcesOf(application.application.spec);
    const index = sources.findIndex(
      (source) => source.chart !== undefined && origin?.via?.includes(` of ${source.chart} `) === true,
    );
    const fetched =
      index < 0
        ? undefined
        : await this.experiments.chart({
            repository: sources[index]?.repoURL ?? "",
            chart: sources[index]?.chart ?? "",
            version: sources[index]?.targetRevision ?? "",
          });
    const own = this.provenance.chartOf(question, () => fetched);
    if (own !== undefined) return { source: own.source, helm: own.index };
    const kustomization = this.provenance.kustomizationOf(question);
    const entries = kustomization?.value["helmCharts"];
    if (kustomization === undefined || !Array.isArray(entries)) return undefined;
    const known = new Map<unknown, ChartFiles | undefined>();
    for (const entry of entries) if (isObject(entry)) known.set(entry, await this.experiments.chart(refOf(entry)));
    const inflated = entrySource(kustomization, question, this.provenance, (entry) => known.get(entry));
    return inflated && { source: inflated, kustomization };
  }

  private async evidence(found: FoundChart, question: Question): Promise<Evidence> {
    const { source } = found;
    const line =
      found.helm === undefined || source.chart?.owned !== true
        ? undefined
        : (await this.experiments.marked(question.application, source.chart))?.line(question);
    const evidence: Evidence = line === undefined ? {} : { line };
    if (question.value === undefined || !isLeaf(question) || question.aspect === "key") return evidence;
    const candidates = candidatesFor(source, question, viewOf(source, question, evidence));
    const [first] = candidates;
    if (first === undefined)
      return line === undefined && source.chart === undefined ? evidence : { ...evidence, follows: null };
    if (first.certain && (line !== undefined || source.chart?.owned !== true)) return evidence;
    let unknown = false;
    for (const { path } of candidates.slice(0, triesLimit)) {
      const follows = await this.experiments.follows(found, question, path);
      if (follows === true) return { ...evidence, follows: path };
      unknown ||= follows === undefined;
    }
    return unknown || candidates.length > triesLimit ? evidence : { ...evidence, follows: null };
  }
}

function refOf(entry: Readonly<Record<string, unknown>>): ChartRef {
  const text = (field: string): string => (typeof entry[field] === "string" ? entry[field] : "");
  return { repository: text("repo"), chart: text("name"), version: text("version") };
}

const isSamePlace = (a: SourceLocation | undefined, b: SourceLocation | undefined): boolean =>
  a !== undefined && b !== undefined && a.file === b.file && a.line === b.line && a.column === b.column;

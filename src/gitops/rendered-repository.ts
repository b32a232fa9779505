import type { Finding } from "../model/finding.ts";
import type { Rendered } from "../model/rendered.ts";
import type { ApplicationReport, ApplicationStatus } from "../model/report.ts";
import type { SourceLocation } from "../model/resource.ts";
import type { ArgoSettings } from "./argo-settings.ts";
import type { FileTree } from "./contracts.ts";
import { settingsOf, type SettingsData } from "./declared-settings.ts";
import { type Application, describeSource, sourcesOf, waveOf } from "./application.ts";
import type { Discovered } from "./discover.ts";
import { duplicateFindings } from "./duplicates.ts";
import { type FieldPlaces, fieldPlaces, placed } from "./field-place.ts";
import { finding } from "./finding.ts";
import type { Forest } from "./forest.ts";
import { type Normalized, normalize } from "./normalize.ts";
import type { GitopsOptions } from "./options.ts";
import { Provenance } from "./provenance/provenance.ts";
import { ordered, uniqueNames, withoutSuperseded } from "./order.ts";
import type { StoredRendering } from "./render-application.ts";
import { projectSchema, type ApplicationSpec } from "./schema.ts";
import { scopeLookup } from "./scope.ts";
import { type ApplicationSync, syncFactsOf } from "./sync-facts.ts";
import { type JudgeContext, judge, projectsByName } from "./unit-findings.ts";
import type { FieldPath } from "./yaml-positions.ts";
import type { Generated, Unit } from "./unit.ts";
import { toldByAll } from "./values/shared-files.ts";

export interface RenderedApplication {
  report: ApplicationReport;
  rendered: Rendered;
  /** What was rendered, or what stands for it where nothing is declared. */
  application: Application;
  generated?: Generated;
  /** Absent for what stands for an Application where there is none. */
  spec?: ApplicationSpec;
  /** Where a field of the Application was written; absent with its spec. */
  placeOf?: (path: FieldPath) => SourceLocation[];
  sync?: ApplicationSync;
  /** What the cache may keep; the same object on both sides of a diff means that nothing changed. */
  rendering?: StoredRendering;
  /** Whether the cache gave it. */
  reused: boolean;
  /** Manifests that the kustomization around them leaves out, so that nothing deploys them. */
  aside?: boolean;
}

export interface RenderedRepository {
  /** Parents before children, siblings by wave and name, implicit ones last. */
  applications: RenderedApplication[];
  /** What belongs to no Application. */
  findings: Finding[];
  /** How Argo CD is set up, as far as the repository says so. */
  settings: ArgoSettings;
}

export interface ConclusionInput {
  forest: Forest;
  folders: readonly Unit[];
  discovered: Discovered;
  options: GitopsOptions;
  argoNamespace: string;
  /** Files that kustomizations name. */
  owned: ReadonlySet<string>;
  tree: FileTree;
  /** What the files say of Argo CD's own settings. */
  settings: SettingsData;
}

/** Settles what only the whole shows: scopes, duplicates, names, projects, order. */
export function conclude({
  forest,
  folders,
  discovered,
  options,
  argoNamespace,
  owned,
  tree,
  settings,
}: ConclusionInput): RenderedRepository {
  const units = [...ordered(withoutSuperseded(forest.units)), ...folders];
  const manifests = units.flatMap((unit) => producedOf(unit).map((one) => one.manifest));
  const declared = discovered.projects.map(({ object }) => {
    const { metadata, spec } = projectSchema.parse(object);
    return { name: metadata.name ?? "", spec };
  });
  const projects = projectsByName([...declared, ...forest.projects]);
  const scopeOf = scopeLookup(manifests, options.scopeOf);
  const names = uniqueNames(units);
  const concluded = units.map((unit) => {
    const normalized = normalize(producedOf(unit), unit.application.spec.destination.namespace ?? "", scopeOf);
    return { unit, normalized, application: conclusionOf(unit, normalized, names, projects) };
  });
  const applications = concluded.map(({ application }) => application);
  const rendered = new Map(concluded.map(({ unit, application }) => [unit, application]));
  const places = fieldPlaces(new Provenance(tree, applications), rendered);
  const clusters = options.clusters ?? [];
  const context: JudgeContext = { projects, clusters, argoNamespace, scopeOf, places, isTold: toldByAll(units) };
  for (const { unit, normalized, application } of concluded) {
    const { name } = application.report;
    application.rendered.findings.push(
      ...judge(unit, normalized, context).map((one) => ({ ...one, application: name })),
    );
    if (unit.kind === "Application") application.placeOf = (path) => places.ofUnit(unit, path);
  }
  const findings = [
    ...merged(discovered.findings, forest, { owned, places }),
    ...missingProjects(units, context),
    ...duplicateFindings(units, names, places),
  ];
  return { applications, findings, settings: settingsOf(settings, units.flatMap(producedOf)) };
}

/** Once per project, however many Applications are in it: who keeps projects elsewhere keeps them all there. */
function missingProjects(units: readonly Unit[], { projects, places }: JudgeContext): Finding[] {
  const members = new Map<string, Unit[]>();
  for (const unit of units) {
    const project = unit.application.spec.project || "default";
    if (unit.kind === "Application" && !projects.has(project)) {
      members.set(project, [...(members.get(project) ?? []), unit]);
    }
  }
  return [...members].map(([project, [first, ...others]]) => {
    const also = others.length === 0 ? "" : ` and of ${others.length} more`;
    const message = `AppProject ${project}, that of Application ${first?.name}${also}, is not declared in this repository, so what it allows is not checked`;
    const at = first === undefined ? [] : places.ofUnit(first, ["spec", "project"]);
    return finding("gitops/project-missing", message, { path: "spec.project", at });
  });
}

/** What a file says is told once, at its own line; a patch that a kustomization has read is no Application of its own. */
function merged(
  declared: readonly Finding[],
  forest: Forest,
  { owned, places }: { owned: ReadonlySet<string>; places: FieldPlaces },
): Finding[] {
  const read = forest.filesRead();
  const kept = declared.filter((one) => !one.at.some(({ file }) => owned.has(file) && read.has(file)));
  const told = new Set(kept.map(({ message }) => message));
  const fields = forest.fieldFindings.filter(({ finding: { message } }) => !told.has(message));
  const others = forest.findings.filter(({ message }) => !told.has(message));
  return [...kept, ...others, ...fields.map((one) => placed(one, places))];
}

function producedOf({ outcome }: Unit): StoredRendering["produced"] {
  return outcome?.ok === true ? outcome.rendering.produced : [];
}

function conclusionOf(
  unit: Unit,
  { resources }: Normalized,
  names: Map<Unit, string>,
  projects: JudgeContext["projects"],
): RenderedApplication {
  const name = names.get(unit) ?? unit.name;
  const { outcome } = unit;
  const [place] = unit.at;
  const parent = unit.parent && names.get(unit.parent);
  const { spec } = unit.application;
  return {
    report: {
      name,
      kind: unit.kind,
      ...(parent !== undefined && { parent }),
      ...(unit.kind === "Application" && { project: spec.project || "default" }),
      wave: waveOf(unit.application.object),
      file: place?.file ?? "",
      line: place?.line ?? 1,
      sources: unit.kind === "implicit" ? [unit.name] : sourcesOf(spec).map(describeSource),
      ...statusOf(unit),
      resources: resources.length,
    },
    rendered: {
      application: name,
      resources,
      reads: outcome?.ok === true ? outcome.rendering.reads : (outcome?.reads ?? { files: {}, listings: {} }),
      findings: [],
    },
    application: unit.application,
    ...(unit.generated && { generated: unit.generated }),
    ...(unit.kind === "Application" && {
      spec,
      sync: syncFactsOf(unit, projects.get(spec.project || "default")),
    }),
    ...(outcome?.ok === true && { rendering: outcome.rendering }),
    reused: outcome?.ok === true && outcome.reused,
    ...(unit.aside === true && { aside: true }),
  };
}

const notRendered = new Set(["render/source-unavailable", "gitops/pinned-revision", "sources/digest-mismatch"]);

function statusOf({ outcome }: Unit): { status: ApplicationStatus; reason?: string } {
  if (outcome === undefined) return { status: "not-rendered", reason: "It was not reached" };
  if (!outcome.ok) {
    const { rule, message } = outcome.failure;
    return { status: notRendered.has(rule) ? "not-rendered" : "failed", reason: message };
  }
  const plugin = outcome.rendering.notices.find((notice) => notice.rule === "gitops/plugin");
  if (plugin !== undefined && outcome.rendering.produced.length === 0)
    return { status: "not-rendered", reason: plugin.message };
  return { status: "rendered" };
}

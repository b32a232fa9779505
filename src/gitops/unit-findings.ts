import type { Finding } from "../model/finding.ts";
import type { Resource } from "../model/resource.ts";
import { sourceFields, sourcesOf } from "./application.ts";
import type { Cluster } from "./applicationset/context.ts";
import { resolveDestination } from "./destination.ts";
import type { RenderFailure } from "./failure.ts";
import type { FieldPlaces } from "./field-place.ts";
import { finding } from "./finding.ts";
import { isSkipped } from "./hooks.ts";
import type { Normalized, Repeated } from "./normalize.ts";
import type { UsedChart } from "./produced.ts";
import {
  defaultProject,
  permitsApplicationNamespace,
  permitsDestination,
  permitsKind,
  permitsSource,
  type Project,
  signatureField,
} from "./project.ts";
import type { SourceNotice } from "./render-source.ts";
import type { GitopsRule } from "./rules.ts";
import type { ScopeOf } from "./scope.ts";
import { isBareChart, type Unit } from "./unit.ts";
import { type FieldPath, formatPath } from "./yaml-positions.ts";

export interface JudgeContext {
  projects: ReadonlyMap<string, Project>;
  clusters: readonly Cluster[];
  argoNamespace: string;
  scopeOf: ScopeOf;
  places: FieldPlaces;
  /** What one Application's rendering noticed may not hold for another with the same file. */
  isTold: (notice: SourceNotice) => boolean;
}

/** What is wrong with a unit beyond the content of its resources. */
export function judge(unit: Unit, normalized: Normalized, context: JudgeContext): Finding[] {
  const { outcome } = unit;
  const found: Finding[] = [];
  if (outcome !== undefined && !outcome.ok) {
    found.push(failureFinding(outcome.failure, unit, context));
  } else if (outcome !== undefined) {
    found.push(
      ...outcome.rendering.notices.filter(context.isTold).map((notice) => noticeFinding(notice, unit, context)),
    );
    found.push(
      ...outcome.rendering.charts.filter(({ locked }) => !locked).map((chart) => unlocked(chart, unit, context)),
    );
  }
  // Files that only lie in a folder together may be alternatives: nobody applies them at once.
  if (unit.files === undefined) found.push(...normalized.repeated.map(repeatedFinding));
  if (unit.kind === "Application") found.push(...judgeApplication(unit, normalized.resources, context));
  return found.map((one) => ({ ...one, application: unit.name }));
}

function failureFinding(failure: RenderFailure, unit: Unit, { places }: JudgeContext): Finding {
  const { rule, message, detail, hint, at, field } = failure;
  const known = field !== undefined && unit.kind === "Application";
  const declared = known ? places.ofUnit(unit, field) : unit.at;
  const path = known && { path: formatPath(field) };
  const rest = { ...path, ...(detail && { detail }), ...(hint && { hint }), at: [...at, ...declared] };
  return finding(rule, message, { ...rest, ...lenience(failure, unit) });
}

function noticeFinding({ rule, message, field, ...rest }: SourceNotice, unit: Unit, { places }: JudgeContext): Finding {
  if (field === undefined) return finding(rule, message, rest);
  return finding(rule, message, { ...rest, path: formatPath(field), at: places.ofUnit(unit, field) });
}

/** Whether functions may run, and what values a chart gets, is known to whoever deploys it without an Application. */
function lenience({ rule, message }: RenderFailure, unit: Unit): Pick<Partial<Finding>, "severity" | "hint"> {
  if (unit.kind === "Application") return {};
  if (rule === "render/refused") return { severity: "warning" };
  if (rule !== "render/failed" || !isBareChart(unit) || / cannot be (?:read|loaded): /.test(message)) return {};
  const hint = "No Application uses this chart, so it was rendered with its own values alone, and it may need others";
  return { severity: "warning", hint };
}

function unlocked({ ref }: UsedChart, unit: Unit, { places }: JudgeContext): Finding {
  const message = `Chart ${ref.chart || ref.repository} ${ref.version} is not in the lock file, so the next run may get other content`;
  const { spec } = unit.application;
  const index = sourcesOf(spec).findIndex(({ chart, repoURL }) => chart === ref.chart && repoURL === ref.repository);
  const source = sourceFields(spec)[index];
  const field = source && [...source, "targetRevision"];
  return finding("sources/unlocked", message, {
    hint: "Run `slipway lock` and commit what it writes",
    ...(field && { path: formatPath(field) }),
    at: field && unit.kind === "Application" ? places.ofUnit(unit, field) : [...unit.at],
  });
}

function repeatedFinding({ id, times, places }: Repeated): Finding {
  const name = id.namespace ? `${id.namespace}/${id.name}` : id.name;
  const message = `${id.kind} ${name} is defined ${times} times in this Application; Argo CD keeps the last one`;
  return finding("gitops/repeated-resource", message, {
    resource: id,
    at: places.toReversed().flatMap((place) => place.slice(0, 1)),
  });
}

function judgeApplication(unit: Unit, resources: readonly Resource[], context: JudgeContext): Finding[] {
  const { spec } = unit.application;
  const found: Finding[] = [];
  const add = (rule: GitopsRule, message: string, field: FieldPath, doubtful = false): void => {
    const at = context.places.ofUnit(unit, field);
    const details = { path: formatPath(field), at, ...(doubtful && { severity: "warning" as const }) };
    found.push(finding(rule, `Application ${unit.name}: ${message}`, details));
  };
  if (spec.sourceHydrator !== undefined) {
    add("gitops/hydrator", "its dry source is rendered here; what is on the sync branch is not read", [
      "spec",
      "sourceHydrator",
    ]);
  }
  const destination = resolveDestination(spec.destination, context.clusters);
  const lost = spec.destination.namespace ? [] : withoutNamespace(resources, context.scopeOf);
  if ("problem" in destination) {
    const field = ["spec", "destination", ...(destination.field === undefined ? [] : [destination.field])];
    add("gitops/destination", destination.problem, field, unit.parent && isBareChart(unit.parent));
  } else if (lost[0] !== undefined) {
    const also = lost.length === 1 ? "" : ` and ${lost.length - 1} more`;
    const message = `${lost[0].id.kind} ${lost[0].id.name}${also} would be in no namespace, as the destination has none either`;
    add("gitops/destination", message, ["spec", "destination", "namespace"], unit.parent && isBareChart(unit.parent));
  }
  const name = spec.project || "default";
  const project = context.projects.get(name);
  if (project === undefined) return found;
  if (!permitsApplicationNamespace(project, unit.namespace, context.argoNamespace)) {
    const message = `the AppProject ${name} does not list its namespace ${unit.namespace} in sourceNamespaces`;
    add("gitops/project-namespace", message, ["metadata", "namespace"]);
  }
  const fields = sourceFields(spec);
  for (const [index, { repoURL }] of sourcesOf(spec).entries()) {
    if (permitsSource(project, repoURL)) continue;
    const message = `the AppProject ${name} does not allow the source ${repoURL}`;
    add("gitops/project-source", message, [...(fields[index] ?? ["spec"]), "repoURL"]);
  }
  const fromGit = sourcesOf(spec).filter(({ chart, repoURL }) => !chart && !repoURL.startsWith("oci://"));
  const signatures = fromGit
    .map(({ repoURL }) => signatureField(project, repoURL))
    .find((field) => field !== undefined);
  if (signatures !== undefined) {
    const message = `the AppProject ${name} wants signed commits (${signatures}), which are not verified here`;
    add("gitops/project-signature", message, ["spec", "project"]);
  }
  if ("cluster" in destination) {
    const { cluster } = destination;
    const { namespace = "" } = spec.destination;
    if (!permitsDestination(project, cluster, namespace)) {
      const where = cluster.name || cluster.server;
      const message = `the AppProject ${name} does not allow the destination ${where}, namespace ${namespace || "(none)"}`;
      add("gitops/project-destination", message, ["spec", "destination"]);
    }
    found.push(...judgeResources(unit, resources, { ...context, project, cluster }));
  }
  return found;
}

/** Argo CD refuses to sync these; of kinds that nobody knows it does not tell before the sync. */
const withoutNamespace = (resources: readonly Resource[], scopeOf: ScopeOf): Resource[] =>
  resources.filter(({ id, manifest }) => {
    return !id.namespace && !isSkipped(manifest) && scopeOf(id.apiVersion, id.kind) === "Namespaced";
  });

interface ResourceJudgeContext extends JudgeContext {
  project: Project;
  cluster: Cluster;
}

function judgeResources(unit: Unit, resources: readonly Resource[], context: ResourceJudgeContext): Finding[] {
  const { project, cluster, scopeOf, places } = context;
  const { namespace = "" } = unit.application.spec.destination;
  const found: Finding[] = [];
  const add = (rule: GitopsRule, message: string, resource: Resource, field: string[]): void => {
    const at = places.ofResource(unit, resource, field);
    found.push(finding(rule, message, { resource: resource.id, path: formatPath(field), at }));
  };
  for (const resource of resources) {
    const { id, manifest } = resource;
    if (isSkipped(manifest)) continue;
    const scope = scopeOf(id.apiVersion, id.kind) ?? "Namespaced";
    if (!permitsKind(project, id, scope)) {
      const message = `The AppProject ${project.name} does not allow ${scope === "Cluster" ? "the cluster-scoped kind" : "the kind"} ${id.kind} of ${id.apiVersion}`;
      add("gitops/project-resource", message, resource, ["kind"]);
    } else if (
      scope === "Namespaced" &&
      id.namespace &&
      id.namespace !== namespace &&
      !permitsDestination(project, cluster, id.namespace)
    ) {
      const message = `The AppProject ${project.name} does not allow the namespace ${id.namespace}`;
      add("gitops/project-destination", message, resource, ["metadata", "namespace"]);
    }
  }
  return found;
}

/** AppProjects by name. What is rendered comes last and wins; `default` exists without being declared. */
export function projectsByName(projects: readonly Project[]): Map<string, Project> {
  return new Map([defaultProject, ...projects].map((project) => [project.name, project]));
}

import type { Finding } from "../model/finding.ts";
import type { Resource } from "../model/resource.ts";
import { sourcesOf } from "./application.ts";
import type { Cluster } from "./applicationset/context.ts";
import { resolveDestination } from "./destination.ts";
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
} from "./project.ts";
import type { GitopsRule } from "./rules.ts";
import type { ScopeOf } from "./scope.ts";
import { isBareChart, type Unit } from "./unit.ts";

export interface JudgeContext {
  projects: ReadonlyMap<string, Project>;
  clusters: readonly Cluster[];
  argoNamespace: string;
  scopeOf: ScopeOf;
}

/** What is wrong with a unit beyond the content of its resources. */
export function judge(unit: Unit, normalized: Normalized, context: JudgeContext): Finding[] {
  const { outcome } = unit;
  const found: Finding[] = [];
  if (outcome !== undefined && !outcome.ok) {
    const { rule, message, detail, hint, at } = outcome.failure;
    const places = at.length > 0 ? [...at, ...unit.at] : [...unit.at];
    const rest = { ...(detail && { detail }), ...(hint && { hint }), at: places };
    found.push(finding(rule, message, { ...rest, ...lenience(rule, unit) }));
  } else if (outcome !== undefined) {
    found.push(...outcome.rendering.notices.map(({ rule, message, at }) => finding(rule, message, { at })));
    found.push(...outcome.rendering.charts.filter(({ locked }) => !locked).map((chart) => unlocked(chart, unit)));
  }
  // Files that only lie in a folder together may be alternatives: nobody applies them at once.
  if (unit.files === undefined) found.push(...normalized.repeated.map(repeatedFinding));
  if (unit.kind === "Application") found.push(...judgeApplication(unit, normalized.resources, context));
  return found.map((one) => ({ ...one, application: unit.name }));
}

/** Whether functions may run, and what values a chart gets, is known to whoever deploys it without an Application. */
function lenience(rule: GitopsRule, unit: Unit): Pick<Partial<Finding>, "severity" | "hint"> {
  if (unit.kind === "Application") return {};
  if (rule === "render/refused") return { severity: "warning" };
  if (rule !== "render/failed" || !isBareChart(unit)) return {};
  const hint = "No Application uses this chart, so it was rendered with its own values alone, and it may need others";
  return { severity: "warning", hint };
}

function unlocked({ ref }: UsedChart, unit: Unit): Finding {
  const message = `Chart ${ref.chart || ref.repository} ${ref.version} is not in the lock file, so the next run may get other content`;
  return finding("sources/unlocked", message, {
    hint: "Run `slipway lock` and commit what it writes",
    at: [...unit.at],
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
  const add = (rule: GitopsRule, message: string, path: string, doubtful = false): void => {
    const details = { path, at: [...unit.at], ...(doubtful && { severity: "warning" as const }) };
    found.push(finding(rule, `Application ${unit.name}: ${message}`, details));
  };
  if (spec.sourceHydrator !== undefined) {
    add(
      "gitops/hydrator",
      "its dry source is rendered here; what is on the sync branch is not read",
      "spec.sourceHydrator",
    );
  }
  const destination = resolveDestination(spec.destination, context.clusters);
  if ("problem" in destination) {
    add("gitops/destination", destination.problem, "spec.destination", unit.parent && isBareChart(unit.parent));
  }
  const name = spec.project || "default";
  const project = context.projects.get(name);
  if (project === undefined) return found;
  if (!permitsApplicationNamespace(project, unit.namespace, context.argoNamespace)) {
    add(
      "gitops/project-namespace",
      `the AppProject ${name} does not list its namespace ${unit.namespace} in sourceNamespaces`,
      "metadata.namespace",
    );
  }
  for (const { repoURL } of sourcesOf(spec)) {
    if (!permitsSource(project, repoURL))
      add(
        "gitops/project-source",
        `the AppProject ${name} does not allow the source ${repoURL}`,
        "spec.source.repoURL",
      );
  }
  if ((project.spec.signatureKeys ?? []).length > 0) {
    add(
      "gitops/project-signature",
      `the AppProject ${name} wants signed commits, which are not verified here`,
      "spec.project",
    );
  }
  if ("cluster" in destination)
    found.push(...judgeResources(unit, resources, { ...context, project, cluster: destination.cluster }));
  return found;
}

interface ResourceJudgeContext extends JudgeContext {
  project: Project;
  cluster: Cluster;
}

function judgeResources(unit: Unit, resources: readonly Resource[], context: ResourceJudgeContext): Finding[] {
  const { project, cluster, scopeOf } = context;
  const { namespace = "" } = unit.application.spec.destination;
  const found: Finding[] = [];
  if (!permitsDestination(project, cluster, namespace)) {
    const where = cluster.name || cluster.server;
    const message = `Application ${unit.name}: the AppProject ${project.name} does not allow the destination ${where}, namespace ${namespace || "(none)"}`;
    found.push(finding("gitops/project-destination", message, { path: "spec.destination", at: [...unit.at] }));
  }
  for (const { id, manifest, origin } of resources) {
    if (isSkipped(manifest)) continue;
    const scope = scopeOf(id.apiVersion, id.kind) ?? "Namespaced";
    if (!permitsKind(project, id, scope)) {
      const message = `The AppProject ${project.name} does not allow ${scope === "Cluster" ? "the cluster-scoped kind" : "the kind"} ${id.kind} of ${id.apiVersion}`;
      found.push(finding("gitops/project-resource", message, { resource: id, at: origin }));
    } else if (
      scope === "Namespaced" &&
      id.namespace &&
      id.namespace !== namespace &&
      !permitsDestination(project, cluster, id.namespace)
    ) {
      const message = `The AppProject ${project.name} does not allow the namespace ${id.namespace}`;
      found.push(
        finding("gitops/project-destination", message, { resource: id, path: "metadata.namespace", at: origin }),
      );
    }
  }
  return found;
}

/** AppProjects by name. What is rendered comes last and wins; `default` exists without being declared. */
export function projectsByName(projects: readonly Project[]): Map<string, Project> {
  return new Map([defaultProject, ...projects].map((project) => [project.name, project]));
}

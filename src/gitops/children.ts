import type { JsonObject, SourceLocation } from "../model/resource.ts";
import { readApplication } from "./application.ts";
import { generateApplications, type SetProblem } from "./applicationset/applications.ts";
import type { GeneratorWorld } from "./applicationset/context.ts";
import type { FieldFinding, Written } from "./field-place.ts";
import { finding } from "./finding.ts";
import { isObject, stableJson, stringAt, withoutNulls } from "./json.ts";
import { type ArgoKind, argoKinds, idOfObject, isArgoKind, type ObjectIssue, objectIssues } from "./object-issues.ts";
import type { Produced } from "./produced.ts";
import type { GitopsRule } from "./rules.ts";
import { projectSchema } from "./schema.ts";
import type { Project } from "./project.ts";
import { isBareChart, type Unit } from "./unit.ts";
import { type FieldPath, formatPath } from "./yaml-positions.ts";

/** Argo CD objects that a rendering, or a file, brings. */
export interface Offspring {
  units: Unit[];
  projects: { project: Project; namespace: string }[];
  findings: FieldFinding[];
}

export interface OffspringContext {
  world: GeneratorWorld;
  /** Namespace of objects that name none. */
  namespace: string;
  parent?: Unit;
}

/** Reads the Argo CD objects among manifests and runs the ApplicationSets. */
export async function offspring(produced: readonly Produced[], context: OffspringContext): Promise<Offspring> {
  const found: Offspring = { units: [], projects: [], findings: [] };
  for (const { manifest, at } of produced) {
    const kind = stringAt(manifest, "kind");
    if (manifest["apiVersion"] !== "argoproj.io/v1alpha1" || !isArgoKind(kind)) continue;
    const object = withoutNulls(manifest);
    if (!isObject(object)) continue;
    const issues = objectIssues(kind, object);
    const doubtful = context.parent && isBareChart(context.parent);
    for (const issue of issues) {
      const severity = issue.severity ?? (doubtful === true ? "warning" : undefined);
      found.findings.push(issueFinding(kind, { object, at, parent: context.parent }, { ...issue, severity }));
    }
    if (issues.some((issue) => issue.severity === undefined)) continue;
    if (kind === "Application") found.units.push(unitOf(object, at, context));
    else if (kind === "ApplicationSet") await addGenerated(object, at, context, found);
    else found.projects.push(projectOf(object, context));
  }
  return found;
}

function issueFinding(
  kind: ArgoKind,
  written: Written,
  { path, message, severity }: Pick<ObjectIssue, "path" | "message"> & { severity: "warning" | undefined },
): FieldFinding {
  const name = stringAt(written.object, "metadata", "name") ?? "without a name";
  const rest = { resource: idOfObject(written.object), path: formatPath(path), ...(severity && { severity }) };
  const about = finding(argoKinds[kind].rule, `${kind} ${name}: ${message}`, { ...rest, at: [...written.at] });
  return { finding: about, about: written, path };
}

function projectOf(object: JsonObject, { namespace }: OffspringContext): Offspring["projects"][number] {
  const { metadata, spec } = projectSchema.parse(object);
  return { project: { name: metadata.name ?? "", spec }, namespace: metadata.namespace ?? namespace };
}

export function unitOf(
  object: JsonObject,
  at: readonly SourceLocation[],
  { namespace, parent }: Pick<OffspringContext, "namespace" | "parent">,
): Unit {
  const application = readApplication(object, at);
  return {
    kind: "Application",
    name: application.name,
    namespace: application.namespace || namespace,
    application,
    ...(parent && { parent }),
    depth: (parent?.depth ?? -1) + 1,
    at,
  };
}

const problemRules: Record<SetProblem["kind"], GitopsRule> = {
  failed: "gitops/generator-failed",
  unknown: "gitops/generator-unknown",
  duplicate: "gitops/duplicate-application",
};

async function addGenerated(
  set: JsonObject,
  at: SourceLocation[],
  context: OffspringContext,
  found: Offspring,
): Promise<void> {
  const name = stringAt(set, "metadata", "name") ?? "";
  const namespace = stringAt(set, "metadata", "namespace") ?? context.namespace;
  const tell = (rule: GitopsRule, message: string, field: FieldPath): void => {
    const told = finding(rule, `ApplicationSet ${name}${message}`, { path: formatPath(field), at });
    found.findings.push({ finding: told, about: { object: set, at, parent: context.parent }, path: field });
  };
  const { applications, problems } = await generateApplications(set, context.world);
  for (const { kind, message, generator } of problems) {
    tell(problemRules[kind], `: ${message}`, ["spec", "generators", generator]);
  }
  if (stringAt(set, "spec", "strategy", "type") === "RollingSync") {
    const message = " syncs its Applications in steps; the order is not simulated here";
    tell("gitops/rolling-sync", message, ["spec", "strategy"]);
  }
  for (const { object, generator, parameters } of applications) {
    const via = `ApplicationSet ${name}, generator ${generator}, ${shorten(stableJson(parameters))}`;
    const origin = at.map((place, index) => (index === 0 ? { ...place, via } : place));
    const generated = { set, generator, parameters, at };
    const issues = objectIssues("Application", object);
    for (const { severity, ...issue } of issues) {
      const written = { object, at: origin, generated, parent: context.parent };
      found.findings.push(issueFinding("Application", written, { ...issue, severity }));
    }
    if (issues.every((issue) => issue.severity === "warning")) {
      found.units.push({ ...unitOf(object, origin, { ...context, namespace }), generated });
    }
  }
}

function shorten(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 157)}...`;
}

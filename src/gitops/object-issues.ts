import type { ZodError, ZodType } from "zod";
import type { JsonObject, ResourceId } from "../model/resource.ts";
import { applicationSetSchema } from "./applicationset/schema.ts";
import { stringAt } from "./json.ts";
import type { GitopsRule } from "./rules.ts";
import { type ApplicationSpec, applicationSchema, projectSchema } from "./schema.ts";
import { type FieldPath, formatPath } from "./yaml-positions.ts";

export type ArgoKind = "Application" | "ApplicationSet" | "AppProject";

export const argoKinds = {
  Application: { schema: applicationSchema, rule: "gitops/invalid-application" },
  ApplicationSet: { schema: applicationSetSchema, rule: "gitops/invalid-applicationset" },
  AppProject: { schema: projectSchema, rule: "gitops/invalid-project" },
} as const satisfies Record<ArgoKind, { schema: ZodType; rule: GitopsRule }>;

export function isArgoKind(kind: string | undefined): kind is ArgoKind {
  return kind !== undefined && Object.hasOwn(argoKinds, kind);
}

export interface ObjectIssue {
  path: FieldPath;
  message: string;
  /** Absent: the object is refused. */
  severity?: "warning";
}

/** What identifies an object as it is written, whether it is right or not. */
export function idOfObject(object: JsonObject): ResourceId {
  const namespace = stringAt(object, "metadata", "namespace");
  return {
    apiVersion: stringAt(object, "apiVersion") ?? "",
    kind: stringAt(object, "kind") ?? "",
    ...(namespace && { namespace }),
    name: stringAt(object, "metadata", "name") ?? "",
  };
}

/** What the CRD and Argo CD's own validation would say about an object, declared or rendered. Null fields are absent. */
export function objectIssues(kind: ArgoKind, object: JsonObject): ObjectIssue[] {
  const parsed = argoKinds[kind].schema.safeParse(object);
  const issues = parsed.success ? [] : schemaIssues(parsed.error);
  if (!stringAt(object, "metadata", "name")) {
    issues.push({ path: ["metadata", "name"], message: "`metadata.name` is required" });
  }
  if (kind === "Application" && parsed.success) issues.push(...sourceIssues(applicationSchema.parse(object).spec));
  return issues;
}

function schemaIssues(error: ZodError): ObjectIssue[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((segment) => (typeof segment === "symbol" ? String(segment) : segment));
    const field = `\`${formatPath(path)}\``;
    if (issue.code !== "invalid_type") return { path, message: `${field} is not valid: ${issue.message}` };
    const missing = /received undefined/.test(issue.message);
    return { path, message: `${field} must be ${typeName(issue.expected)}${missing ? ", and it is missing" : ""}` };
  });
}

function typeName(type: string): string {
  const name = type === "record" ? "object" : type === "array" ? "list" : type;
  return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
}

function sourceIssues(spec: ApplicationSpec): ObjectIssue[] {
  if (spec.sourceHydrator !== undefined) return [];
  const issues: ObjectIssue[] = [];
  const multiple = spec.sources !== undefined && spec.sources.length > 0;
  if (multiple && spec.source !== undefined) {
    const message = "`spec.source` is ignored because `spec.sources` is set";
    issues.push({ path: ["spec", "source"], message, severity: "warning" });
  }
  if (!multiple && spec.source === undefined) {
    issues.push({ path: ["spec"], message: "it has neither `spec.source` nor `spec.sources`" });
  }
  const sources = multiple ? spec.sources : spec.source === undefined ? [] : [spec.source];
  for (const [index, source] of (sources ?? []).entries()) {
    const path: FieldPath = multiple ? ["spec", "sources", index] : ["spec", "source"];
    const field = `\`${formatPath(path)}\``;
    const located = [source.path, source.chart, multiple ? source.ref : undefined].some(Boolean);
    if (source.repoURL === "" || !located) {
      const choices = multiple ? "`path`, `chart` or `ref`" : "`path` or `chart`";
      issues.push({ path, message: `${field} needs \`repoURL\` and one of ${choices}` });
    } else if (source.chart && !source.targetRevision) {
      issues.push({ path, message: `${field} is a chart and needs \`targetRevision\`, its version` });
    }
  }
  return issues;
}

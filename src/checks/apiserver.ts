import type { Review, ReviewError } from "apiserver-wasm";
import { fieldPath } from "../model/field-path.ts";
import type { Finding } from "../model/finding.ts";
import type { Resource, SourceLocation } from "../model/resource.ts";
import { finding } from "./rules.ts";

const longestDetail = 300;

/** Where a field of the resource was written, by the path that findings have. */
export type PlaceField = (path: string) => SourceLocation[];

/** What the API server would say to a resource, were it new: its refusals, its warnings and what would become of its pods. */
export function reviewFindings(application: string, resource: Resource, review: Review, place: PlaceField): Finding[] {
  const about = { application, resource: resource.id };
  const name = `${resource.id.kind} ${resource.id.name}`;
  const whole = (rule: Parameters<typeof finding>[0], message: string, detail?: string): Finding =>
    finding(rule, message, { ...about, ...(detail !== undefined && { detail }), at: place("") });
  // A pod's own refusal is among the errors; that of a workload's pods is told beside what is wrong with the workload.
  const isPod = resource.id.kind === "Pod";
  const refused = isPod ? [] : review.podSecurity.filter(({ mode }) => mode === "enforce");
  return [
    ...review.errors.map((error) => refusal("apiserver/rejected", name, error, { about, place })),
    ...review.warnings
      .filter((text) => !text.startsWith("unknown field") && !(refused.length > 0 && isPodSecurity.test(text)))
      .map((text) => whole("apiserver/warning", `${name}: ${text}`)),
    ...refused.map(({ level, detail }) =>
      whole(
        "apiserver/pod-security",
        `The pods of ${name} are refused, because their namespace enforces the level ${level}`,
        detail,
      ),
    ),
    ...(isPod ? [] : review.limits).map(({ limitRange, detail }) =>
      whole("apiserver/limit-range", `The pods of ${name} are refused by LimitRange ${limitRange}: ${detail}`),
    ),
  ];
}

/** Without a level of its own, the API server warns of what the enforced one refuses. */
const isPodSecurity = /^would violate PodSecurity /;

/** What the API server refuses of an update, beyond what it would refuse of the resource as a new one. */
export function updateRefusals(review: Review, asNew: Review | undefined): ReviewError[] {
  if (review.reviewedAs !== "update") return [];
  const known = new Set(asNew?.errors.map(({ message }) => message));
  return review.errors.filter(({ message }) => !known.has(message));
}

export function updateFindings(
  application: string,
  resource: Resource,
  errors: readonly ReviewError[],
  place: PlaceField,
): Finding[] {
  const about = { application, resource: resource.id };
  const name = `The change of ${resource.id.kind} ${resource.id.name}`;
  const hint =
    "Go back to the old value, give the resource another name, or have Argo CD delete and create it anew with the annotation argocd.argoproj.io/sync-options: Force=true,Replace=true.";
  return errors.map((error) => ({ ...refusal("apiserver/update-rejected", name, error, { about, place }), hint }));
}

/**
 * Without what a schema has found already: both read the same fields, and one sentence about each is enough. A value of the
 * wrong type stops the API server before it has its path, or with that of what is around it; then whatever the schema says of
 * the resource stands for it.
 */
export function withoutRepeated(findings: readonly Finding[], bySchema: readonly Finding[]): Finding[] {
  const told = new Set(
    bySchema.flatMap((one) => (one.resource ? [subject(one, one.path ?? ""), subject(one, "*")] : [])),
  );
  return findings.filter(
    (one) => one.rule !== "apiserver/rejected" || (!told.has(subject(one, one.path ?? "*")) && !isDecoding(one, told)),
  );
}

const subject = ({ application, resource }: Finding, path: string): string =>
  JSON.stringify([application, resource?.apiVersion, resource?.kind, resource?.namespace, resource?.name, path]);

const isDecoding = (one: Finding, told: ReadonlySet<string>): boolean =>
  /^unknown field |cannot unmarshal /.test(one.detail ?? "") && told.has(subject(one, "*"));

function refusal(
  rule: "apiserver/rejected" | "apiserver/update-rejected",
  name: string,
  error: ReviewError,
  { about, place }: { about: Pick<Finding, "application" | "resource">; place: PlaceField },
): Finding {
  const path = readable(error.field || (error.near ?? ""));
  const where = path === "" ? name : `${name}: ${path}`;
  const secret = about.resource?.kind === "Secret" && /^(?:data|stringData)\b/.test(path);
  return finding(rule, secret ? `${where} is not valid` : sentence(where, error), {
    ...about,
    // The API server quotes the value, which may be a secret, or longer than anybody reads.
    ...(!secret && error.message.length <= longestDetail && { detail: error.message }),
    ...(path !== "" && { path }),
    at: place(written.get(path) ?? path),
  });
}

/** Fields that the API server makes of others, and which of them people write. */
const written = new Map([
  ["spec.clusterIPs", "spec.clusterIP"],
  ["spec.clusterIPs[0]", "spec.clusterIP"],
]);

/** What the API server says without its own print of all that differs, and without saying what it is about again. */
export function plainWords({ detail, message, field }: ReviewError): string {
  const [first = ""] = (detail || message).split(/\n|\s*@@ /);
  return first.startsWith(`${field} is `) ? first.slice(field.length + 1) : first;
}

function sentence(where: string, error: ReviewError): string {
  const { type, detail, badValue } = error;
  const value = badValue === undefined ? "" : JSON.stringify(badValue);
  switch (type) {
    case "FieldValueRequired":
      return detail === "" ? `${where} is required` : `${where} is required: ${detail}`;
    case "FieldValueNotSupported":
      return `${where} cannot be ${value || "that"}: ${detail}`;
    case "FieldValueDuplicate":
      return `${where}: ${value || "a value"} is there twice`;
    case "FieldValueNotFound":
      return `${where}: ${value || "a value"} is not found`;
    default:
      return `${where}: ${plainWords(error)}`;
  }
}

/** `metadata.labels[app.kubernetes.io/name]`, as the API server writes it, the way paths are written elsewhere. */
function readable(field: string): string {
  const steps = [...field.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(([, bracket, key]) => bracket ?? key ?? "");
  return fieldPath(steps);
}

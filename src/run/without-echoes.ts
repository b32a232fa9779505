import type { Finding } from "../model/finding.ts";

const refusals = new Set(["gitops/invalid-application", "gitops/invalid-applicationset", "gitops/invalid-project"]);

/**
 * What Argo CD would refuse is told by its own rule: the schema of the same object has nothing to add about that field. Nor does
 * it that it knows no version which the CRD at hand does not serve.
 */
export function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const refused = new Map<string, string[]>();
  for (const { rule, resource, path = "" } of findings) {
    if (resource === undefined || !refusals.has(rule)) continue;
    const object = `${resource.kind} ${resource.name}`;
    refused.set(object, [...(refused.get(object) ?? []), path]);
  }
  const unserved = new Set(
    findings.flatMap(({ rule, resource }) => (rule === "wiring/crd-version" && resource ? [kindOf(resource)] : [])),
  );
  return findings.filter(({ rule, resource, path = "", message }) => {
    if (rule === "schema/missing") return resource === undefined || !unserved.has(kindOf(resource));
    if (rule !== "schema/invalid" || resource === undefined) return true;
    const told = refused.get(`${resource.kind} ${resource.name}`) ?? [];
    // That something is missing below a field is what is wrong with the field.
    const missing = message.endsWith(" is required");
    return !told.some((above) => above === path || (missing && isBelow(path, above)));
  });
}

const kindOf = ({ apiVersion, kind }: NonNullable<Finding["resource"]>): string => `${apiVersion} ${kind}`;

const isBelow = (path: string, above: string): boolean =>
  path.startsWith(above) && /^[.[]/.test(path.slice(above.length));

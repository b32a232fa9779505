import { type Finding, severities, type Severity } from "../model/finding.ts";

/**
 * What several Applications have from one place, a shared base for one, is told once: with the gravest of them, naming
 * those that have it too. The order is that of the first of each.
 */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const alike = new Map<string, Finding[]>();
  const names = new Set(findings.flatMap(({ application, resource }) => [application, resource?.name]));
  for (const finding of findings) {
    const key = keyOf(finding, names);
    alike.set(key, [...(alike.get(key) ?? []), finding]);
  }
  return [...alike.values()].map(merged);
}

function keyOf({ rule, message, application, resource, path, at }: Finding, names: Names): string {
  const [place] = at;
  // An overlay may call the Application or the resource something else; a finding without a place is only like itself.
  const sentence = place === undefined ? [application, message] : withoutNames(message, names);
  return JSON.stringify([rule, place?.file, place?.line, place?.column, resource?.kind, path, sentence]);
}

type Names = ReadonlySet<string | undefined>;

const withoutNames = (message: string, names: Names): string =>
  message
    .split(" ")
    .map((word) => (names.has(word.replace(/[:,]$/, "")) ? "…" : word))
    .join(" ");

function merged(alike: readonly Finding[]): Finding {
  const [first, ...rest] = alike.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  if (first === undefined) throw new TypeError("there is at least one of each");
  const others = new Map<string, Severity>();
  for (const { application, severity } of rest) {
    // The gravest comes first.
    if (application !== undefined && application !== first.application && !others.has(application))
      others.set(application, severity);
  }
  if (others.size === 0) return first;
  return { ...first, alsoIn: [...others].map(([application, severity]) => ({ application, severity })) };
}

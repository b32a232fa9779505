import { randomBytes } from "node:crypto";
import type { Schemas } from "kubeconform-wasm";
import { diffApplicationNames } from "../diff/application-changes.ts";
import { diffApplications } from "../diff/diff.ts";
import { compileIgnoreDifferences, type Ignore } from "../diff/ignore.ts";
import type { ApplicationSide } from "../diff/match.ts";
import type { StructureLookup } from "../diff/structure.ts";
import { type ArgoSettings, isExcluded } from "../gitops/argo-settings.ts";
import type { RenderedApplication } from "../gitops/rendered-repository.ts";
import type { ApplicationChange, Change } from "../model/change.ts";
import type { Finding } from "../model/finding.ts";
import type { Resource } from "../model/resource.ts";

export interface Comparison {
  changes: Change[];
  applicationChanges: ApplicationChange[];
  findings: Finding[];
}

export interface CompareOptions {
  schemas: Schemas;
  kubernetesVersion: string;
  /** Argo CD's own settings in the base: a change that says of itself that it does not count must be seen. */
  settings: ArgoSettings;
}

/** What the head changes for the API server, and which Applications come and go. */
export function compareSides(
  base: readonly RenderedApplication[],
  head: readonly RenderedApplication[],
  { schemas, kubernetesVersion, settings }: CompareOptions,
): Comparison {
  const same = sameRenderings(base, head);
  const sides = (applications: readonly RenderedApplication[]): ApplicationSide[] =>
    applications.map((one) => withoutExcluded(sideOf(one, same), settings));
  const system = compileIgnoreDifferences(settings.ignoreDifferences, { application: "", placeOf: () => [] }).ignores;
  const ignores = new Map<string, readonly Ignore[]>();
  const findings: Finding[] = [];
  for (const { report, spec, placeOf = () => [] } of head) {
    const entries = spec?.ignoreDifferences ?? [];
    if (entries.length === 0) continue;
    const compiled = compileIgnoreDifferences(entries, { application: report.name, placeOf });
    ignores.set(report.name, compiled.ignores);
    findings.push(...compiled.findings);
  }
  const structure: StructureLookup = (apiVersion, kind) =>
    schemas.structureOf({ version: kubernetesVersion, apiVersion, kind });
  const [before, after] = [sides(base), sides(head)];
  const changes = diffApplications(before, after, {
    secretKey: randomBytes(32),
    structure,
    ignores: (application) => [...system, ...(ignores.get(application) ?? [])],
  });
  return { changes, applicationChanges: diffApplicationNames(before, after, changes), findings };
}

/** Applications whose rendering is one object on both sides: nothing that they depend on differs. */
export function sameRenderings(
  base: readonly RenderedApplication[],
  head: readonly RenderedApplication[],
): ReadonlySet<string> {
  const before = new Map(base.map(({ report, rendering }) => [report.name, rendering]));
  return new Set(
    head.flatMap(({ report, rendering }) =>
      rendering !== undefined && before.get(report.name) === rendering ? [report.name] : [],
    ),
  );
}

function sideOf({ report, rendered, spec }: RenderedApplication, same: ReadonlySet<string>): ApplicationSide {
  return {
    application: report.name,
    resources: rendered.resources,
    destination: spec?.destination.server ?? spec?.destination.name ?? "",
    incomplete: report.status === "failed" || report.status === "not-rendered",
    ...(same.has(report.name) && { digest: "same rendering" }),
  };
}

/** Without what Argo CD leaves alone in that cluster. */
function withoutExcluded(side: ApplicationSide, { filters }: ArgoSettings): ApplicationSide {
  const cluster = side.destination ?? "";
  const isKept = ({ id }: Resource): boolean => !isExcluded(filters, id, cluster);
  return side.resources.every(isKept) ? side : { ...side, resources: side.resources.filter(isKept) };
}

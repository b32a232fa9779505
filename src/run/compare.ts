import { randomBytes } from "node:crypto";
import type { Schemas } from "kubeconform-wasm";
import { diffApplicationNames } from "../diff/application-changes.ts";
import { diffApplications } from "../diff/diff.ts";
import type { Verdict } from "../diff/effects/difference.ts";
import { sortChanges } from "../diff/effects/effects.ts";
import { headline } from "../diff/effects/headline.ts";
import type { SyncFacts, SyncPosition } from "../diff/effects/sync.ts";
import { widerEffects } from "../diff/effects/wider.ts";
import { compileIgnoreDifferences, type Ignore } from "../diff/ignore.ts";
import type { ApplicationSide } from "../diff/match.ts";
import type { StructureLookup } from "../diff/structure.ts";
import { type ArgoSettings, isExcluded } from "../gitops/argo-settings.ts";
import { waveOf } from "../gitops/application.ts";
import { phasesOf, syncPhases } from "../gitops/hooks.ts";
import type { RenderedApplication } from "../gitops/rendered-repository.ts";
import type { ApplicationChange, Change, WiderEffect } from "../model/change.ts";
import type { Finding } from "../model/finding.ts";
import type { JsonObject, Resource } from "../model/resource.ts";

export interface Comparison {
  changes: Change[];
  applicationChanges: ApplicationChange[];
  /** Effects of no single resource. */
  effects: WiderEffect[];
  headline: string;
  findings: Finding[];
}

export interface CompareOptions {
  schemas: Pick<Schemas, "structureOf">;
  kubernetesVersion: string;
  /** Argo CD's own settings in the base: a change that says of itself that it does not count must be seen. */
  settings: ArgoSettings;
  /** The updates that the API server refuses. */
  verdicts?: readonly Verdict[];
}

/** What the head changes for the API server, and which Applications come and go. */
export function compareSides(
  base: readonly RenderedApplication[],
  head: readonly RenderedApplication[],
  { schemas, kubernetesVersion, settings, verdicts = [] }: CompareOptions,
): Comparison {
  const same = sameRenderings(base, head);
  const deleted = deletedApplications(base, head);
  const sides = (applications: readonly RenderedApplication[]): ApplicationSide[] => {
    const roots = rootsOf(applications);
    return applications.map((one) => ({
      ...withoutExcluded(sideOf(one, same, deleted), settings),
      ...roots.get(one.report.name),
    }));
  };
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
    verdicts,
    positionOf,
  });
  const effects = widerEffects(before, after, changes);
  return {
    changes: sortChanges(changes),
    applicationChanges: diffApplicationNames(before, after, changes),
    effects,
    headline: headline(changes, effects),
    findings,
  };
}

/** The first step of a sync in which Argo CD applies a manifest. */
function positionOf(manifest: JsonObject): SyncPosition | undefined {
  const [first] = phasesOf(manifest);
  return first === undefined ? undefined : { phase: syncPhases.indexOf(first), wave: waveOf(manifest) };
}

/** Each Application's topmost ancestor; none for one that stands alone. */
function rootsOf(applications: readonly RenderedApplication[]): ReadonlyMap<string, { root: string }> {
  const roots = new Map<string, { root: string }>();
  // Parents come before their children.
  for (const { report } of applications) {
    if (report.parent === undefined) continue;
    const { root } = roots.get(report.parent) ?? { root: report.parent };
    roots.set(report.parent, { root }).set(report.name, { root });
  }
  return roots;
}

/** Applications that somebody deletes when they are gone: their parent does, or goes itself and takes them along. */
function deletedApplications(
  base: readonly RenderedApplication[],
  head: readonly RenderedApplication[],
): ReadonlySet<string> {
  const stays = new Set(head.map(({ report }) => report.name));
  const deleted = new Set<string>();
  const cascading = new Set<string>();
  // Parents come before their children.
  for (const { report, sync } of base) {
    const parent = report.parent ?? "";
    const withParent = !stays.has(parent) && deleted.has(parent) && cascading.has(parent);
    if (sync?.isDeleted === true || withParent) deleted.add(report.name);
    if (sync?.cascades === true) cascading.add(report.name);
  }
  return deleted;
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

function sideOf(
  { report, rendered, spec, sync }: RenderedApplication,
  same: ReadonlySet<string>,
  deleted: ReadonlySet<string>,
): ApplicationSide {
  const facts: SyncFacts | undefined = sync && { ...sync, isDeleted: deleted.has(report.name) };
  return {
    application: report.name,
    resources: rendered.resources,
    destination: spec?.destination.server ?? spec?.destination.name ?? "",
    incomplete: report.status === "failed" || report.status === "not-rendered",
    ...(same.has(report.name) && { digest: "same rendering" }),
    ...(facts && { sync: facts }),
  };
}

/** Without what Argo CD leaves alone in that cluster. */
function withoutExcluded(side: ApplicationSide, { filters }: ArgoSettings): ApplicationSide {
  const cluster = side.destination ?? "";
  const isKept = ({ id }: Resource): boolean => !isExcluded(filters, id, cluster);
  return side.resources.every(isKept) ? side : { ...side, resources: side.resources.filter(isKept) };
}

import { waveOf } from "../../gitops/application.ts";
import { annotationsOf } from "./fields.ts";
import { groupKind } from "./cluster.ts";
import { definitionsOf } from "./definitions.ts";
import type { Placed } from "./pods.ts";
import { nameOf } from "./subject.ts";
import type { Draft, WiringCheck } from "./view.ts";

/** Custom resources that are applied before the kind is there. */
export const checkCrdOrder: WiringCheck = (view) => {
  if (view.isIsland) return [];
  const definitions = definitionsOf(view.cluster);
  if (definitions.size === 0) return [];
  // One per kind and Application: what is wrong with one is wrong with all.
  const told = new Set<string>();
  return view.cluster.placed.flatMap((by) => {
    const kind = groupKind(by.resource.id);
    const found = definitions.get(kind);
    const key = `${by.application.name} ${kind}`;
    if (found === undefined || told.has(key)) return [];
    const own = found.find(({ application }) => application === by.application);
    const draft = own === undefined ? between(by, found) : within(by, own);
    if (draft !== undefined) told.add(key);
    return draft === undefined ? [] : [draft];
  });
};

const wavePath = 'metadata.annotations["argocd.argoproj.io/sync-wave"]';

/** Argo CD repairs the order inside one Application: it applies the CRD with the first resource that needs it. */
function within(by: Placed, definition: Placed): Draft | undefined {
  const wave = waveOf(by.resource.manifest);
  const later = waveOf(definition.resource.manifest);
  if (wave >= later) return undefined;
  const message = `${nameOf(by)} is in wave ${wave} and its CRD in wave ${later}, so Argo CD applies the CRD ahead of the wave it is given`;
  const hint = `Put the CRD into wave ${wave} or an earlier one, or the resource into wave ${later} or a later one`;
  const annotated = annotationsOf(by.resource.manifest)["argocd.argoproj.io/sync-wave"] !== undefined;
  return { rule: "wiring/crd-order", message, hint, by, path: annotated ? wavePath : "kind" };
}

function between(by: Placed, definitions: readonly Placed[]): Draft | undefined {
  const { application } = by;
  const siblings = definitions.map((one) => one.application);
  if (application.parent === undefined || siblings.some((one) => one.parent !== application.parent)) return undefined;
  const [earliest] = siblings.toSorted((a, b) => a.wave - b.wave);
  if (earliest === undefined || application.wave >= earliest.wave) return undefined;
  const message = `${nameOf(by)} comes with wave ${application.wave}, but its CRD with Application ${earliest.name} in wave ${earliest.wave}`;
  const hint = `Put Application ${earliest.name} into wave ${application.wave - 1} or an earlier one: until then the sync of ${application.name} fails`;
  return { rule: "wiring/crd-order", message, hint, by, path: "kind" };
}

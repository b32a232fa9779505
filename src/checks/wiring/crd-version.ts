import { isObject, objectAt, stringAt } from "../../gitops/json.ts";
import { groupKind } from "./cluster.ts";
import { definitionsOf } from "./definitions.ts";
import type { Placed } from "./pods.ts";
import { nameOf } from "./subject.ts";
import type { Draft, WiringCheck } from "./view.ts";

/** Custom resources in a version that no CRD of their kind serves: the API server knows no such kind. */
export const checkCrdVersion: WiringCheck = (view) => {
  const definitions = definitionsOf(view.cluster);
  if (definitions.size === 0) return [];
  return view.cluster.placed.flatMap((by): Draft | [] => {
    const { apiVersion } = by.resource.id;
    const all = definitions.get(groupKind(by.resource.id)) ?? [];
    // What lies in a folder of its own may be meant for another cluster.
    const found = view.isIsland ? all.filter(({ application }) => application === by.application) : all;
    const served = [...new Set(found.flatMap(servedVersions))];
    const version = apiVersion.slice(apiVersion.indexOf("/") + 1);
    if (served.length === 0 || served.includes(version)) return [];
    const message = `${nameOf(by)} is in version ${version}, which its CRD does not serve`;
    return { rule: "wiring/crd-version", message, hint: `The CRD serves ${served.join(", ")}`, by, path: "apiVersion" };
  });
};

function servedVersions({ resource }: Placed): string[] {
  const versions = objectAt(resource.manifest, "spec")?.["versions"];
  return (Array.isArray(versions) ? versions : []).flatMap((one) =>
    isObject(one) && one["served"] === true ? (stringAt(one, "name") ?? []) : [],
  );
}

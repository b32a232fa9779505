import type { JsonObject } from "../model/resource.ts";
import { matchesGlob } from "./glob.ts";
import { isObject, objectAt, stringAt } from "./json.ts";
import type { Project } from "./project.ts";
import type { ApplicationSpec } from "./schema.ts";
import type { Unit } from "./unit.ts";

/** When an AppProject lets an Application sync. */
export interface SyncWindow {
  kind: "allow" | "deny";
  schedule: string;
  duration: string;
  timeZone: string;
  manualSync: boolean;
}

/** How Argo CD applies an Application, and what becomes of it once it is no longer declared. */
export interface ApplicationSync {
  automated: boolean;
  prune: boolean;
  allowEmpty: boolean;
  options: readonly string[];
  /** A parent that prunes, or its ApplicationSet, deletes it. */
  isDeleted: boolean;
  /** Deleting it deletes what it deployed. */
  cascades: boolean;
  windows: readonly SyncWindow[];
}

export function syncFactsOf(unit: Unit, project: Project | undefined): ApplicationSync {
  const { spec, object, name } = unit.application;
  const parent = unit.parent?.application.spec;
  const set = unit.generated?.set;
  return {
    ...automation(spec),
    options: spec.syncPolicy?.syncOptions ?? [],
    isDeleted: set === undefined ? parent !== undefined && automation(parent).prune : deletes(set),
    cascades: cascades(object, set),
    windows: windowsOf(project)
      .filter((window) => isFor(window, name, spec))
      .map(read),
  };
}

/** An ApplicationSet that only creates, or creates and updates, never deletes. */
function deletes(set: JsonObject): boolean {
  const policy = stringAt(set, "spec", "syncPolicy", "applicationsSync");
  return policy !== "create-only" && policy !== "create-update";
}

/** Pruning by hand alone happens only where somebody starts the sync. */
function automation(spec: ApplicationSpec): Pick<ApplicationSync, "automated" | "prune" | "allowEmpty"> {
  const found = objectAt(spec, "syncPolicy", "automated");
  const automated = found !== undefined && found["enabled"] !== false;
  return { automated, prune: automated && found["prune"] === true, allowEmpty: found?.["allowEmpty"] === true };
}

const finalizer = "resources-finalizer.argocd.argoproj.io";

/** The ApplicationSet controller adds the finalizer to Applications that have none, unless told to preserve. */
function cascades(object: JsonObject, set: JsonObject | undefined): boolean {
  const listed = objectAt(object, "metadata")?.["finalizers"];
  const own = Array.isArray(listed) ? listed.filter((one) => typeof one === "string") : [];
  if (own.length === 0 && set !== undefined) {
    return objectAt(set, "spec", "syncPolicy")?.["preserveResourcesOnDeletion"] !== true;
  }
  return own.some((one) => one === finalizer || one.startsWith(`${finalizer}/`));
}

function windowsOf(project: Project | undefined): JsonObject[] {
  const windows: unknown = project?.spec["syncWindows"];
  return Array.isArray(windows) ? windows.filter(isObject) : [];
}

/** One of its lists must match; with `andOperator`, every list that there is. */
function isFor(window: JsonObject, name: string, { destination }: ApplicationSpec): boolean {
  const clusters = [destination.server ?? "", destination.name ?? ""];
  const matching = (
    [
      ["applications", [name]],
      ["namespaces", [destination.namespace ?? ""]],
      ["clusters", clusters],
    ] as const
  ).flatMap(([key, values]) => {
    const patterns = window[key];
    if (!Array.isArray(patterns) || patterns.length === 0) return [];
    return [patterns.some((one) => typeof one === "string" && values.some((value) => matchesGlob(one, value)))];
  });
  return window["andOperator"] === true ? matching.length > 0 && matching.every(Boolean) : matching.some(Boolean);
}

function read(window: JsonObject): SyncWindow {
  return {
    kind: stringAt(window, "kind") === "deny" ? "deny" : "allow",
    schedule: stringAt(window, "schedule") ?? "",
    duration: stringAt(window, "duration") ?? "",
    timeZone: stringAt(window, "timeZone") ?? "",
    manualSync: window["manualSync"] === true,
  };
}

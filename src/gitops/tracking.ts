import type { JsonObject } from "../model/resource.ts";
import { objectAt, stringAt } from "./json.ts";
import { groupOf } from "./scope.ts";

export interface Tracking {
  method: "annotation" | "label" | "annotation+label";
  /** Label of the label methods. */
  labelKey?: string;
  installationId?: string;
}

const defaultTracking: Tracking = { method: "annotation" };

/**
 * A manifest with the mark Argo CD puts on what it owns. CRDs get none. `instance` is the Application's name, with its
 * namespace and "_" before it where Applications live in any namespace.
 */
export function withTracking(
  manifest: JsonObject,
  instance: string,
  destinationNamespace: string,
  tracking: Tracking = defaultTracking,
): JsonObject {
  if (manifest["kind"] === "CustomResourceDefinition") return manifest;
  const metadata = { ...objectAt(manifest, "metadata") };
  if (tracking.method !== "label") {
    const annotations = { ...objectAt(metadata, "annotations") };
    annotations["argocd.argoproj.io/tracking-id"] = trackingId(manifest, instance, destinationNamespace);
    if (tracking.installationId) annotations["argocd.argoproj.io/installation-id"] = tracking.installationId;
    else delete annotations["argocd.argoproj.io/installation-id"];
    metadata["annotations"] = annotations;
  }
  if (tracking.method !== "annotation") {
    const value = tracking.method === "label" ? instance : truncatedLabel(instance);
    metadata["labels"] = {
      ...objectAt(metadata, "labels"),
      [tracking.labelKey ?? "app.kubernetes.io/instance"]: value,
    };
  }
  return { ...manifest, metadata };
}

/** `<app>:<group>/<kind>:<namespace>/<name>`; a resource without a namespace counts as in the destination's. */
export function trackingId(manifest: JsonObject, instance: string, destinationNamespace: string): string {
  const group = groupOf(String(manifest["apiVersion"] ?? ""));
  const namespace = stringAt(manifest, "metadata", "namespace") || destinationNamespace;
  return `${instance}:${group}/${String(manifest["kind"])}:${namespace}/${stringAt(manifest, "metadata", "name") ?? ""}`;
}

function truncatedLabel(value: string): string {
  return value.length <= 63 ? value : value.slice(0, 63).replace(/[^a-zA-Z0-9]+$/, "");
}

import type { JsonObject, ResourceId } from "../../model/resource.ts";
import { objectsAt, textAt } from "./json.ts";
import { groupKindOf, type Surroundings } from "./surroundings.ts";

/** What goes for good with a resource that is deleted; undefined where nothing does. */
export function lostData(
  { id, manifest }: { id: ResourceId; manifest: JsonObject },
  beside: Surroundings,
): string | undefined {
  const kind = groupKindOf(id);
  const find = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  return find?.(manifest, beside);
}

/** Kinds that hold data, or take something along that does. */
const kinds: Readonly<Record<string, (manifest: JsonObject, beside: Surroundings) => string | undefined>> = {
  "/PersistentVolumeClaim": claim,
  "/PersistentVolume": (manifest) =>
    textAt(manifest, "spec", "persistentVolumeReclaimPolicy") === "Delete" ? "its storage" : undefined,
  "/Namespace": () => "everything in the namespace",
  "apps/StatefulSet": (manifest) => {
    const keeps = textAt(manifest, "spec", "persistentVolumeClaimRetentionPolicy", "whenDeleted") !== "Delete";
    return keeps || objectsAt(manifest, "spec", "volumeClaimTemplates").length === 0
      ? undefined
      : "the volumes of its pods";
  },
  "apiextensions.k8s.io/CustomResourceDefinition": (manifest) =>
    `every ${textAt(manifest, "spec", "names", "kind") ?? "resource of its kind"} in the cluster`,
  "postgresql.cnpg.io/Cluster": () => "its databases and their volumes",
  "postgresql.cnpg.io/Database": (manifest) =>
    textAt(manifest, "spec", "databaseReclaimPolicy") === "delete" ? "the database" : undefined,
  "elasticsearch.k8s.elastic.co/Elasticsearch": (manifest) =>
    textAt(manifest, "spec", "volumeClaimDeletePolicy") === "DeleteOnScaledownOnly" ? undefined : "its indices",
  "snapshot.storage.k8s.io/VolumeSnapshot": () => "the snapshot, unless its class retains it",
};

/** Dynamic volumes go with their claim unless the class retains them. */
function claim(manifest: JsonObject, beside: Surroundings): string | undefined {
  const storageClass = textAt(manifest, "spec", "storageClassName") ?? "";
  const declared = beside.find("storage.k8s.io/StorageClass", undefined, storageClass)?.manifest;
  if (declared !== undefined && textAt(declared, "reclaimPolicy") === "Retain") return undefined;
  const volume = textAt(manifest, "spec", "volumeName") ?? "";
  const bound = beside.find("/PersistentVolume", undefined, volume)?.manifest;
  if (bound !== undefined && textAt(bound, "spec", "persistentVolumeReclaimPolicy") !== "Delete") return undefined;
  return "its volume's data";
}

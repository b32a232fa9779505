import { objectAt, stringAt } from "../../gitops/json.ts";
import type { JsonObject } from "../../model/resource.ts";
import type { Cluster } from "./cluster.ts";
import { isName, itemsOf } from "./fields.ts";
import { nameOf } from "./subject.ts";
import type { WiringCheck } from "./view.ts";

/** Volumes of claims that nothing brings. */
export const checkClaims: WiringCheck = (view) => {
  let sets: ReadonlySet<string> | undefined;
  return view.cluster.pods.all.flatMap((by) => {
    const templates = new Set(claimTemplates(by.resource.manifest));
    return itemsOf(by.spec, "volumes", by.path).flatMap(({ value, path }) => {
      // A StatefulSet's claim template takes the place of a volume of its name.
      if (templates.has(stringAt(value, "name") ?? "")) return [];
      const name = stringAt(value, "persistentVolumeClaim", "claimName");
      const { namespace } = by;
      if (!isName(name) || view.exists("PersistentVolumeClaim", namespace, name, by)) return [];
      sets ??= claimsOfSets(view.cluster);
      // The claims of a StatefulSet have the number of their pod at the end.
      if (sets.has(`${namespace}/${name.replace(/\d+$/, "")}`)) return [];
      if (view.mayHide(namespace) || view.operators.mayBring(namespace, name)) return [];
      const message = `${nameOf(by)}: PersistentVolumeClaim ${name}, which volume ${stringAt(value, "name") ?? ""} needs, is not in this environment`;
      const hint = "Add the claim, or mend its name: until it is there the pods stay Pending";
      const at = `${path}.persistentVolumeClaim.claimName`;
      return [{ rule: "wiring/missing-claim" as const, message, hint, by, path: at }];
    });
  });
};

function claimTemplates(manifest: JsonObject): string[] {
  const templates = itemsOf(objectAt(manifest, "spec"), "volumeClaimTemplates", "");
  return templates.flatMap(({ value }) => stringAt(value, "metadata", "name") ?? []);
}

function claimsOfSets(cluster: Cluster): Set<string> {
  return new Set(
    cluster
      .ofKind("apps/StatefulSet")
      .flatMap(({ resource: { id, manifest } }) =>
        itemsOf(objectAt(manifest, "spec"), "volumeClaimTemplates", "").map(
          ({ value }) => `${id.namespace ?? ""}/${stringAt(value, "metadata", "name") ?? ""}-${id.name}-`,
        ),
      ),
  );
}

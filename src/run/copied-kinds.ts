import type { IsCopy } from "../checks/schema.ts";
import type { SchemaSet } from "../engine/index.ts";

/**
 * Which resources are checked against the copy of a CRD that slipway brings: those of a custom kind whose CRD nothing in the
 * repository renders. Kubernetes' own groups have no dot, or end in k8s.io.
 */
export function copiedKinds({ crds = [] }: Pick<SchemaSet, "crds">): IsCopy {
  const rendered = new Set(crds.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`));
  return ({ id: { apiVersion, kind } }) => {
    const [group = "", version] = apiVersion.split("/");
    const custom = version !== undefined && group.includes(".") && !group.endsWith(".k8s.io");
    return custom && !rendered.has(`${apiVersion} ${kind}`);
  };
}

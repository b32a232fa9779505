import { z } from "zod";
import type { ResourceId } from "../../model/resource.ts";
import type { KubernetesApi } from "./api.ts";
import { answered } from "./refusal.ts";

const resourceList = z.looseObject({
  resources: z.array(z.looseObject({ name: z.string(), kind: z.string(), namespaced: z.boolean() })),
});

export type ObjectRef = Pick<ResourceId, "apiVersion" | "kind" | "name"> & { namespace?: string | undefined };

/** Where the API server keeps objects, as it says itself; undefined for a kind that nothing serves (yet). */
export interface ResourcePaths {
  of(ref: ObjectRef): Promise<string | undefined>;
  collection(ref: Omit<ObjectRef, "name">): Promise<string | undefined>;
}

export function resourcePaths(api: KubernetesApi): ResourcePaths {
  const known = new Map<string, z.infer<typeof resourceList>["resources"]>();

  async function resourceOf(apiVersion: string, kind: string) {
    const find = () => known.get(apiVersion)?.find((one) => one.kind === kind && !one.name.includes("/"));
    const found = find();
    if (found !== undefined) return found;
    // Asked again where the kind is not among those known: a definition may have come since.
    const path = groupPath(apiVersion);
    const answer = await api.ask({ method: "GET", path });
    if (answer.status === 404) return undefined;
    known.set(apiVersion, resourceList.parse(answered(answer, path).body).resources);
    return find();
  }

  const collection: ResourcePaths["collection"] = async ({ apiVersion, kind, namespace }) => {
    const resource = await resourceOf(apiVersion, kind);
    if (resource === undefined) return undefined;
    const place = resource.namespaced && namespace !== undefined ? `/namespaces/${encodeURIComponent(namespace)}` : "";
    return `${groupPath(apiVersion)}${place}/${resource.name}`;
  };

  return {
    collection,
    async of(ref) {
      const path = await collection(ref);
      return path === undefined ? undefined : `${path}/${encodeURIComponent(ref.name)}`;
    },
  };
}

const groupPath = (apiVersion: string): string => `/${apiVersion.includes("/") ? "apis" : "api"}/${apiVersion}`;

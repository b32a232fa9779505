import type { JsonObject } from "../json.ts";
import type { CustomKind, Scope } from "./crd.ts";
import type { Pack } from "./pack.ts";
import { shareSubtrees } from "./share.ts";

export interface KindInfo {
  apiVersion: string;
  kind: string;
  /** Absent for kinds that are never stored on their own, such as PodList. */
  scope: Scope | undefined;
}

interface FoundKind extends KindInfo {
  schema: JsonObject;
}

/** One source of schemas; the first layer that knows a kind answers for it. */
export interface Layer {
  origin: "built-in" | "custom";
  kinds(version: string): Iterable<KindInfo>;
  find(apiVersion: string, kind: string, version: string): FoundKind | undefined;
  resolve(name: string, version: string): JsonObject | undefined;
}

/** The kinds of Kubernetes itself, which differ from version to version. */
export function kubernetesLayer(pack: Pack): Layer {
  const numbers = new Map(pack.versions.map((version, number) => [version, number]));
  const known = (version: string, mask: number) => (mask & (1 << (numbers.get(version) ?? 31))) !== 0;
  return {
    origin: "built-in",
    kinds: (version) => [...pack.kinds.values()].filter(({ versions }) => known(version, versions)),
    find(apiVersion, kind, version) {
      const packed = pack.kinds.get(`${apiVersion}/${kind}`);
      const schema =
        packed && known(version, packed.versions) && pack.definition(packed.definition, numbers.get(version) ?? -1);
      return schema ? { apiVersion, kind, scope: packed.scope, schema } : undefined;
    },
    resolve: (name, version) => pack.definition(name, numbers.get(version) ?? -1),
  };
}

/** Bundled custom resources, the same for every Kubernetes version. Opened only when a kind is asked for that nobody else has. */
export function bundledCustomLayer(open: () => Pack): Layer {
  let opened: Pack | undefined;
  const pack = () => (opened ??= open());
  return {
    origin: "custom",
    kinds: () => pack().kinds.values(),
    find(apiVersion, kind) {
      // Every custom resource has a group, and groups without a dot are Kubernetes' own.
      if (!apiVersion.includes(".")) return undefined;
      const packed = pack().kinds.get(`${apiVersion}/${kind}`);
      const schema = packed && pack().definition(packed.definition, 0);
      return schema ? { apiVersion, kind, scope: packed.scope, schema } : undefined;
    },
    resolve: (name) => (name.includes(".") ? undefined : pack().definition(name, 0)),
  };
}

/** Custom resources whose CRDs are in the repository or come out of its charts. */
export function customLayer(kinds: readonly CustomKind[]): Layer {
  const { roots, definitions } = shareSubtrees(kinds.map(({ schema }) => schema));
  const found = new Map<string, FoundKind>();
  kinds.forEach(({ apiVersion, kind, scope }, at) => {
    const schema = roots[at];
    if (schema) found.set(`${apiVersion}/${kind}`, { apiVersion, kind, scope, schema });
  });
  return {
    origin: "custom",
    kinds: () => found.values(),
    find: (apiVersion, kind) => found.get(`${apiVersion}/${kind}`),
    resolve: (name) => definitions.get(name),
  };
}

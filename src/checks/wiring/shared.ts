import { hookTypes } from "../../gitops/hooks.ts";
import { resourceKey } from "../../model/resource.ts";
import type { Placed } from "./pods.ts";
import { listed, nameOf } from "./subject.ts";
import type { WiringCheck } from "./view.ts";

/** Resources that two Applications deploy into one cluster: each sync takes them from the other. */
export const checkShared: WiringCheck = (view) => {
  const owners = new Map<string, Placed>();
  const pairs = new Map<string, { first: Placed; by: Placed; names: string[] }>();
  for (const by of view.cluster.placed) {
    const { id } = by.resource;
    const key = resourceKey(id);
    const first = owners.get(key);
    if (first === undefined) owners.set(key, by);
    if (first === undefined || first.application === by.application || id.name === "") continue;
    // Hooks are not tracked, so nobody owns them.
    if (isHook(first) || isHook(by)) continue;
    const pair = JSON.stringify([first.application.name, by.application.name]);
    const known = pairs.get(pair);
    if (known === undefined) pairs.set(pair, { first, by, names: [nameOf(by)] });
    else known.names.push(nameOf(by));
  }
  return [...pairs.values()].map(({ first, by, names }) => {
    const message = `${listed(names)} ${names.length === 1 ? "is" : "are"} also deployed by Application ${first.application.name}`;
    const hint =
      "Keep it in one of them: Argo CD shows both as out of sync in turn, and pruning one deletes it for both";
    return { rule: "wiring/shared-resource" as const, message, hint, by, path: "metadata.name" };
  });
};

const isHook = ({ resource }: Placed): boolean => hookTypes(resource.manifest).length > 0;

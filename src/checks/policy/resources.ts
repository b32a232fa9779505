import { objectAt } from "../../gitops/json.ts";
import type { Finding } from "../../model/finding.ts";
import type { JsonObject } from "../../model/resource.ts";
import type { Platform } from "../platform.ts";
import { type Item, itemsOf } from "../wiring/fields.ts";
import { about, containersNamed, listed, ownWorkloads, type Workload } from "./workloads.ts";

/** What every container should say. A limit of CPU is not among it: it slows down even where the node is idle. */
const wanted = ["requests.cpu", "requests.memory", "limits.memory"] as const;
type Wanted = (typeof wanted)[number];

/** Containers that do not say what they need, unless the namespace's LimitRange or the pod says it for them. */
export function checkResources(platform: Platform): Finding[] {
  const defaults = limitRanges(platform);
  return ownWorkloads(platform).flatMap((workload) => {
    const given = new Set([
      ...(defaults.get(workload.namespace) ?? []),
      ...saidBy(objectAt(workload.spec, "resources")),
    ]);
    const lacking = Map.groupBy(workload.running, ({ value }) => {
      const said = saidBy(objectAt(value, "resources"));
      return listed(wanted.filter((one) => !given.has(one) && !said.has(one)));
    });
    lacking.delete("");
    const [first] = [...lacking.values()].flat();
    return first === undefined ? [] : [lack(platform, workload, lacking, first)];
  });
}

function lack(platform: Platform, workload: Workload, lacking: ReadonlyMap<string, Item[]>, first: Item): Finding {
  const says = [...lacking].map(
    ([fields, containers]) => `${containersNamed(containers)} ${containers.length === 1 ? "has" : "have"} no ${fields}`,
  );
  return about("policy/resources", platform, workload, {
    says: says.join("; "),
    path: `${first.path}.resources`,
    place: first.value["resources"] === undefined ? `${first.path}.name` : `${first.path}.resources`,
    hint: "Say what it usually uses as requests, and what is too much as memory limit.",
  });
}

/** A limit without a request is the request, too. */
function saidBy(resources: JsonObject | undefined): ReadonlySet<Wanted> {
  const has = (kind: string, name: string): boolean => (objectAt(resources, kind)?.[name] ?? null) !== null;
  return new Set(
    wanted.filter((one) => {
      const [kind = "", name = ""] = one.split(".");
      return has(kind, name) || (kind === "requests" && has("limits", name));
    }),
  );
}

/** What LimitRanges of the repository give to containers, by namespace. */
function limitRanges({ applications }: Platform): ReadonlyMap<string, ReadonlySet<Wanted>> {
  const found = new Map<string, Set<Wanted>>();
  for (const { id, manifest } of applications.flatMap(({ resources }) => resources)) {
    if (id.kind !== "LimitRange" || id.apiVersion !== "v1") continue;
    const given = found.get(id.namespace ?? "") ?? new Set();
    for (const { value } of itemsOf(objectAt(manifest, "spec"), "limits", "spec")) {
      if (value["type"] !== "Container") continue;
      const limits = value["default"] ?? value["max"] ?? null;
      for (const one of saidBy({ requests: value["defaultRequest"] ?? value["min"] ?? null, limits })) given.add(one);
    }
    found.set(id.namespace ?? "", given);
  }
  return found;
}

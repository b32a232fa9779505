import { isObject, objectAt } from "../../gitops/json.ts";
import { quantityOf } from "../../model/quantity.ts";
import type { Finding } from "../../model/finding.ts";
import type { Platform } from "../platform.ts";
import { finding } from "../rules.ts";
import { environmentsOf } from "../wiring/environments.ts";
import type { Placed } from "../wiring/pods.ts";
import { usedBy } from "./used.ts";

/** Whether what is declared for a namespace keeps to the ResourceQuotas that are declared for it. */
export function checkQuotas({ applications, place }: Pick<Platform, "applications" | "place">): Finding[] {
  return environmentsOf(applications).flatMap(({ applications: members }) => {
    const placed = members.flatMap((application) =>
      application.resources.map((resource) => ({ resource, application })),
    );
    const quotas = placed.filter(({ resource: { id } }) => id.apiVersion === "v1" && id.kind === "ResourceQuota");
    if (quotas.length === 0) return [];
    const byNamespace = Map.groupBy(placed, ({ resource }) => resource.id.namespace ?? "");
    return quotas.flatMap((quota) => {
      const used = usedBy(byNamespace.get(quota.resource.id.namespace ?? "") ?? []);
      return exceeded(quota, used).map(({ name, hard, needed }) => {
        const { id } = quota.resource;
        const where = id.namespace === undefined ? "its namespace" : `namespace ${id.namespace}`;
        const message = `ResourceQuota ${id.name} allows ${amount(name, hard)} of ${name}, and what is declared in ${where} needs ${amount(name, needed)}`;
        const path = `spec.hard["${name}"]`;
        const hint = "Allow more, or ask for less: what comes last is refused, and waits.";
        const at = place(quota.application, quota.resource, path);
        return finding("fit/quota", message, { application: quota.application.name, resource: id, path, hint, at });
      });
    });
  });
}

/** Quotas with scopes count some pods only, and are left to the cluster. */
function exceeded({ resource }: Placed, used: ReadonlyMap<string, number>) {
  const spec = objectAt(resource.manifest, "spec");
  if (spec === undefined || spec["scopes"] !== undefined || spec["scopeSelector"] !== undefined) return [];
  const hard = spec["hard"];
  return Object.entries(isObject(hard) ? hard : {}).flatMap(([name, value]) => {
    const allowed = quantityOf(value);
    const needed = used.get(name) ?? 0;
    // Tenths add up to a little more than they should.
    return allowed !== undefined && needed > allowed * (1 + 1e-9) ? [{ name, hard: allowed, needed }] : [];
  });
}

function amount(name: string, value: number): string {
  if (/memory|storage/.test(name)) return `${Math.round(value / 1024 ** 2)} MiB`;
  return String(Math.round(value * 1000) / 1000);
}

import type { EffectKind } from "../model/change.ts";
import type { Finding } from "../model/finding.ts";
import type { Report } from "../model/report.ts";
import type { SourceLocation } from "../model/resource.ts";
import { effectDocs } from "../model/rule.ts";
import { effectsOfLevel } from "./overview.ts";
import { resourceName } from "./wording.ts";

/** What each kind of effect tells, in a sentence; docs/effects.md has a section on each. */
export const effectDescriptions: Readonly<Record<EffectKind, string>> = {
  "deletes-data": "Data goes with the resource, and does not come back with it",
  rejected: "The API server refuses the update, so the sync fails",
  "wave-order": "Pods start in an earlier step of the sync than what they read",
  "widens-access": "RBAC or an AppProject gives rights beyond what it gave",
  exposes: "A way in from outside is opened",
  recreated: "The resource is deleted and created again",
  rollout: "The pods of a workload are replaced",
  scales: "A workload has more or fewer pods",
  secret: "The content of a Secret changes",
  image: "A container runs another image",
  "manual-sync": "Argo CD does not apply the change by itself, or not at any time",
  orphaned: "The resource is no longer declared and stays in the cluster",
  pruned: "The resource is deleted",
  "not-picked-up": "Pods go on with content that has changed",
  runs: "A CronJob or a hook runs differently",
  fit: "The requests for CPU or memory change",
  breadth: "Many Applications change at once",
  follows: "Only a reference to a generated name changes",
};

/** The dangerous effects as findings, for formats that know nothing else. They are no part of the verdict. */
export function dangerFindings(report: Report): Finding[] {
  return effectsOfLevel(report, "danger").map(({ effect, change }) => ({
    rule: `effect/${effect.kind}`,
    severity: "warning",
    message: `${resourceName(change.resource)} ${effect.message}`,
    ...(effect.hint === undefined ? {} : { hint: effect.hint }),
    application: change.application,
    resource: change.resource,
    at: change.kind === "removed" ? declarationOf(change.application, report) : change.at,
    docs: effectDocs(effect.kind),
  }));
}

/** Where a removed resource was, there may be no line any more. */
function declarationOf(application: string, { applications }: Report): SourceLocation[] {
  const declared = applications.find(({ name, file }) => name === application && file !== "");
  return declared === undefined ? [] : [{ file: declared.file, line: declared.line, column: 1 }];
}

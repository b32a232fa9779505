import type { Severity } from "../model/finding.ts";

/** Every rule this room can report, with the severity it has and one sentence for `slipway explain`. */
export const gitopsRules = {
  "gitops/invalid-application": ["error", "An Application that Argo CD or its CRD would refuse"],
  "gitops/invalid-applicationset": ["error", "An ApplicationSet that Argo CD or its CRD would refuse"],
  "gitops/invalid-project": ["error", "An AppProject that Argo CD or its CRD would refuse"],
  "gitops/generator-failed": ["error", "An ApplicationSet generator or template that fails"],
  "gitops/generator-unknown": ["notice", "An ApplicationSet generator whose result is known only to live systems"],
  "gitops/duplicate-application": ["error", "Several Applications of one name in one namespace"],
  "gitops/rolling-sync": ["notice", "An ApplicationSet whose RollingSync order is not simulated"],
  "gitops/pinned-revision": ["notice", "A source pinned to a revision this clone does not have"],
  "gitops/cycle": ["warning", "Applications that create each other"],
  "gitops/repeated-resource": [
    "warning",
    "A resource that several places of one Application define; the last one wins",
  ],
  "gitops/destination": ["error", "A destination that names no cluster, two, or one that is not declared"],
  "gitops/jsonnet": ["notice", "A Jsonnet file, which is not evaluated here"],
  "gitops/plugin": ["notice", "A config-management plugin, which is not run here"],
  "gitops/hydrator": ["notice", "A source hydrator, whose dry source is rendered instead of its sync branch"],
  "gitops/unreadable-document": ["notice", "A document that looks like an Argo CD object but cannot be read"],
  "gitops/project-missing": ["warning", "An Application whose AppProject is not in the repository"],
  "gitops/project-source": ["error", "A source repository the AppProject does not allow"],
  "gitops/project-destination": ["error", "A destination the AppProject does not allow"],
  "gitops/project-resource": ["error", "A kind of resource the AppProject does not allow"],
  "gitops/project-namespace": ["error", "An Application in a namespace the AppProject does not allow"],
  "gitops/project-signature": ["notice", "An AppProject that requires signed commits, which is not verified here"],
  "render/failed": ["error", "An Application that does not render"],
  "render/limit": ["error", "A rendering stopped at a limit"],
  "render/refused": ["error", "A rendering that asked for something it may not have"],
  "render/source-unavailable": ["warning", "A source in another repository that could not be fetched"],
  "sources/unlocked": ["notice", "A chart or value file from elsewhere that the lock file does not pin"],
  "sources/digest-mismatch": ["error", "A fetched source that is not the one the lock file names"],
  "wiring/unread-value": ["warning", "A Helm value that the chart never reads"],
} as const satisfies Record<string, readonly [Severity, string]>;

export type GitopsRule = keyof typeof gitopsRules;

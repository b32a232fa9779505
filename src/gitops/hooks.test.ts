import { describe, expect, it } from "vitest";
import { hookDeletePolicies, hookTypes, isDropped, phasesOf } from "./hooks.ts";
import { normalize } from "./normalize.ts";
import { scopeLookup } from "./scope.ts";
import { object, produced } from "./testing/manifests.ts";

describe("hooks", () => {
  it.each([
    [{ "argocd.argoproj.io/hook": "PreSync, PostSync" }, ["PreSync", "PostSync"]],
    [{ "argocd.argoproj.io/hook": "Skip" }, []],
    [{ "argocd.argoproj.io/hook": "PostDelete" }, []],
    [{ "helm.sh/hook": "pre-install,pre-upgrade" }, ["PreSync"]],
    [{ "helm.sh/hook": "post-install" }, ["PostSync"]],
    [{ "helm.sh/hook": "pre-install", "argocd.argoproj.io/hook": "Sync" }, ["Sync"]],
    [{ "helm.sh/hook": "crd-install" }, ["Sync"]],
    [{}, ["Sync"]],
  ])("applies %j in %j", (annotations, phases) => {
    expect(phasesOf(object("Job", "j", annotations))).toEqual(phases);
  });

  it.each([{ "helm.sh/hook": "test" }, { "helm.sh/hook": "pre-rollback" }, { "argocd.argoproj.io/hook": "Nonsense" }])(
    "leaves %j out",
    (annotations) => {
      expect(isDropped(object("Pod", "p", annotations))).toBe(true);
      expect(normalize(produced(object("Pod", "p", annotations)), "", scopeLookup([])).resources).toEqual([]);
    },
  );

  it("keeps deletion hooks, which have no phase in a sync", () => {
    expect(hookTypes(object("Job", "j", { "argocd.argoproj.io/hook": "PreDelete" }))).toEqual(["PreDelete"]);
    expect(isDropped(object("Job", "j", { "argocd.argoproj.io/hook": "PreDelete" }))).toBe(false);
  });

  it("reads delete policies of both kinds, BeforeHookCreation being the default", () => {
    const both = {
      "argocd.argoproj.io/hook-delete-policy": "HookSucceeded",
      "helm.sh/hook-delete-policy": "hook-failed,nonsense",
    };
    expect(hookDeletePolicies(object("Job", "j", both))).toEqual(["HookSucceeded", "HookFailed"]);
    expect(hookDeletePolicies(object("Job", "j"))).toEqual(["BeforeHookCreation"]);
  });
});

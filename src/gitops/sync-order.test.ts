import { describe, expect, it } from "vitest";
import { createdNamespace, syncPlan } from "./sync-order.ts";
import { crd, object, resource, spec } from "./testing/manifests.ts";

describe("sync order", () => {
  it("goes by phase, wave, kind and name", () => {
    const wave = (value: string): Record<string, string> => ({ "argocd.argoproj.io/sync-wave": value });
    const manifests = [
      object("Job", "after", { "argocd.argoproj.io/hook": "PostSync" }),
      object("Deployment", "b", {}, {}, "apps/v1"),
      object("Unknown", "u", {}, {}, "x.io/v1"),
      object("Deployment", "a", {}, {}, "apps/v1"),
      object("ConfigMap", "late", wave("1")),
      object("Service", "early", wave("-1")),
      object("ConfigMap", "cm"),
      object("Job", "before", { "helm.sh/hook": "pre-install", "helm.sh/hook-weight": "-5" }),
      object("ConfigMap", "bad-wave", wave("soon")),
    ];
    expect(
      syncPlan(spec(), manifests.map(resource)).map(
        ({ phase, wave: at, resource: one }) => `${phase} ${at} ${one.id.name}`,
      ),
    ).toEqual([
      "PreSync -5 before",
      "Sync -1 early",
      "Sync 0 bad-wave",
      "Sync 0 cm",
      "Sync 0 a",
      "Sync 0 b",
      "Sync 0 u",
      "Sync 1 late",
      "PostSync 0 after",
    ]);
  });

  it("moves a Namespace and a CRD ahead of the first that needs them, phase and wave included", () => {
    const manifests = [
      object("Thing", "t", { "argocd.argoproj.io/hook": "PreSync" }, {}, "acme.io/v1"),
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "cm", namespace: "n", annotations: { "argocd.argoproj.io/sync-wave": "-3" } },
      },
      crd("Namespaced"),
      object("Namespace", "n"),
    ];
    expect(
      syncPlan(spec(), manifests.map(resource)).map(({ phase, wave, resource: one }) => [phase, wave, one.id.name]),
    ).toEqual([
      ["PreSync", 0, "things.acme.io"],
      ["PreSync", 0, "t"],
      ["Sync", -3, "n"],
      ["Sync", -3, "cm"],
    ]);
  });

  it("makes the destination's Namespace with its metadata, unless a manifest declares it", () => {
    const syncPolicy = { syncOptions: ["CreateNamespace=true"], managedNamespaceMetadata: { labels: { team: "a" } } };
    const [first] = syncPlan(spec({ syncPolicy }), [resource(object("ConfigMap", "cm"))]);
    expect(first).toMatchObject({
      synthesized: true,
      phase: "PreSync",
      resource: {
        id: { kind: "Namespace", name: "shop" },
        manifest: {
          metadata: {
            labels: { team: "a" },
            annotations: { "argocd.argoproj.io/sync-options": "ServerSideApply=true" },
          },
        },
      },
    });
    expect(createdNamespace(spec({ syncPolicy }), [resource(object("Namespace", "shop"))])).toBeUndefined();
    expect(createdNamespace(spec(), [])).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { trackingId, withTracking } from "./tracking.ts";
import { crd, object } from "./testing/manifests.ts";

describe("tracking", () => {
  const deployment = object("Deployment", "web", {}, {}, "apps/v1");

  it("marks with the annotation by default, the destination standing in for a missing namespace", () => {
    expect(withTracking(deployment, "app", "shop")).toMatchObject({
      metadata: { annotations: { "argocd.argoproj.io/tracking-id": "app:apps/Deployment:shop/web" } },
    });
    expect(trackingId(object("ConfigMap", "c"), "ns_app", "")).toBe("ns_app:/ConfigMap:/c");
  });

  it("marks with labels when asked, cut to 63 characters only next to the annotation", () => {
    const long = `${"a".repeat(62)}-${"b".repeat(9)}`;
    expect(withTracking(deployment, long, "shop", { method: "annotation+label" })).toMatchObject({
      metadata: { labels: { "app.kubernetes.io/instance": "a".repeat(62) } },
    });
    expect(withTracking(deployment, long, "shop", { method: "label", labelKey: "l" })).toMatchObject({
      metadata: { labels: { l: long }, annotations: {} },
    });
  });

  it("leaves CRDs alone", () => {
    expect(withTracking(crd("Cluster"), "app", "shop")).toEqual(crd("Cluster"));
  });
});

import { crdSchemas } from "kubeconform-wasm";
import { describe, expect, it } from "vitest";
import { copiedKinds } from "./copied-kinds.ts";

const crds = crdSchemas({
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  spec: { group: "acme.io", names: { kind: "Thing", plural: "things" }, versions: [{ name: "v1" }] },
});
const isCopy = (apiVersion: string, kind: string): boolean =>
  copiedKinds({ crds })({ id: { apiVersion, kind, name: "x" }, manifest: {}, origin: [] });

describe("kinds that slipway has a copy of the CRD for", () => {
  it("are custom ones whose CRD the repository does not have", () => {
    expect(isCopy("external-secrets.io/v1", "ExternalSecret")).toBe(true);
    expect(isCopy("acme.io/v2", "Thing")).toBe(true);
    expect(isCopy("acme.io/v1", "Thing")).toBe(false);
  });

  it.each(["v1", "apps/v1", "networking.k8s.io/v1"])("are not those of %s, which is Kubernetes' own", (apiVersion) => {
    expect(isCopy(apiVersion, "Deployment")).toBe(false);
  });
});

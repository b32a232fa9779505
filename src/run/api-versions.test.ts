import { openSchemas } from "kubeconform-wasm";
import { describe, expect, it } from "vitest";
import { apiVersionsOf } from "./api-versions.ts";

describe("the API versions a chart is told of", () => {
  const schemas = openSchemas();
  const at = (declared: string): string[] => apiVersionsOf(schemas, schemas.version(declared));

  it("are groups and kinds of the declared Kubernetes, and Argo CD's own", () => {
    expect(at("1.36")).toEqual(
      expect.arrayContaining(["v1", "v1/Pod", "apps/v1", "apps/v1/Deployment", "argoproj.io/v1alpha1/Application"]),
    );
    expect(at("1.31")).toContain("flowcontrol.apiserver.k8s.io/v1beta3");
    expect(at("1.36")).not.toContain("flowcontrol.apiserver.k8s.io/v1beta3");
  });

  it("are none of what would have to be installed", () => {
    expect(at("1.36").filter((one) => one.startsWith("monitoring.coreos.com/"))).toEqual([]);
    expect(at("1.36")).not.toContain("v1/PodList");
  });
});

import { readdirSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { openSchemas } from "./open-schemas.ts";
import { UnknownVersionError } from "./schemas/version.ts";

const schemas = openSchemas();

test("seven minors are bundled, each in its newest patch", () => {
  expect(schemas.versions).toEqual(["1.31.14", "1.32.13", "1.33.13", "1.34.4", "1.35.4", "1.36.3", "1.37.2"]);
  expect(schemas.version("v1.36.2+k3s1")).toBe("1.36.3");
  expect(() => schemas.version("1.30")).toThrow(UnknownVersionError);
});

test("everything together stays far below 6 MB", () => {
  const folder = new URL("../schemas/", import.meta.url);
  const sizes = readdirSync(folder).map((file) => statSync(new URL(file, folder)).size);
  expect(sizes.reduce((total, size) => total + size)).toBeLessThan(150_000);
});

test("a version knows its kinds, those that came and those that went", () => {
  const has = (declared: string, apiVersion: string, kind: string) =>
    schemas.schemaFor({ version: schemas.version(declared), apiVersion, kind, strict: true }) !== undefined;
  expect(has("1.31", "flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema")).toBe(true);
  expect(has("1.32", "flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema")).toBe(false);
  expect(has("1.33", "resource.k8s.io/v1", "ResourceClaim")).toBe(false);
  expect(has("1.34", "resource.k8s.io/v1", "ResourceClaim")).toBe(true);
  expect(has("1.37", "extensions/v1beta1", "Ingress")).toBe(false);
  expect(
    schemas
      .kinds("1.37.2")
      .filter(({ kind }) => kind === "ReferenceGrant")
      .map(({ apiVersion }) => apiVersion),
  ).toContain("gateway.networking.k8s.io/v1beta1");
});

test.each([
  ["v1", "Namespace", "Cluster"],
  ["v1", "PersistentVolumeClaim", "Namespaced"],
  ["v1", "PodList", undefined],
  ["rbac.authorization.k8s.io/v1", "ClusterRole", "Cluster"],
  ["argoproj.io/v1alpha1", "Application", "Namespaced"],
  ["argoproj.io/v1alpha1", "ApplicationSet", "Namespaced"],
  ["cert-manager.io/v1", "ClusterIssuer", "Cluster"],
  ["bitnami.com/v1alpha1", "SealedSecret", "Namespaced"],
  ["traefik.io/v1alpha1", "IngressRoute", "Namespaced"],
  ["kyverno.io/v1", "ClusterPolicy", "Cluster"],
  ["external-secrets.io/v1", "ExternalSecret", "Namespaced"],
  ["monitoring.coreos.com/v1", "ServiceMonitor", "Namespaced"],
  ["postgresql.cnpg.io/v1", "Cluster", "Namespaced"],
  ["gateway.networking.k8s.io/v1", "HTTPRoute", "Namespaced"],
  ["helm.cattle.io/v1", "HelmChartConfig", "Namespaced"],
  ["example.com/v1", "Widget", undefined],
])("%s %s is %s", (apiVersion, kind, scope) => {
  expect(schemas.scopeOf({ version: "1.36.3", apiVersion, kind })).toBe(scope);
});

test("every kind of every version has a schema whose references all lead somewhere", () => {
  for (const version of schemas.versions) {
    const broken = schemas.kinds(version).filter(({ apiVersion, kind }) => {
      const schema = schemas.schemaFor({ version, apiVersion, kind, strict: true });
      const definitions = Object.values(schema?.["definitions"] ?? {});
      return (
        schema?.["type"] !== "object" || definitions.some((definition) => Object.keys(definition ?? {}).length === 0)
      );
    });
    expect(broken).toEqual([]);
  }
});

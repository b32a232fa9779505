import { expect, test } from "vitest";
import { openSchemas } from "../open-schemas.ts";
import { crdSchemas } from "./crd.ts";

const schemas = openSchemas();
const version = schemas.version("1.36");
const deployment = schemas.structureOf({ version, apiVersion: "apps/v1", kind: "Deployment" });
const podSpec = deployment?.property("spec")?.property("template")?.property("spec");
const container = podSpec?.property("containers")?.items;

test("a list of the API knows the keys of its elements", () => {
  expect(podSpec?.property("containers")).toMatchObject({ type: "array", listType: "map", mapKeys: ["name"] });
  expect(container?.property("ports")).toMatchObject({ listType: "map", mapKeys: ["containerPort", "protocol"] });
  expect(container?.property("args")).toMatchObject({ listType: "atomic", mapKeys: [] });
  const finalizers = deployment?.property("metadata")?.property("finalizers");
  expect(finalizers?.setList).toBe(true);
});

test("a field knows its default, and fields with several spellings of one value their format", () => {
  expect(container?.property("ports")?.items?.property("protocol")?.default).toBe("TCP");
  expect(container?.property("resources")?.property("limits")?.property("cpu")?.format).toBe("quantity");
  expect(container?.property("livenessProbe")?.property("httpGet")?.property("port")?.format).toBe("int-or-string");
});

test("a map answers for every key, an object for its fields only", () => {
  const labels = deployment?.property("metadata")?.property("labels");
  expect(labels?.property("anything")?.type).toBe("string");
  expect(deployment?.property("spec")?.property("anything")).toBeUndefined();
});

test("a recursive type can be walked as deep as one likes", () => {
  let node = schemas.structureOf({ version, apiVersion: "apiextensions.k8s.io/v1", kind: "CustomResourceDefinition" });
  node = node?.property("spec")?.property("versions")?.items?.property("schema")?.property("openAPIV3Schema");
  for (let depth = 0; depth < 50; depth++) node = node?.property("properties")?.property("any");
  expect(node?.property("required")?.type).toBe("array");
});

test("custom resources are walked the same way, bundled or from the repository", () => {
  const prometheus = schemas.structureOf({ version, apiVersion: "monitoring.coreos.com/v1", kind: "Prometheus" });
  expect(prometheus?.property("spec")?.property("imagePullSecrets")?.items?.property("name")?.default).toBe("");
  const openAPIV3Schema = {
    type: "object",
    properties: {
      spec: {
        type: "object",
        "x-kubernetes-preserve-unknown-fields": true,
        properties: { tags: { type: "array", "x-kubernetes-list-type": "set" } },
      },
    },
  };
  const manifest = {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    spec: { group: "example.com", names: { kind: "Widget" }, versions: [{ name: "v1", schema: { openAPIV3Schema } }] },
  };
  const widget = schemas
    .extend(crdSchemas(manifest))
    .structureOf({ version, apiVersion: "example.com/v1", kind: "Widget" });
  expect(widget?.property("spec")?.preserveUnknown).toBe(true);
  expect(widget?.property("spec")?.property("tags")?.setList).toBe(true);
  expect(widget?.property("metadata")?.property("ownerReferences")?.mapKeys).toEqual(["uid"]);
});

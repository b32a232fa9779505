import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crdSchemas, objectMeta } from "./crd.ts";

const crd = (spec: object, apiVersion = "apiextensions.k8s.io/v1") => ({
  apiVersion,
  kind: "CustomResourceDefinition",
  metadata: { name: "widgets.example.com" },
  spec: { group: "example.com", names: { kind: "Widget", plural: "widgets" }, ...spec },
});
const openAPIV3Schema = {
  type: "object",
  description: "A widget",
  properties: { spec: { type: "object", properties: { size: { type: "integer" } } }, metadata: { type: "object" } },
};

test("every version of a CRD is a kind with its own schema", () => {
  const versions = [
    { name: "v1", served: true, storage: true, schema: { openAPIV3Schema } },
    { name: "v1alpha1", served: false, storage: false, schema: { openAPIV3Schema: { type: "object" } } },
  ];
  const kinds = crdSchemas(crd({ scope: "Cluster", versions }));
  expect(kinds.map(({ schema: _schema, ...rest }) => rest)).toEqual([
    { apiVersion: "example.com/v1", kind: "Widget", plural: "widgets", scope: "Cluster", served: true, storage: true },
    {
      apiVersion: "example.com/v1alpha1",
      kind: "Widget",
      plural: "widgets",
      scope: "Cluster",
      served: false,
      storage: false,
    },
  ]);
});

test("apiVersion, kind and metadata are the API server's, whatever the CRD says", () => {
  const [kind] = crdSchemas(crd({ versions: [{ name: "v1", schema: { openAPIV3Schema } }] }));
  expect(kind?.schema).toEqual({
    type: "object",
    properties: {
      spec: { type: "object", properties: { size: { type: "integer" } } },
      apiVersion: { type: "string" },
      kind: { type: "string" },
      metadata: { $ref: objectMeta },
    },
  });
});

test("a v1beta1 CRD with one validation for all versions is read too", () => {
  const spec = { scope: "Namespaced", version: "v1", validation: { openAPIV3Schema }, preserveUnknownFields: true };
  const [kind] = crdSchemas(crd(spec, "apiextensions.k8s.io/v1beta1"));
  expect(kind).toMatchObject({
    apiVersion: "example.com/v1",
    scope: "Namespaced",
    schema: {
      properties: { spec: { properties: { size: { type: "integer" } } } },
      "x-kubernetes-preserve-unknown-fields": true,
    },
  });
});

test("a version without a schema takes anything", () => {
  const [kind] = crdSchemas(crd({ versions: [{ name: "v1" }] }));
  expect(kind?.schema).toMatchObject({ type: "object", "x-kubernetes-preserve-unknown-fields": true });
});

describe("what is no CRD brings no kinds", () => {
  test.each([
    ["another kind", { apiVersion: "v1", kind: "ConfigMap" }],
    [
      "somebody else's CustomResourceDefinition",
      { ...crd({ versions: [{ name: "v1" }] }), apiVersion: "example.com/v1" },
    ],
    ["a CRD without a group", crd({ group: 7, versions: [{ name: "v1" }] })],
    ["a CRD without versions", crd({ versions: "v1" })],
    ["nothing", null],
    ["a list", [crd({ versions: [{ name: "v1" }] })]],
  ])("%s", (_what, manifest) => {
    expect(crdSchemas(manifest)).toEqual([]);
  });

  test("whatever a repository puts into a schema, it is read without failing", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const versions = [{ name: "v1", schema: { openAPIV3Schema: value } }];
        expect(crdSchemas(crd({ versions }))).toHaveLength(1);
      }),
    );
  });
});

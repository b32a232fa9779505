import { beforeAll, describe, expect, test } from "vitest";
import { createKubeconform, crdSchemas, openSchemas, schemaLocations } from "../src/index.ts";
import type { JsonObject, Kubeconform, SchemaLocation } from "../src/index.ts";

const schemas = openSchemas();
const bundled = schemaLocations({ schemas });
let kubeconform: Kubeconform;
beforeAll(async () => {
  kubeconform = await createKubeconform();
});

function pod(spec: JsonObject): JsonObject {
  return { apiVersion: "v1", kind: "Pod", metadata: { name: "a", namespace: "b" }, spec };
}

function statuses(
  resources: JsonObject[],
  options: { kubernetesVersion?: string; locations?: SchemaLocation[] } = {},
): string[] {
  return kubeconform.validate({ strict: true, locations: bundled, ...options, resources }).map(({ status }) => status);
}

describe.each(schemas.versions)("Kubernetes %s", (kubernetesVersion) => {
  test("accepts good objects and refuses bad ones", () => {
    const container = { name: "a", image: "b" };
    const good = [
      pod({ containers: [container] }),
      pod({ containers: [{ ...container, resources: { limits: { cpu: 1, memory: "1Gi" } } }] }),
      { apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: { name: "a" }, spec: { podSelector: {} } },
    ];
    const bad = [
      pod({ containers: [container], containerz: [] }),
      pod({ containers: [{ image: "b" }] }),
      pod({ containers: [{ ...container, ports: [{ containerPort: "http" }] }] }),
      { apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: { nam: "a" }, spec: { podSelector: {} } },
    ];
    expect(statuses(good, { kubernetesVersion })).toEqual(good.map(() => "statusValid"));
    expect(statuses(bad, { kubernetesVersion })).toEqual(bad.map(() => "statusInvalid"));
  });
});

test("the schema of every kind of the newest version compiles", () => {
  const kubernetesVersion = schemas.versions.at(-1) ?? "";
  const kinds = schemas
    .kinds(kubernetesVersion)
    .map(({ apiVersion, kind }) => ({ apiVersion, kind, metadata: { name: "a" } }));
  const results = kubeconform.validate({ kubernetesVersion, strict: true, locations: bundled, resources: kinds });
  expect(results.filter(({ status }) => status === "statusError")).toEqual([]);
  expect(results).toHaveLength(kinds.length);
});

test("every problem is told with its path, outer ones first", () => {
  const bad = pod({
    restartPolice: "Never",
    containers: [{ image: "b", ports: [{ containerPort: "http" }], tty: "yes" }],
  });
  const [result] = kubeconform.validate({ strict: true, locations: bundled, resources: [bad] });
  expect(result?.problems).toEqual([
    { path: ["spec", "restartPolice"], rule: "unknown-field", message: 'unknown field "restartPolice"' },
    { path: ["spec", "containers", "0"], rule: "required", message: 'missing field "name"' },
    {
      path: ["spec", "containers", "0", "ports", "0", "containerPort"],
      rule: "type",
      message: "got string, want integer",
    },
    { path: ["spec", "containers", "0", "tty"], rule: "type", message: "got string, want boolean" },
  ]);
});

test("the same resources give the same words every time", () => {
  const many = pod({ containers: [{ a: 1, b: 2, c: 3, d: 4 }], e: 5, f: 6, hostname: 7, nodeName: 8 });
  const run = () => kubeconform.validate({ strict: true, locations: bundled, resources: [many] });
  const first = run();
  for (let again = 0; again < 10; again++) expect(run()).toEqual(first);
});

test("resources and their text get the same verdicts", () => {
  const resources: JsonObject[] = [
    pod({ containers: [{ name: "a", image: "b" }] }),
    pod({ containers: "none" }),
    { apiVersion: "v1", kind: "List", items: [pod({ containers: [{ name: "a" }] }), { kind: "Pod" }] },
    { apiVersion: "v1", metadata: { name: "no-kind" } },
    { apiVersion: "v1", kind: "ConfigMap", metadata: { name: 1 } },
    {
      apiVersion: "batch/v1",
      kind: "Job",
      metadata: { generateName: "a-" },
      spec: { template: { spec: { containers: [] } } },
    },
    { apiVersion: "v1", kind: "Secret", metadata: { name: "skipped" } },
    { apiVersion: "v1", kind: "Service", metadata: { name: "rejected" } },
    {},
  ];
  const options = { strict: true, locations: bundled, skip: ["Secret"], reject: ["v1/Service"] };
  const manifests = resources.map((resource) => JSON.stringify(resource)).join("\n---\n");
  const fromText = kubeconform.validate({ ...options, manifests }).map(({ line: _line, ...result }) => result);
  expect(kubeconform.validate({ ...options, resources })).toEqual(fromText);
});

test("a document of a stream knows its line", () => {
  const manifests =
    "# first\n---\n\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n---\n# second\napiVersion: v1\nkind: Pod\nmetadata: words\n";
  const results = kubeconform.validate({ locations: bundled, manifests });
  expect(results.map(({ line, status }) => [line, status])).toEqual([
    [1, "statusEmpty"],
    [4, "statusValid"],
    [9, "statusError"],
  ]);
});

describe("a CRD is a schema as it is", () => {
  const openAPIV3Schema = {
    type: "object",
    required: ["spec"],
    properties: {
      spec: {
        type: "object",
        required: ["size", "mode"],
        properties: {
          size: { "x-kubernetes-int-or-string": true },
          mode: { type: "string", enum: ["a", "b"], default: "a" },
          any: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
          resource: {
            type: "object",
            "x-kubernetes-embedded-resource": true,
            "x-kubernetes-preserve-unknown-fields": true,
          },
          maybe: { type: "string", nullable: true },
        },
      },
    },
  };
  const crds = crdSchemas({
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    spec: { group: "example.com", names: { kind: "Widget" }, versions: [{ name: "v1", schema: { openAPIV3Schema } }] },
  });
  const widget = (spec: JsonObject, metadata: JsonObject = { name: "a" }): JsonObject => ({
    apiVersion: "example.com/v1",
    kind: "Widget",
    metadata,
    spec,
  });
  const locations = schemaLocations({ schemas, crds });

  test.each<[string, JsonObject]>([
    ["a number", widget({ size: 1 })],
    [
      "a string for int-or-string, null for what is nullable or optional",
      widget({ size: "10%", maybe: null, any: null }),
    ],
    ["anything where unknown fields are preserved", widget({ size: 1, any: { x: [1, { y: 2 }] } })],
    [
      "an embedded resource",
      widget({ size: 1, resource: { apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, spec: {} } }),
    ],
  ])("%s passes", (_what, resource) => {
    expect(statuses([resource], { locations })).toEqual(["statusValid"]);
  });

  test.each<[string, JsonObject]>([
    ["a missing field without a default", widget({})],
    ["a value beyond the enum", widget({ size: 1, mode: "c" })],
    ["an unknown field", widget({ size: 1, sice: 2 })],
    ["an object for int-or-string", widget({ size: {} })],
    ["unknown metadata", widget({ size: 1 }, { name: "a", label: {} })],
    ["an embedded resource without a kind", widget({ size: 1, resource: { apiVersion: "v1" } })],
  ])("%s fails", (_what, resource) => {
    expect(statuses([resource], { locations })).toEqual(["statusInvalid"]);
  });

  test("a schema that cannot be compiled counts as missing, and the rest still works", () => {
    const broken = crdSchemas({
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      spec: {
        group: "example.org",
        names: { kind: "Broken" },
        versions: [
          {
            name: "v1",
            schema: { openAPIV3Schema: { type: "object", properties: { a: { type: "string", pattern: "(" } } } },
          },
        ],
      },
    });
    const both = schemaLocations({ schemas, crds: [...broken, ...crds] });
    const resource = { apiVersion: "example.org/v1", kind: "Broken", metadata: { name: "a" } };
    expect(statuses([resource, widget({ size: 1 }), resource], { locations: both })).toEqual([
      "statusError",
      "statusValid",
      "statusError",
    ]);
  });
});

test("a location that fails is the resource's error, and the next resource is still judged", () => {
  const failing: SchemaLocation = {
    id: "failing",
    find: ({ kind }) => {
      if (kind === "Pod") throw new Error("the disk is on fire");
      return undefined;
    },
    document: () => undefined,
  };
  const resources = [pod({}), { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" } }];
  const results = kubeconform.validate({ locations: [failing, ...bundled], resources });
  expect(results.map(({ status, msg }) => [status, msg])).toEqual([
    ["statusError", "the disk is on fire"],
    ["statusValid", undefined],
  ]);
});

test("a page that is no JSON is passed over, as kubeconform does with HTTP", () => {
  const template = "https://example.com/{{ .ResourceKind }}.json";
  const locations = schemaLocations({
    schemas,
    locations: [template, "default"],
    fetched: new Map([["https://example.com/pod.json", { text: "<html>" }]]),
  });
  expect(statuses([pod({ containers: [{ name: "a", image: "b" }] }), pod({})], { locations })).toEqual([
    "statusValid",
    "statusInvalid",
  ]);
});

test.each(["1.36", "v1.36.3", "latest"])("the version %s is refused as kubeconform does", (kubernetesVersion) => {
  expect(() => kubeconform.validate({ kubernetesVersion, locations: [], resources: [] })).toThrow(RangeError);
});

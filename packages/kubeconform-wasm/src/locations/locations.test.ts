import { expect, test } from "vitest";
import { openSchemas } from "../open-schemas.ts";
import { crdSchemas } from "../schemas/crd.ts";
import { fileLocation } from "./files.ts";
import { schemaLocations } from "./locations.ts";
import { SchemaLocationError } from "./template.ts";

const schemas = openSchemas();
const query = { apiVersion: "example.com/v1", kind: "Widget", kubernetesVersion: "1.36.3", strict: true };
const crd = (type: string) =>
  crdSchemas({
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    spec: {
      group: "example.com",
      names: { kind: "Widget" },
      versions: [{ name: "v1", schema: { openAPIV3Schema: { type: "object", properties: { spec: { type } } } } }],
    },
  });

test("places are asked in the user's order, and CRDs of the repository come before what is bundled", () => {
  const files = { read: () => undefined, revision: "1" };
  const locations = ["own", "default", "https://example.com/{{ .Group }}.json"];
  const ids = schemaLocations({ schemas, locations, files, crds: crd("string"), fetched: new Map() }).map(
    ({ id }) => id,
  );
  expect(ids).toEqual([
    expect.stringMatching(/^file-/),
    expect.stringMatching(/^crds-/),
    `bundled-${schemas.digest}`,
    expect.stringMatching(/^http-/),
  ]);
});

test("a place is identified by its content", () => {
  const id = (type: string) => schemaLocations({ schemas, crds: crd(type) })[0]?.id;
  expect(id("string")).toBe(id("string"));
  expect(id("string")).not.toBe(id("integer"));
  const file = (template: string, revision: string) => fileLocation(template, () => undefined, revision).id;
  expect(new Set([file("a", "1"), file("a", "1"), file("a", "2"), file("b", "1")]).size).toBe(3);
});

test("a file's path is cleaned and read, and its own references too", () => {
  const read = (path: string) => (path === "crds/widget.json" ? Buffer.from("{}") : undefined);
  const location = fileLocation("./crds//{{ .ResourceKind }}.json", read, "1");
  const document = { url: "file:///crds/widget.json", text: "{}", tolerant: false };
  expect(location.find(query)).toEqual(document);
  expect(location.document(document.url)).toEqual(document);
  expect(location.find({ ...query, kind: "Gadget" })).toBeUndefined();
  expect(location.document("https://example.com/widget.json")).toBeUndefined();
});

test("an absolute path is refused", () => {
  expect(() => fileLocation("/etc/schemas", () => undefined, "1")).toThrow(SchemaLocationError);
});

test("a CRD's place knows its own kinds only, and the metadata all objects share", () => {
  const [location] = schemaLocations({ schemas, crds: crd("string") });
  expect(location?.find({ ...query, apiVersion: "v1", kind: "Pod" })).toBeUndefined();
  const found = location?.find(query);
  const references = JSON.stringify(found).match(/[a-z0-9-]+:\/\/\/[^"]*ObjectMeta[^"]*/g) ?? [];
  expect(references).toHaveLength(1);
  expect(location?.document(references[0] ?? "")).toMatchObject({ schema: { type: ["object", "null"] } });
});

test("a minor or a distribution's version gets the bundled schema of that minor", () => {
  const [bundled] = schemaLocations({ schemas });
  const pod = { ...query, apiVersion: "v1", kind: "Pod" };
  expect(bundled?.find({ ...pod, kubernetesVersion: "1.36.0" })?.url).toBe(
    "bundled:///v1.36.3-standalone-strict/pod-v1.json",
  );
  expect(bundled?.find({ ...pod, kubernetesVersion: "master" })?.url).toBe(
    "bundled:///v1.37.2-standalone-strict/pod-v1.json",
  );
  expect(() => bundled?.find({ ...pod, kubernetesVersion: "1.19.0" })).toThrow("no schemas for Kubernetes");
});

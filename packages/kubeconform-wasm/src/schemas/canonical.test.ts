import { describe, expect, test } from "vitest";
import type { JsonObject } from "../json.ts";
import { openSchemas } from "../open-schemas.ts";
import { CanonicalVersions } from "./canonical.ts";

describe("the canonical version of a schema", () => {
  const port = { type: "object" };
  const wider = { type: "object", properties: {} };
  const pod = { properties: { port: { $ref: "port" }, pod: { $ref: "pod" } } };
  const versions: Record<string, Record<string, JsonObject>> = {
    "1": { port, pod },
    "2": { port, pod },
    "3": { port: wider, pod },
  };
  const resolve = (name: string, version: string) => versions[version]?.[name];
  const canonical = new CanonicalVersions(Object.keys(versions), resolve);

  test("is the newest that has the very same one", () => {
    expect(canonical.ofDefinition("port", "1")).toBe("2");
    expect(canonical.ofDefinition("port", "3")).toBe("3");
  });

  test("counts what the schema refers to, round in circles too", () => {
    expect(canonical.ofDefinition("pod", "1")).toBe("2");
    expect(canonical.ofDefinition("pod", "2")).toBe("2");
  });

  test("is its own where no other has it", () => {
    expect(canonical.ofDefinition("gone", "1")).toBe("1");
  });
});

describe("bundled schemas", () => {
  const schemas = openSchemas();
  const kinds = [
    ["v1", "ConfigMap"],
    ["v1", "Service"],
    ["apps/v1", "Deployment"],
    ["batch/v1", "CronJob"],
    ["networking.k8s.io/v1", "Ingress"],
    ["monitoring.coreos.com/v1", "ServiceMonitor"],
  ] as const;

  test.each(kinds)("of %s %s are those of their canonical version, word for word", (apiVersion, kind) => {
    for (const version of schemas.versions) {
      const there = schemas.canonicalKind({ apiVersion, kind, version });
      const schemaIn = (one: string) => schemas.schemaFor({ apiVersion, kind, version: one, strict: true });
      expect(schemaIn(there)).toEqual(schemaIn(version));
    }
  });

  test("agree between minors in part", () => {
    const of = (apiVersion: string, kind: string) =>
      new Set(schemas.versions.map((version) => schemas.canonicalKind({ apiVersion, kind, version }))).size;
    expect(of("v1", "ConfigMap")).toBeLessThan(schemas.versions.length);
    expect(of("apps/v1", "Deployment")).toBeGreaterThan(1);
    expect(of("monitoring.coreos.com/v1", "ServiceMonitor")).toBeLessThan(of("apps/v1", "Deployment"));
  });
});

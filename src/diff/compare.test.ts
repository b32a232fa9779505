import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../model/resource.ts";
import { deployment, fields } from "./compare.fixture.ts";

describe("a change", () => {
  test("is named by the API's own keys", () => {
    const before = deployment("containers: [{name: web, image: 'i:1', ports: [{containerPort: 80}]}]");
    const after = deployment("containers: [{name: web, image: 'i:2', ports: [{containerPort: 80, name: http}]}]");
    expect(fields(before, after)).toEqual([
      { path: "spec.template.spec.containers[name=web].image", before: "i:1", after: "i:2" },
      { path: "spec.template.spec.containers[name=web].ports[containerPort=80].name", after: "http" },
    ]);
  });

  test("of a pod's init containers may be their order alone", () => {
    const before = deployment("initContainers: [{name: a}, {name: b}]");
    const after = deployment("initContainers: [{name: b}, {name: a}]");
    expect(fields(before, after)).toEqual([
      { path: "spec.template.spec.initContainers[order]", before: ["a", "b"], after: ["b", "a"] },
    ]);
  });

  test("of a list that only happens to have names may be its order alone", () => {
    const route = (names: string): string =>
      `{apiVersion: traefik.io/v1alpha1, kind: IngressRoute, spec: {middlewares: ${names}}}`;
    expect(fields(route("[{name: a}, {name: b, x: 1}]"), route("[{name: b, x: 2}, {name: a}]"))).toEqual([
      { path: "spec.middlewares[name=b].x", before: 1, after: 2 },
      { path: "spec.middlewares[order]", before: ["a", "b"], after: ["b", "a"] },
    ]);
  });

  test("is an argument put in between, not every one behind it", () => {
    const before = deployment("containers: [{name: a, args: [one, two, three]}]");
    const after = deployment("containers: [{name: a, args: [one, new, two, four]}]");
    expect(fields(before, after)).toEqual([
      { path: "spec.template.spec.containers[name=a].args[1]", after: "new" },
      { path: "spec.template.spec.containers[name=a].args[3]", before: "three", after: "four" },
    ]);
  });

  test("keeps text and numbers apart, and a port's name from its number", () => {
    const service = (port: string): string =>
      `{apiVersion: v1, kind: Service, spec: {ports: [{port: 80, targetPort: ${port}}]}}`;
    expect(fields(service("8080"), service('"8080"'))).toEqual([
      { path: "spec.ports[port=80].targetPort", before: 8080, after: "8080" },
    ]);
  });

  test("is an empty struct that means something", () => {
    const budget = "{apiVersion: policy/v1, kind: PodDisruptionBudget, spec: {maxUnavailable: 1";
    expect(fields(`${budget}}}`, `${budget}, selector: {}}}`)).toHaveLength(1);
    const policy = "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, spec: {podSelector: {}";
    expect(fields(`${policy}}}`, `${policy}, ingress: [{}]}}`)).toHaveLength(1);
  });

  test("of a custom resource may be an empty list, which is stored as written", () => {
    expect(fields("apiVersion: example.com/v1\nkind: A", "apiVersion: example.com/v1\nkind: A\nspec: []")).toHaveLength(
      1,
    );
  });

  test("of a default shows when the absent side would have another", () => {
    const before = deployment("containers: [{name: a, image: 'i:latest', imagePullPolicy: Always}]");
    const after = deployment("containers: [{name: a, image: 'i:1'}]");
    expect(fields(before, after).map((field) => field.path.split("].")[1])).toEqual(["image", "imagePullPolicy"]);
  });

  test("of several lines is a text diff", () => {
    const config = (last: string): string =>
      `apiVersion: v1\nkind: ConfigMap\ndata:\n  app.yaml: |\n    a: 1\n    b: 2\n    c: ${last}\n`;
    expect(fields(config("3"), config("4"))).toEqual([
      { path: 'data["app.yaml"]', text: "@@ -1,3 +1,3 @@\n a: 1\n b: 2\n-c: 3\n+c: 4" },
    ]);
  });

  test("of the API version of the same group is one field", () => {
    expect(
      fields(
        "{apiVersion: policy/v1beta1, kind: PodDisruptionBudget}",
        "{apiVersion: policy/v1, kind: PodDisruptionBudget}",
      ),
    ).toEqual([{ path: "apiVersion", before: "policy/v1beta1", after: "policy/v1" }]);
  });

  test("in a list whose names repeat falls back to the sequence", () => {
    const before = deployment("containers: [{name: a, envFrom: [{prefix: A}, {prefix: A}]}]");
    const after = deployment("containers: [{name: a, envFrom: [{prefix: A}, {prefix: B}]}]");
    expect(fields(before, after)).toEqual([
      { path: "spec.template.spec.containers[name=a].envFrom[1].prefix", before: "A", after: "B" },
    ]);
  });
});

test("comparing anything with itself finds nothing, whatever its keys are called", () => {
  const value = fc.object({
    key: fc.constantFrom("name", "limits", "__proto__", "constructor", "a.b", ""),
    maxDepth: 4,
  });
  fc.assert(
    fc.property(value, (object) => {
      const json: JsonObject = JSON.parse(JSON.stringify(object));
      expect(fields({ ...json, kind: "Pod" }, { ...structuredClone(json), kind: "Pod" })).toEqual([]);
    }),
  );
});

test("of any two objects, none is the same as the other unless nothing is reported both ways", () => {
  const leaf = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom("a", "b", "1", "x\ny"), fc.boolean());
  const list = fc.array(leaf, { maxLength: 4 });
  const object = fc.dictionary(fc.constantFrom("p", "q", "name"), fc.oneof(leaf, list), { minKeys: 1 });
  const cr = { apiVersion: "example.com/v1", kind: "Thing" };
  fc.assert(
    fc.property(object, object, (left, right) => {
      const forward = fields({ ...cr, spec: left }, { ...cr, spec: right });
      const backward = fields({ ...cr, spec: right }, { ...cr, spec: left });
      expect(forward.length === 0).toBe(backward.length === 0);
    }),
  );
});

import { describe, expect, it } from "vitest";
import type { JsonObject } from "../model/resource.ts";
import { flattenLists, normalize } from "./normalize.ts";
import { scopeLookup } from "./scope.ts";
import { crd, object, produced } from "./testing/manifests.ts";

describe("normalizing", () => {
  it("fills in the namespace of namespaced and unknown kinds and takes it from cluster-scoped ones", () => {
    const scopeOf = scopeLookup([crd("Cluster")]);
    const wrong: JsonObject = { apiVersion: "v1", kind: "Namespace", metadata: { name: "n", namespace: "x" } };
    const { resources } = normalize(
      produced(
        object("ConfigMap", "a"),
        wrong,
        object("Thing", "t", {}, {}, "acme.io/v1"),
        object("Other", "o", {}, {}, "x.io/v1"),
      ),
      "shop",
      scopeOf,
    );
    expect(resources.map(({ id }) => [id.kind, id.namespace])).toEqual([
      ["ConfigMap", "shop"],
      ["Namespace", undefined],
      ["Thing", undefined],
      ["Other", "shop"],
    ]);
    expect(resources[1]?.manifest["metadata"]).toEqual({ name: "n" });
  });

  it("keeps the last of repeated resources, generated names apart", () => {
    const generated: JsonObject = { apiVersion: "batch/v1", kind: "Job", metadata: { generateName: "job-" } };
    const { resources, repeated } = normalize(
      produced(
        object("ConfigMap", "a", {}, { data: { v: "1" } }),
        object("ConfigMap", "a", {}, { data: { v: "2" } }),
        generated,
        generated,
      ),
      "shop",
      scopeLookup([]),
    );
    expect(resources.map(({ id }) => id.name)).toEqual(["a", "job-2", "job-3"]);
    expect(resources[0]?.manifest["data"]).toEqual({ v: "2" });
    expect(repeated).toMatchObject([{ id: { name: "a" }, times: 2 }]);
  });

  it("takes Lists apart, nested ones too, and drops null lists", () => {
    const list: JsonObject = {
      apiVersion: "v1",
      kind: "List",
      items: [object("ConfigMap", "a"), { apiVersion: "v1", kind: "List", items: [object("Secret", "b")] }],
    };
    const none: JsonObject = { apiVersion: "v1", kind: "ConfigMapList", items: null };
    expect(flattenLists(produced(list, none)).map(({ manifest }) => manifest["kind"])).toEqual(["ConfigMap", "Secret"]);
  });
});

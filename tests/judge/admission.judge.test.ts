import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Apiserver, createApiserver } from "apiserver-wasm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { z } from "zod";
import { isObject, objectAt, stringAt } from "../../src/gitops/json.ts";
import type { JsonObject } from "../../src/model/resource.ts";
import { AdmissionCluster } from "./admission-cluster.ts";
import { type ControlPlane, startControlPlane } from "../control-plane/control-plane.ts";

const object = z.record(z.string(), z.json());
const admissionCase = z.strictObject({ name: z.string(), beside: z.array(object), new: object });
const quotaCase = z.strictObject({
  name: z.string(),
  quota: z.record(z.string(), z.string()),
  scopes: z.array(z.string()).optional(),
  limitRanges: z.array(object).default([]),
  objects: z.array(object),
});

function casesIn<T>(file: string, schema: z.ZodType<T>): T[] {
  const documents = parseAllDocuments(readFileSync(join(import.meta.dirname, "admission", file), "utf8"));
  return documents.map((document) => schema.parse(document.toJS()));
}

let plane: ControlPlane;
let cluster: AdmissionCluster;
let apiserver: Apiserver;
beforeAll(async () => {
  plane = await startControlPlane();
  cluster = new AdmissionCluster(plane.api);
  apiserver = await createApiserver();
});
afterAll(() => plane[Symbol.asyncDispose]());

describe("admission by the real API server and by apiserver-wasm", () => {
  it.each(casesIn("policies.yaml", admissionCase))("of ValidatingAdmissionPolicies: $name", async (one) => {
    const theirs = await cluster.among(one.beside, async () => cluster.verdict(one.new));
    const ofKind = (kind: string): JsonObject[] => one.beside.filter((each) => each["kind"] === kind);
    const [review] = apiserver.review([{ object: one.new, namespace: { name: "judged" } }], [], {
      policies: ofKind("ValidatingAdmissionPolicy"),
      bindings: ofKind("ValidatingAdmissionPolicyBinding"),
      parameters: ofKind("ConfigMap"),
    });
    // The one difference in words: the API server says at which step it missed the parameters.
    const said = theirs.said.replace("denied request: failed to configure binding: ", "denied request: ");
    expect({ said: review?.message ?? "", warnings: review?.warnings }).toEqual({ ...theirs, said });
  });

  it.each(casesIn("limits.yaml", admissionCase))("of LimitRanges: $name", async (one) => {
    const pod = podOf(one.new);
    const theirs = await cluster.among(one.beside, async () => cluster.verdict(pod ?? one.new));
    const [review] = apiserver.review([{ object: one.new, namespace: { name: "judged", limitRanges: one.beside } }]);
    const ours = pod === undefined ? [review?.message ?? ""] : (review?.limits.map(({ detail }) => detail) ?? []);
    const said = theirs.said.replace(/^pods "\S+" is forbidden: /, pod === undefined ? "$&" : "");
    expect(ours.length === 0 ? [""] : ours).toEqual([said]);
  });

  it.each(casesIn("quotas.yaml", quotaCase))("of ResourceQuotas: $name", async ({ quota: hard, scopes, ...one }) => {
    const quota = {
      apiVersion: "v1",
      kind: "ResourceQuota",
      metadata: { name: "quota", namespace: "judged" },
      spec: { hard, ...(scopes && { scopes }) },
    };
    const theirs = await cluster.among([...one.limitRanges, quota], async () => cluster.createAll(one.objects));
    const uses = apiserver.quotas({ quotas: [quota], objects: one.objects, limitRanges: one.limitRanges });
    const ours = uses.filter(({ exceeded, silent }) => exceeded || silent.length > 0).map(({ resource }) => resource);
    expect({ refused: ours.length > 0, ours }).toEqual({ refused: theirs.length > 0, ours });
    expect(theirs.filter((said) => !/quota/.test(said))).toEqual([]);
  });
});

/** The pod that a workload's controller would make; undefined for what is no workload. */
function podOf(manifest: JsonObject): JsonObject | undefined {
  const template = objectAt(manifest, "spec", "template");
  if (!isObject(template)) return undefined;
  const metadata = {
    ...objectAt(template, "metadata"),
    name: "pod",
    namespace: stringAt(manifest, "metadata", "namespace") ?? "",
  };
  return { apiVersion: "v1", kind: "Pod", metadata, spec: template["spec"] ?? {} };
}

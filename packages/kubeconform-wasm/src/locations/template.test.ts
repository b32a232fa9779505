import { expect, test } from "vitest";
import { parseTemplate, SchemaLocationError } from "./template.ts";

const deployment = { apiVersion: "apps/v1", kind: "Deployment", kubernetesVersion: "1.36.3", strict: true };
const certificate = { ...deployment, apiVersion: "cert-manager.io/v1", kind: "Certificate" };
const pod = { apiVersion: "v1", kind: "Pod", kubernetesVersion: "master", strict: false };

test("a folder is laid out like kubeconform's catalogue", () => {
  const path = parseTemplate("schemas");
  expect(path(deployment)).toBe("schemas/v1.36.3-standalone-strict/deployment-apps-v1.json");
  expect(path(certificate)).toBe("schemas/v1.36.3-standalone-strict/certificate-cert-manager-v1.json");
  expect(path(pod)).toBe("schemas/master-standalone/pod-v1.json");
});

test("a path that ends in json says itself what is where", () => {
  const path = parseTemplate("crds/{{ .Group }}/{{.ResourceKind}}_{{- .ResourceAPIVersion -}}.json");
  expect(path(certificate)).toBe("crds/cert-manager.io/certificate_v1.json");
  expect(path(pod)).toBe("crds/v1/pod_v1.json");
});

test("names of resources cannot smuggle variables in", () => {
  const path = parseTemplate("{{ .ResourceKind }}/{{ .Group }}.json");
  expect(path({ ...pod, kind: "{{ .Group }}", apiVersion: "$&/v1" })).toBe("{{ .group }}/$&.json");
});

test.each(["a/{{ .Kind }}.json", "a/{{ if .Group }}x{{ end }}.json", "a/{{ ResourceKind }}.json", "a/{{}}.json"])(
  "%s is refused, with what is known",
  (location) => {
    expect(() => parseTemplate(location)).toThrow(SchemaLocationError);
    expect(() => parseTemplate(location)).toThrow("{{ .ResourceKind }}");
  },
);

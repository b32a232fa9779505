import { describe, expect, it } from "vitest";
import { deployed, platformOf, resourcesIn, said, sentences } from "../platform.fixture.ts";
import { checkDeprecation } from "./check.ts";

const of = (apiVersion: string, kind: string) => `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: web }\n`;
const at = (kubernetesVersion: string, text: string) => said(checkDeprecation, text, { kubernetesVersion });

describe("deprecated API versions", () => {
  it("are nothing, a warning and an error as releases go by", () => {
    const budget = of("policy/v1beta1", "PodDisruptionBudget");
    expect(at("1.20.1", budget)).toEqual([]);
    expect(at("1.21.0", budget)).toEqual([
      "warning deprecation/deprecated-api PodDisruptionBudget web is of policy/v1beta1, which is deprecated since Kubernetes 1.21 and gone from 1.25",
    ]);
    expect(at("1.25.0", budget)).toEqual([
      "error deprecation/removed-api PodDisruptionBudget web is of policy/v1beta1, which Kubernetes 1.25 and later do not serve",
    ]);
  });

  it.each([
    ["extensions/v1beta1", "Deployment", "Use apps/v1."],
    ["extensions/v1beta1", "Ingress", "Use networking.k8s.io/v1."],
    ["apiextensions.k8s.io/v1beta1", "CustomResourceDefinition", "Use apiextensions.k8s.io/v1."],
    ["batch/v1beta1", "CronJob", "Use batch/v1."],
    ["autoscaling/v2beta2", "HorizontalPodAutoscaler", "Use autoscaling/v2."],
    ["flowcontrol.apiserver.k8s.io/v1beta1", "FlowSchema", "Use flowcontrol.apiserver.k8s.io/v1."],
    ["node.k8s.io/v1beta1", "RuntimeClass", "Use node.k8s.io/v1."],
    ["extensions/v1beta1", "PodSecurityPolicy", "Nothing replaces it."],
  ])("name what replaces %s %s", (apiVersion, kind, hint) => {
    const findings = checkDeprecation(platformOf([deployed(resourcesIn(of(apiVersion, kind)))]));
    expect(findings.map((one) => one.hint)).toEqual([hint]);
  });

  it("are not the stable ones, nor those of another kind", () => {
    expect(
      at(
        "1.37.2",
        ["apps/v1 Deployment", "policy/v1 PodDisruptionBudget", "v1 Pod"]
          .map((one) => of(...(one.split(" ") as [string, string])))
          .join("---\n"),
      ),
    ).toEqual([]);
    expect(at("1.37.2", of("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy"))).toEqual([]);
  });

  it("may be an operator's, unless the repository's own CRD serves them", () => {
    const middleware = of("traefik.containo.us/v1alpha1", "Middleware");
    expect(at("1.36.0", middleware)).toEqual([
      "warning deprecation/deprecated-api Middleware web is of traefik.containo.us/v1alpha1, which is not served since Traefik 3.0",
    ]);
    const crd = (served: boolean) => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: middlewares.traefik.containo.us }
spec:
  group: traefik.containo.us
  names: { kind: Middleware }
  versions: [{ name: v1alpha1, served: ${served} }]
`;
    expect(at("1.36.0", `${middleware}---\n${crd(true)}`)).toEqual([]);
    expect(at("1.36.0", `${middleware}---\n${crd(false)}`)).toHaveLength(1);
    expect(at("1.36.0", of("external-secrets.io/v1alpha1", "PushSecret"))).toEqual([]);
  });
});

describe("deprecated fields", () => {
  it("are annotations and fields of pods, each with its release", () => {
    const text = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  template:
    metadata: { annotations: { seccomp.security.alpha.kubernetes.io/pod: runtime/default } }
    spec:
      serviceAccount: web
      nodeSelector: { beta.kubernetes.io/os: linux, disk: fast }
      containers: [{ name: web }]
`;
    const findings = checkDeprecation(platformOf([deployed(resourcesIn(text))], { kubernetesVersion: "1.36.0" }));
    expect(sentences(findings)).toEqual([
      "notice deprecation/field Deployment web: the annotation seccomp.security.alpha.kubernetes.io/pod has no effect since Kubernetes 1.27",
      "notice deprecation/field Deployment web: serviceAccount is a deprecated alias of serviceAccountName",
      "notice deprecation/field Deployment web: the node label beta.kubernetes.io/os is deprecated since Kubernetes 1.14",
    ]);
    expect(findings.map(({ path }) => path)).toEqual([
      'spec.template.metadata.annotations["seccomp.security.alpha.kubernetes.io/pod"]',
      "spec.template.spec.serviceAccount",
      'spec.template.spec.nodeSelector["beta.kubernetes.io/os"]',
    ]);
  });

  it("are said of Ingresses, but for controllers that know nothing else", () => {
    const ingress = (name: string) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, annotations: { kubernetes.io/ingress.class: ${name} } }
`;
    expect(at("1.36.0", ingress("traefik"))).toHaveLength(1);
    expect(at("1.36.0", ingress("gce"))).toEqual([]);
    expect(at("1.17.0", ingress("traefik"))).toEqual([]);
  });
});

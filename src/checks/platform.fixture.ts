import { readEnvironments } from "../environment/read.ts";
import { isObject, stringAt } from "../gitops/json.ts";
import { parseYaml, splitDocuments } from "../gitops/yaml-read.ts";
import type { Finding } from "../model/finding.ts";
import type { Resource } from "../model/resource.ts";
import type { DeployedApplication, Platform, PlatformCheck } from "./platform.ts";

/** Resources as a file of the repository declares them; those without a namespace are in `web`. */
export function resourcesIn(text: string, file = "web.yaml"): Resource[] {
  return splitDocuments(text).flatMap((document) => {
    const manifest = parseYaml(document.text);
    if (!isObject(manifest)) return [];
    const namespace = stringAt(manifest, "metadata", "namespace") ?? "web";
    const id = {
      apiVersion: stringAt(manifest, "apiVersion") ?? "",
      kind: stringAt(manifest, "kind") ?? "",
      namespace,
      name: stringAt(manifest, "metadata", "name") ?? "",
    };
    return [{ id, manifest, origin: [{ file, line: 1, column: 1 }] }];
  });
}

export function deployed(resources: readonly Resource[], more: Partial<DeployedApplication> = {}): DeployedApplication {
  return {
    name: "web",
    kind: "Application",
    declaredName: "web",
    root: "web",
    destination: "https://kubernetes.default.svc",
    wave: 0,
    at: [{ file: "argocd/web.yaml", line: 1, column: 1 }],
    resources,
    complete: true,
    ...more,
  };
}

/** A platform of these Applications, whose fields stand where their resources begin. */
export function platformOf(applications: readonly DeployedApplication[], more: Partial<Platform> = {}): Platform {
  return {
    applications,
    kubernetesVersion: "1.36.3",
    place: (_application, resource) => resource.origin,
    environments: [],
    read: () => undefined,
    ...more,
  };
}

/** What a check says of one Application with these manifests: "severity rule message". */
export function said(check: PlatformCheck, text: string, more: Partial<Platform> = {}): string[] {
  return sentences(check(platformOf([deployed(resourcesIn(text))], more)));
}

export const sentences = (findings: readonly Finding[]): string[] =>
  findings.map(({ severity, rule, message }) => `${severity} ${rule} ${message}`);

export const environmentOf = (types: string) =>
  readEnvironments(
    "environments/dev.yaml",
    `apiVersion: slipway.dev/v1alpha1
kind: Environment
metadata: { name: dev }
spec:
  server:
    provider: hetzner
    types: [${types}]
  argocd: { bootstrap: argocd/web.yaml }
`,
  );

import { isObject, stringAt } from "../../gitops/json.ts";
import { parseYaml, splitDocuments } from "../../gitops/yaml-read.ts";
import type { JsonObject, Resource } from "../../model/resource.ts";
import { isJson } from "../../gitops/json.ts";
import type { DeployedApplication } from "../platform.ts";
import { checkWiring } from "./check.ts";

/** An Application that deploys the documents of a text into namespace `shop`, or those that they name. */
export function application(text: string, about: Partial<DeployedApplication> = {}): DeployedApplication {
  const name = about.name ?? "web";
  return {
    name,
    kind: "Application",
    declaredName: name,
    root: name,
    destination: "https://kubernetes.default.svc",
    namespace: "shop",
    wave: 0,
    at: [{ file: `argocd/${name}.yaml`, line: 1, column: 1 }],
    resources: splitDocuments(text).map(({ text: document }) => resourceOf(document)),
    complete: true,
    ...about,
  };
}

const clusterKinds = new Set([
  "Namespace",
  "ClusterRole",
  "ClusterRoleBinding",
  "CustomResourceDefinition",
  "ClusterIssuer",
]);

function resourceOf(text: string): Resource {
  const manifest = parseYaml(text);
  if (!isObject(manifest) || !isJson(manifest)) throw new TypeError(`no manifest: ${text}`);
  const kind = stringAt(manifest, "kind") ?? "";
  const namespace = clusterKinds.has(kind) ? {} : { namespace: stringAt(manifest, "metadata", "namespace") ?? "shop" };
  const id = {
    apiVersion: stringAt(manifest, "apiVersion") ?? "",
    kind,
    name: stringAt(manifest, "metadata", "name") ?? "",
    ...namespace,
  };
  return { id, manifest: manifest satisfies JsonObject, origin: [] };
}

/** What the checks say about Applications, as `level rule: sentence`. */
export function found(...applications: DeployedApplication[]): string[] {
  const platform = {
    applications,
    kubernetesVersion: "1.36.3",
    place: () => [],
    read: () => undefined,
    environments: [],
  };
  return checkWiring(platform).map(
    ({ severity, rule, message }) => `${severity} ${rule.replace("wiring/", "")}: ${message}`,
  );
}

/** Documents of one text. */
export const all = (...documents: string[]): string => documents.join("\n---\n");

export const deployment = (name: string, spec = "", container = ""): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      ${spec}
      containers:
        - name: main
          ports: [{ name: http, containerPort: 8080 }]
          ${container}
`;

export const service = (
  name: string,
  ports = "{ name: web, port: 80, targetPort: http }",
  selector = `app: ${name}`,
): string => `
apiVersion: v1
kind: Service
metadata: { name: ${name}, labels: { app: ${name} } }
spec: { selector: { ${selector} }, ports: [${ports}] }
`;

export const custom = (apiVersion: string, kind: string, name: string, spec = "{}"): string => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: ${name} }
spec: ${spec}
`;

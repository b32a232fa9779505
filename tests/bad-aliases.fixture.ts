import { applicationYaml, configMapYaml } from "../src/gitops/testing/repository.ts";
import { type BadInput, web } from "./bad-input.fixture.ts";

const ten = (item: string): string => `[${Array(8).fill(item).join(", ")}]`;
/** Under the parser's own limit of aliases, and still eight to the ninth when somebody walks it. */
const bomb = (indent: string): string =>
  Array.from({ length: 9 }, (_, at) => `${indent}a${at}: &a${at} ${ten(at === 0 ? "x" : `*a${at - 1}`)}\n`).join("");
const applicationSet = (generator: string): string => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: many, namespace: argocd }
spec:
  generators:
${generator}
  template:
    metadata: { name: "{{name}}" }
    spec:
      project: default
      source: { repoURL: https://github.com/acme/platform.git, path: web }
      destination: { server: https://kubernetes.default.svc, namespace: web }
`;

/** Aliases where slipway itself reads YAML, rather than an engine. */
export const badAliases: BadInput[] = [
  {
    name: "an alias bomb in an Application",
    files: { "argocd/web.yaml": applicationYaml("web", "web") + bomb("") },
    findings: ["gitops/unreadable-document argocd/web.yaml:1", "yaml/alias-bomb argocd/web.yaml:18"],
  },
  {
    name: "an Application that contains itself through an alias",
    files: { "argocd/web.yaml": `${applicationYaml("web", "web")}x: &x { y: *x }\n` },
    findings: ["gitops/unreadable-document argocd/web.yaml:1"],
  },
  {
    name: "an alias bomb in .argocd-source.yaml",
    files: { ...web, "web/config.yaml": configMapYaml("web"), "web/.argocd-source.yaml": bomb("") },
    findings: ["render/failed web/.argocd-source.yaml:1", "yaml/alias-bomb web/.argocd-source.yaml:6"],
    status: "failed",
  },
  {
    name: "an alias bomb in a file of a git generator",
    files: {
      "argocd/set.yaml": applicationSet(
        "    - git: { repoURL: https://github.com/acme/platform.git, revision: HEAD, files: [{ path: data.yaml }] }",
      ),
      "data.yaml": bomb(""),
    },
    findings: ["gitops/generator-failed argocd/set.yaml:6", "yaml/alias-bomb data.yaml:6"],
  },
  {
    name: "an alias bomb in elementsYaml",
    files: { "argocd/set.yaml": applicationSet(`    - list:\n        elementsYaml: |\n${bomb("          ")}`) },
    findings: ["gitops/generator-failed argocd/set.yaml:6"],
  },
  {
    name: "a kustomization whose resources contain themselves",
    files: {
      ...web,
      "web/config.yaml": configMapYaml("web"),
      "web/kustomization.yaml": "resources: &x [config.yaml, *x]\n",
    },
    findings: ["render/failed web/kustomization.yaml:1"],
    status: "failed",
  },
  {
    name: "an alias bomb in a chart's values",
    files: { ...web, "web/Chart.yaml": "apiVersion: v2\nname: web\nversion: 1.0.0\n", "web/values.yaml": bomb("") },
    findings: ["render/failed web/values.yaml:1", "yaml/alias-bomb web/values.yaml:6"],
    status: "failed",
    says: "web/values.yaml cannot be read",
  },
];

import { applicationYaml, configMapYaml } from "../src/gitops/testing/repository.ts";
import type { ApplicationStatus } from "../src/model/report.ts";

/** The Application that must be rendered and checked whatever else is in the repository. */
export const healthy = {
  "argocd/healthy.yaml": applicationYaml("healthy", "healthy"),
  "healthy/config.yaml": configMapYaml("healthy"),
};
export const web = { "argocd/web.yaml": applicationYaml("web", "web") };
const recursive = { "argocd/web.yaml": applicationYaml("web", "web", "    directory: { recurse: true }\n") };
const config = configMapYaml("web");
const kustomization = { "web/kustomization.yaml": "resources: [config.yaml]\n" };

const ten = (item: string) => `[${Array(10).fill(item).join(", ")}]`;
const bomb = Array.from(
  { length: 9 },
  (_, at) => `a${at}: &a${at} ${ten(at === 0 ? "x" : `*a${at - 1}`)}
`,
);
const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}\n`;
const encoded = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding);

export interface BadInput {
  name: string;
  files: Record<string, string | Uint8Array>;
  links?: Record<string, string>;
  timeoutMs?: number;
  /** Findings as "rule file:line", all of them. */
  findings: string[];
  /** Of the Application `web`; absent where there is none. */
  status?: ApplicationStatus;
  /** Words of a message that say what is wrong. */
  says?: string;
}

export const badInputs: BadInput[] = [
  {
    name: "broken YAML",
    files: { ...web, "web/config.yaml": `${config}labels: {a: [\n` },
    findings: ["render/failed web/config.yaml:7", "yaml/syntax web/config.yaml:7"],
    status: "failed",
  },
  {
    name: "broken JSON",
    files: { ...web, "web/config.json": `{"apiVersion": "v1", "kind": "ConfigMap", ` },
    findings: ["render/failed web/config.json:1", "yaml/syntax web/config.json:1"],
    status: "failed",
    says: "is not valid JSON",
  },
  {
    name: "a document of 10 MiB",
    files: { ...web, "web/config.yaml": configMapYaml("web", "x".repeat(10 * 2 ** 20)) },
    findings: ["render/limit web/config.yaml:1", "yaml/too-large web/config.yaml:1"],
    status: "failed",
    says: "more than 10 MB together, which Argo CD refuses",
  },
  {
    name: "an alias bomb in a manifest",
    files: { ...web, "web/config.yaml": config + bomb.join("") },
    findings: ["render/failed web/config.yaml:1", "yaml/alias-bomb web/config.yaml:11"],
    status: "failed",
  },
  {
    name: "an alias bomb in a kustomization",
    files: {
      ...web,
      "web/config.yaml": config,
      "web/kustomization.yaml": `${kustomization["web/kustomization.yaml"]}${bomb.join("")}`,
    },
    findings: ["render/refused web/kustomization.yaml:1", "yaml/alias-bomb web/kustomization.yaml:6"],
    status: "failed",
  },
  {
    name: "an alias that contains itself",
    files: { ...web, "web/config.yaml": `${config}labels: &labels { app: *labels }\n` },
    findings: ["render/failed web/config.yaml:1"],
    status: "failed",
    says: "contains itself",
  },
  {
    name: "Applications that create each other",
    files: { "a/b.yaml": applicationYaml("b", "b"), "b/a.yaml": applicationYaml("a", "a") },
    findings: ["gitops/cycle a/b.yaml:1"],
    says: "b → a → b",
  },
  {
    name: "kustomizations that build on each other",
    files: {
      ...web,
      "web/kustomization.yaml": "resources: [../base]\n",
      "base/kustomization.yaml": "resources: [../web]\n",
    },
    findings: ["render/failed base/kustomization.yaml:1"],
    status: "failed",
    says: "cycle",
  },
  {
    name: "a binary file",
    files: { ...web, "web/config.yaml": Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff, 0xfe) },
    findings: ["render/failed web/config.yaml:1", "yaml/encoding web/config.yaml:1"],
    status: "failed",
    says: "not UTF-8",
  },
  {
    name: "Latin-1",
    files: { ...web, ...kustomization, "web/config.yaml": encoded(configMapYaml("web", "café"), "latin1") },
    findings: ["render/failed web/config.yaml:1", "yaml/encoding web/config.yaml:1"],
    status: "failed",
    says: "UTF-8",
  },
  {
    name: "UTF-16",
    files: { ...web, "web/config.yaml": encoded(`\uFEFF${config}`, "utf16le") },
    findings: ["render/failed web/config.yaml:1", "yaml/encoding web/config.yaml:1"],
    status: "failed",
    says: "web/config.yaml is UTF-16",
  },
  {
    name: "CRLF, with positions as in the file",
    files: { ...web, "web/config.yaml": `${config}  k: w\n`.replaceAll("\n", "\r\n") },
    findings: ["yaml/duplicate-key web/config.yaml:7"],
    status: "rendered",
  },
  {
    name: "byte order marks, which mean nothing",
    files: {
      "argocd/web.yaml": `\uFEFF${web["argocd/web.yaml"]}`,
      "web/kustomization.yaml": `\uFEFF${kustomization["web/kustomization.yaml"]}`,
      "web/config.yaml": `\uFEFF${config}`,
    },
    findings: [],
    status: "rendered",
  },
  {
    name: "a null byte",
    files: { ...web, "web/config.yaml": configMapYaml("web").replace('"v"', '"\0"') },
    findings: ["render/failed web/config.yaml:1", "yaml/syntax web/config.yaml:6"],
    status: "failed",
  },
  {
    name: "links in a circle",
    files: { ...web, ...kustomization },
    links: { "web/config.yaml": "other.yaml", "web/other.yaml": "config.yaml" },
    findings: ["render/refused web/kustomization.yaml:1"],
    status: "failed",
    says: "leads in circles",
  },
  {
    name: "a link to the directory it is in",
    files: { ...recursive, "web/config.yaml": config },
    links: { "web/again": "." },
    findings: [],
    status: "rendered",
  },
  {
    name: "a link out of the repository",
    files: { ...web, "web/config.yaml": config },
    links: { "web/passwd.yaml": "/etc/passwd" },
    findings: ["render/refused web/passwd.yaml:1"],
    status: "failed",
    says: "leaves the repository",
  },
  {
    name: "a path out of the repository",
    files: {
      ...web,
      "web/config.yaml": config,
      "web/kustomization.yaml": "resources:\n  - config.yaml\n  - ../../x.yaml\n",
    },
    findings: ["render/refused web/kustomization.yaml:3"],
    status: "failed",
    says: 'refers to "../../x.yaml", which leads out of the repository',
  },
  {
    name: "a source path that is a link out of the repository",
    files: web,
    links: { web: "/etc" },
    findings: ["render/refused argocd/web.yaml:11"],
    status: "failed",
    says: "leaves the repository",
  },
  {
    name: "a large file that no Application renders",
    files: { ...web, "web/config.yaml": config, "other/config.yaml": configMapYaml("x", "x".repeat(9 * 2 ** 20)) },
    findings: ["yaml/too-large other/config.yaml:1"],
    status: "rendered",
  },
  {
    name: "an Application that creates itself",
    files: { "argocd/root.yaml": applicationYaml("root", "argocd") },
    findings: ["gitops/cycle argocd/root.yaml:1"],
    says: "creates itself",
  },
  {
    name: "three Applications in a circle",
    files: {
      "a/b.yaml": applicationYaml("b", "b"),
      "b/c.yaml": applicationYaml("c", "c"),
      "c/a.yaml": applicationYaml("a", "a"),
    },
    findings: ["gitops/cycle a/b.yaml:1"],
    says: "b → c → a → b",
  },
  {
    name: "keys that mean something to JavaScript",
    files: {
      ...web,
      "argocd/constructor.yaml": applicationYaml("constructor", "web").replace(
        "project: default",
        "project: __proto__",
      ),
      "web/config.yaml":
        "apiVersion: constructor/v1\nkind: __proto__\nmetadata: { name: toString, labels: { constructor: a } }\n",
    },
    findings: ["gitops/project-missing argocd/constructor.yaml:7", "schema/missing web/config.yaml:1"],
    status: "rendered",
  },
  {
    name: "numbers that JSON does not have",
    files: { ...web, "web/config.yaml": config.replace('"v"', ".nan") },
    findings: ["render/failed web/config.yaml:1", "yaml/syntax web/config.yaml:6"],
    status: "failed",
    says: "the number NaN does not exist in JSON",
  },
  {
    name: "an alias without an anchor, and a merge key without a mapping",
    files: { ...web, "web/config.yaml": config.replace('k: "v"', "<<: 1\n  k: *nope") },
    findings: ["render/failed web/config.yaml:1", "yaml/syntax web/config.yaml:6", "yaml/syntax web/config.yaml:7"],
    status: "failed",
    says: "There is no anchor before the alias *nope",
  },
  {
    name: "tabs",
    files: { ...web, "web/config.yaml": config.replace("  name", "\tname") },
    findings: ["render/failed web/config.yaml:4", "yaml/syntax web/config.yaml:4"],
    status: "failed",
    says: "tab characters must not be used",
  },
  {
    name: "Argo CD objects that are not valid, each told once",
    files: {
      "argocd/all.yaml": [
        applicationYaml("a", "web").replace("project: default", "project: 5"),
        "apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: { name: set }\nspec: { generators: {}, template: { metadata: {}, spec: { project: a, destination: {} } } }\n",
        "apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata: { name: p }\nspec:\n  sourceRepos: all\n",
      ].join("---\n"),
    },
    findings: [
      "gitops/invalid-application argocd/all.yaml:7",
      "gitops/invalid-applicationset argocd/all.yaml:17",
      "gitops/invalid-project argocd/all.yaml:23",
    ],
  },
  {
    name: "thousands of tiny files",
    files: {
      ...web,
      ...Object.fromEntries(Array.from({ length: 4000 }, (_, at) => [`web/${at}.yaml`, configMapYaml(`web-${at}`)])),
    },
    findings: [],
    status: "rendered",
  },
  {
    name: "deep nesting",
    files: { ...web, "web/config.yaml": `${config}labels: ${nested(20_000)}` },
    findings: ["render/failed web/config.yaml:7", "yaml/syntax web/config.yaml:7"],
    status: "failed",
    says: "nests mappings and lists more than 200 levels deep",
  },
  {
    name: "deep folders",
    files: { ...recursive, [`web/${"d/".repeat(300)}config.yaml`]: config },
    findings: [],
    status: "rendered",
  },
  {
    name: "a huge line before a mistake",
    files: { ...web, "web/config.yaml": `${configMapYaml("web", "y".repeat(3_000_000))}labels: [\n` },
    findings: ["render/failed web/config.yaml:7", "yaml/syntax web/config.yaml:7"],
    status: "failed",
  },
  {
    name: "files with the names of options, commands and nothing at all",
    files: {
      ...web,
      "web/-": "x",
      "web/-.yaml": configMapYaml("dash"),
      "web/new\nline.yaml": configMapYaml("line"),
      "web/--help.yaml": "a: b: c\n",
    },
    findings: ["yaml/syntax web/--help.yaml:1"],
    status: "rendered",
  },
];

import { type BadInput, web } from "./bad-input.fixture.ts";

const chart = { "web/Chart.yaml": "apiVersion: v2\nname: web\nversion: 1.0.0\n" };

export const badCharts: BadInput[] = [
  {
    name: "a chart in which a function panics",
    files: { ...web, ...chart, "web/templates/a.yaml": '\n{{ repeat -1 "x" }}\n' },
    findings: ["render/failed web/templates/a.yaml:2"],
    status: "failed",
    says: "negative Repeat count",
  },
  {
    name: "a chart that crashes the engine",
    files: { ...web, ...chart, "web/templates/a.yaml": '{{ $d := dict }}{{ $_ := set $d "self" $d }}{{ print $d }}\n' },
    findings: ["render/limit argocd/web.yaml:1"],
    status: "failed",
    says: "refers to itself without end",
  },
  {
    name: "a chart that loops forever",
    files: {
      ...web,
      ...chart,
      "web/templates/a.yaml": "{{ range until 99999 }}{{ range until 99999 }}{{ end }}{{ end }}\n",
    },
    timeoutMs: 8000,
    findings: ["render/limit argocd/web.yaml:1"],
    status: "failed",
    says: "longer than the 8 s",
  },
  {
    name: "a chart that eats memory",
    files: {
      ...web,
      ...chart,
      "web/templates/a.yaml": '{{ $x := "xxxxxxxx" }}{{ range until 40 }}{{ $x = print $x $x }}{{ end }}\n',
    },
    findings: ["render/limit argocd/web.yaml:1"],
    status: "failed",
    says: "memory",
  },
  {
    name: "a chart that stops itself",
    files: { ...web, ...chart, "web/templates/a.yaml": '\n\n{{ fail "the host is missing" }}\n' },
    findings: ["render/failed web/templates/a.yaml:3"],
    status: "failed",
    says: "the host is missing",
  },
  {
    name: "a template that is not UTF-8",
    files: { ...web, ...chart, "web/templates/a.yaml": Uint8Array.of(0x61, 0x3a, 0x20, 0xe9, 0xff, 0x0a) },
    findings: ["render/failed web/templates/a.yaml:1", "yaml/encoding web/templates/a.yaml:1"],
    status: "failed",
  },
  {
    name: "a Chart.yaml that is broken",
    files: { ...web, "web/Chart.yaml": "apiVersion: v2\nname: [\n" },
    findings: ["render/failed web/Chart.yaml:2", "yaml/syntax web/Chart.yaml:2"],
    status: "failed",
    says: "web/Chart.yaml cannot be read",
  },
  {
    name: "a chart whose dependency is not there",
    files: {
      ...web,
      "web/Chart.yaml": `${chart["web/Chart.yaml"]}dependencies:\n  - name: base\n    version: 1.0.0\n    repository: file://../base\n`,
    },
    findings: ["render/failed web/Chart.yaml:7"],
    status: "failed",
    says: "there is no chart at base",
  },
  {
    name: "a kind with the characters of a regular expression",
    files: { ...web, ...chart, "web/templates/a.yaml": 'apiVersion: v1\nkind: "(a+)+b("\nmetadata: { name: a }\n' },
    findings: ["schema/missing web/templates/a.yaml:1"],
    status: "rendered",
  },
  {
    name: "a chart that makes something nested too deeply",
    files: {
      ...web,
      ...chart,
      "web/templates/a.yaml": `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\nx: ${"[".repeat(9000)}${"]".repeat(9000)}\n`,
    },
    findings: ["render/limit argocd/web.yaml:1"],
    status: "failed",
    says: "nested too deeply",
  },
];

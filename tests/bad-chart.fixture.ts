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
];

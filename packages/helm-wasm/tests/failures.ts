import type { Case } from "./corpus.ts";

const release = { releaseName: "demo", namespace: "shop" };

const broken = (name: string, more: Partial<Case["request"]> = {}): Case => ({
  name: `error-${name}`,
  folder: "errors",
  request: { chart: name, ...release, ...more },
  fails: "helm",
});

const own = (test: Case): Case => ({ ...test, fails: "own" });

/** Charts and requests that Helm refuses. */
export const failures: Case[] = [
  broken("parse"),
  broken("function"),
  broken("nil"),
  broken("required"),
  broken("fail"),
  broken("output"),
  own(broken("scalar")),
  broken("include"),
  own(broken("recursion")),
  broken("tpl"),
  broken("kube-version"),
  broken("library"),
  broken("version-3"),
  broken("version-9"),
  broken("no-version"),
  broken("chart-yaml"),
  broken("ignore"),
  broken("sub"),
  broken("values.schema"),
  own(broken("absent")),
  { ...broken("values/chart", { valuesFiles: ["values/list.yaml"] }), name: "error-values-list" },
  { ...broken("values/chart", { valuesFiles: ["values/broken.yaml"] }), name: "error-values-broken" },
  { ...broken("values/chart", { valuesFiles: ["values/absent.yaml"] }), name: "error-values-absent" },
  { ...own(broken("values/chart", { values: ["a: ["] })), name: "error-values-text" },
  { ...broken("values/chart", { parameters: [{ name: "a[x]", value: "1" }] }), name: "error-parameter" },
  { ...broken("values/chart", { fileParameters: [{ name: "a", path: "absent.txt" }] }), name: "error-file-parameter" },
  { ...broken("values/chart", { kubeVersion: "new" }), name: "error-kube-version-text" },
  { ...broken("values/chart", { releaseName: "Not_A_Name" }), name: "error-release-name" },
  {
    name: "error-schema",
    folder: "schema",
    request: { chart: "", ...release, values: ["port: 70000\nname: UPPER\nmode: c\nsub: {replicas: many}"] },
    fails: "helm",
  },
  {
    name: "error-schema-sub",
    folder: "schema",
    request: { chart: "", ...release, values: ["sub: {replicas: many}"] },
    fails: "helm",
  },
  own({ name: "error-dependency-nowhere", folder: "dependencies", request: { chart: "nowhere", ...release } }),
  own({ name: "error-dependency-version", folder: "dependencies", request: { chart: "other-version", ...release } }),
];

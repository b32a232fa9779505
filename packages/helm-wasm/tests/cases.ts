import type { Case } from "./corpus.ts";
import { failures } from "./failures.ts";

const release = { releaseName: "demo", namespace: "shop" };
const cache = { "charts/cache-2.0.0.tgz": "packed/cache" };
const fetched = { "fetched/cache.tgz": "packed/cache", "fetched/oci.tgz": "dependencies/shared" };

const renderings: Case[] = [
  { name: "language", folder: "language", request: { chart: "", ...release } },
  { name: "language-default-namespace", folder: "language", request: { chart: ".", releaseName: "web-1" } },
  { name: "subcharts", folder: "subcharts", packed: cache, request: { chart: "", ...release } },
  {
    name: "subcharts-switched",
    folder: "subcharts",
    packed: cache,
    request: {
      chart: "",
      ...release,
      values: [
        "tags: {optional: true, replicas: false}\nreplica: {enabled: true, port: 1}\ndb: {enabled: false}\noff: {enabled: true}",
      ],
      parameters: [{ name: "global.shared.a", value: "null" }],
    },
  },
  {
    name: "subcharts-values",
    folder: "subcharts",
    packed: cache,
    request: {
      chart: "",
      ...release,
      values: ["db: {metrics: {enabled: false}, settings: {extra: null}}\nglobal: {db: true, new: 1}"],
    },
  },
  { name: "library", folder: "library", request: { chart: "", ...release } },
  { name: "hooks", folder: "hooks", request: { chart: "", ...release } },
  { name: "hooks-skipped", folder: "hooks", request: { chart: "", ...release, skipHooks: true } },
  { name: "hooks-without-tests", folder: "hooks", request: { chart: "", ...release, skipTests: true } },
  { name: "crds", folder: "crds", request: { chart: "", ...release, includeCrds: true } },
  { name: "crds-left-out", folder: "crds", request: { chart: "", ...release } },
  { name: "files", folder: "files", request: { chart: "", ...release } },
  { name: "schema", folder: "schema", request: { chart: "", ...release } },
  {
    name: "schema-skipped",
    folder: "schema",
    request: { chart: "", ...release, skipSchemaValidation: true, values: ["port: many\nname: UPPER"] },
  },
  { name: "capabilities", folder: "capabilities", request: { chart: "", ...release } },
  {
    name: "capabilities-given",
    folder: "capabilities",
    request: {
      chart: "",
      ...release,
      kubeVersion: "1.29.4-gke.1245000",
      apiVersions: ["monitoring.coreos.com/v1", "monitoring.coreos.com/v1/ServiceMonitor"],
    },
  },
  { name: "values", folder: "values", request: { chart: "", ...release } },
  {
    name: "values-files",
    folder: "values",
    request: { chart: "", ...release, valuesFiles: ["one.yaml", "./two.yaml"] },
  },
  {
    name: "values-everywhere",
    folder: "values",
    request: {
      chart: "",
      ...release,
      valuesFiles: ["two.yaml", "one.yaml"],
      values: ["number: 2\na: {b: {c: inline, d: null}}", "number: 3"],
      parameters: [
        { name: "forced", value: "1", forceString: true },
        { name: "number", value: "4" },
        { name: "number", value: "5", forceString: true },
        { name: "truth", value: "true" },
        { name: "truthText", value: "true", forceString: true },
        { name: "list", value: "{x,y,1}" },
        { name: "a.list[1]", value: "second" },
        { name: "commas", value: "a,b=c,d" },
        { name: "escaped", value: String.raw`a\,b` },
        { name: String.raw`dotted\.key`, value: "v" },
        { name: "keep", value: "null" },
        { name: "objects[0].name", value: "first" },
        { name: "empty", value: "" },
        { name: "big", value: "12345678901234567890" },
        { name: "octal", value: "0755" },
      ],
      fileParameters: [{ name: "a.file", path: "file.txt" }],
    },
  },
  { name: "order", folder: "order", request: { chart: "", ...release } },
  { name: "text", folder: "text", request: { chart: "", ...release } },
  { name: "deprecated", folder: "deprecated", request: { chart: "", ...release } },
  {
    name: "archive",
    folder: "values",
    packed: { "charts/app-0.1.0.tgz": "library" },
    request: { chart: "charts/app-0.1.0.tgz", ...release, values: ["lib: {color: green}"] },
  },
  {
    name: "archive-of-files",
    folder: "values",
    packed: { "files-0.1.0.tgz": "files" },
    request: { chart: "./files-0.1.0.tgz", ...release },
  },
  { name: "dependencies-local", folder: "dependencies", build: true, request: { chart: "local", ...release } },
  { name: "dependencies-legacy", folder: "dependencies", build: true, request: { chart: "legacy", ...release } },
];

/** A schema that refers to another on the web: Helm would fetch it. */
export const remoteSchema: Case = {
  name: "schema-remote",
  folder: "schema-remote",
  request: { chart: "", ...release },
};

/** What `needs` and `dependencies` do; Helm would go and fetch. */
export const fetching: Record<"before" | "after", Case> = {
  before: { name: "needs", folder: "dependencies", request: { chart: "remote", ...release } },
  after: {
    name: "dependencies-given",
    folder: "dependencies",
    packed: fetched,
    request: {
      chart: "remote",
      ...release,
      values: ["oci: {enabled: false}"],
      dependencies: { "cache-^2": "fetched/cache.tgz", "oci-1.0.0": "fetched/oci.tgz" },
    },
  },
};

export const cases: Case[] = [...renderings, ...failures];

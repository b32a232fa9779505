import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Json } from "../../model/resource.ts";
import type { Engines } from "../contracts.ts";
import { parseFieldPath, valueAt } from "../field-path.ts";
import { renderRepository } from "../render.ts";
import type { RenderedApplication } from "../rendered-repository.ts";
import { packArchive } from "./archive.ts";
import { repositoryRequest, repoURL, type RepositoryParts } from "./repository.ts";

/** A chart that shows every way values can take. */
const chartFiles = {
  "Chart.yaml": "apiVersion: v2\nname: web\nversion: 1.2.3\n",
  "values.yaml": "a: chart\nb: chart\nc: chart\n",
  "templates/cm.yaml": [
    "apiVersion: v1",
    "kind: ConfigMap",
    "metadata: {name: {{ .Release.Name }}, namespace: {{ .Release.Namespace }}}",
    "data:",
    "  a: {{ .Values.a | quote }}",
    "  b: {{ .Values.b | quote }}",
    "  c: {{ .Values.c | quote }}",
    "  file: {{ .Values.file | quote }}",
    "  kube: {{ .Capabilities.KubeVersion.Version | quote }}",
    '  api: {{ .Capabilities.APIVersions.Has "acme.io/v1" | quote }}',
    "",
  ].join("\n"),
  "crds/crd.yaml":
    "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: things.acme.io}\nspec: {group: acme.io, scope: Cluster, names: {kind: Thing, plural: things}}\n",
  "templates/tests/test.yaml":
    'apiVersion: v1\nkind: Pod\nmetadata: {name: t, annotations: {"helm.sh/hook": test}}\nspec: {}\n',
};

/** The same chart packed, with a value file of its own inside; in a folder the caller removes. */
export function packedChart(): { folder: string; archive: string } {
  const folder = mkdtempSync(join(tmpdir(), "slipway-gitops-"));
  const archive = join(folder, "web.tgz");
  const files = Object.entries({ ...chartFiles, "values-prod.yaml": "b: inside\n" });
  writeFileSync(archive, packArchive(Object.fromEntries(files.map(([path, text]) => [`web/${path}`, text]))));
  return { folder, archive };
}

export const chartAt = (directory: string): Record<string, string> =>
  Object.fromEntries(Object.entries(chartFiles).map(([path, text]) => [`${directory}/${path}`, text]));

/** Renders one Application of the given sources and gives it with its findings. */
export async function oneApplication(
  engines: Engines,
  spec: { source?: Json; sources?: Json; project?: string },
  parts: RepositoryParts,
): Promise<RenderedApplication> {
  const application = {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Application",
    metadata: { name: "app", namespace: "argocd" },
    spec: { project: "default", destination: { server: "https://kubernetes.default.svc", namespace: "shop" }, ...spec },
  };
  const files = { ...parts.files, "app.json": JSON.stringify(application) };
  const { applications } = await renderRepository(repositoryRequest(engines, { ...parts, files }));
  const found = applications.find(({ report }) => report.name === "app");
  if (found === undefined) throw new Error("the Application was not found");
  return found;
}

export const resourceNames = (app: RenderedApplication): string[] =>
  app.rendered.resources.map(({ id }) => `${id.kind} ${id.namespace ?? ""}/${id.name}`);
export const field = (app: RenderedApplication, path: string, index = 0): Json | undefined =>
  valueAt(app.rendered.resources[index]?.manifest, parseFieldPath(path));
export const here = (rest: object): Json => JSON.parse(JSON.stringify({ repoURL, targetRevision: "HEAD", ...rest }));

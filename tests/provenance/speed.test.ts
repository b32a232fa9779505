import { expect, it } from "vitest";
import { Provenance } from "../../src/gitops/provenance/provenance.ts";
import type { RenderedApplication } from "../../src/gitops/rendered-repository.ts";
import { memoryTree } from "../../src/gitops/testing/memory-tree.ts";
import { applicationYaml, repoURL } from "../../src/gitops/testing/repository.ts";
import type { JsonObject, Resource } from "../../src/model/resource.ts";

const count = 200;
const each = 5;

const deployment = (name: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: 1
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: nginx:1
          resources: {requests: {cpu: 10m, memory: 16Mi}}
`;
const names = (index: number): string[] => Array.from({ length: each }, (_, at) => `web-${index}-${at}`);

/** 200 Applications, half of them overlays of kustomizations and half of them charts, with five resources each. */
function repository(): { files: Record<string, string>; applications: RenderedApplication[] } {
  const files: Record<string, string> = {};
  const applications: RenderedApplication[] = [];
  for (let index = 0; index < count; index += 1) {
    const chart = index % 2 === 1;
    const directory = chart ? `charts/c${index}` : `apps/a${index}/overlay`;
    const templates = names(index).map((name) => deployment(chart ? `{{ .Release.Name }}-${name}` : name));
    if (chart) {
      files[`${directory}/Chart.yaml`] = `apiVersion: v2\nname: c${index}\nversion: 1.0.0\n`;
      files[`${directory}/values.yaml`] = "replicas: 1\nimage: {repository: nginx, tag: '1'}\n";
      files[`${directory}/templates/all.yaml`] = templates
        .join("---\n")
        .replaceAll("replicas: 1", "replicas: {{ .Values.replicas }}");
    } else {
      files[`apps/a${index}/base/kustomization.yaml`] = "resources: [all.yaml]\n";
      files[`apps/a${index}/base/all.yaml`] = templates.join("---\n");
      files[`${directory}/kustomization.yaml`] =
        `resources: [../base]\nimages: [{name: nginx, newTag: "1"}]\npatches: [{path: patch.yaml}]\n`;
      files[`${directory}/patch.yaml`] = names(index)
        .map((name) => `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}}\nspec: {replicas: 1}\n`)
        .join("---\n");
    }
    files[`argocd/${index}.yaml`] = applicationYaml(`app-${index}`, directory);
    applications.push(application(index, directory, chart));
  }
  return { files, applications };
}

function application(index: number, directory: string, chart: boolean): RenderedApplication {
  const name = `app-${index}`;
  const place = { file: `argocd/${index}.yaml`, line: 1, column: 1, via: "Application" };
  const file = chart ? `${directory}/templates/all.yaml` : `apps/a${index}/base/all.yaml`;
  const resources = names(index).map((own): Resource => {
    const manifest: JsonObject = {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: chart ? `${name}-${own}` : own },
      spec: { replicas: 1, template: { spec: { containers: [{ name: "web", image: "nginx:1" }] } } },
    };
    const id = { apiVersion: "apps/v1", kind: "Deployment", name: chart ? `${name}-${own}` : own };
    return { id, manifest, origin: [{ file, line: 1, column: 1 }, place] };
  });
  const spec = { project: "default", destination: { namespace: name }, source: { repoURL, path: directory } };
  return {
    report: {
      name,
      kind: "Application",
      wave: 0,
      file: place.file,
      line: 1,
      sources: [],
      status: "rendered",
      resources: each,
    },
    rendered: { application: name, resources, reads: { files: {}, listings: {} }, findings: [] },
    application: { name, namespace: "argocd", annotations: {}, spec, object: {}, at: [place] },
    spec,
    reused: false,
  };
}

it("places 1,000 findings in 200 Applications within a second", () => {
  const { files, applications } = repository();
  const place = (): { files: Set<string>; milliseconds: number } => {
    const provenance = new Provenance(memoryTree(files), applications);
    const started = process.cpuUsage();
    const tops = applications.flatMap((one) =>
      one.rendered.resources.map((resource) => provenance.locate(one, resource, "spec.replicas")[0]),
    );
    const { user, system } = process.cpuUsage(started);
    return {
      files: new Set(tops.map((top) => top?.file.replace(/\d+/g, "N") ?? "")),
      milliseconds: (user + system) / 1000,
    };
  };
  const [cold, warm] = [place(), place()];
  process.stdout.write(
    `${count * each} findings placed in ${warm.milliseconds.toFixed(0)} ms of processor time, ${cold.milliseconds.toFixed(0)} ms with code that never ran before\n`,
  );
  expect(cold.files).toEqual(new Set(["apps/aN/overlay/patch.yaml", "charts/cN/values.yaml"]));
  // Twice the aim: processors that many share are slower.
  expect(warm.milliseconds).toBeLessThan(2000);
});

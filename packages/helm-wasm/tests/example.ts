import { createHelm } from "helm-wasm";

const files = new Map([
  ["web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n"],
  ["web/values.yaml", "replicas: 1\n"],
  ["web/templates/app.yaml", "kind: App\nname: {{ .Release.Name }}\nreplicas: {{ .Values.replicas }}\n"],
]);
const tree = {
  read: (path: string) => (files.has(path) ? Buffer.from(files.get(path) ?? "") : undefined),
  list: (path: string) => entries[path],
};
const file = (name: string) => ({ name, directory: false });
const entries: Record<string, { name: string; directory: boolean }[]> = {
  web: [file("Chart.yaml"), file("values.yaml"), { name: "templates", directory: true }],
  "web/templates": [file("app.yaml")],
};

const helm = await createHelm();
export const { yaml, resources, reads } = helm.template({
  tree,
  chart: "web",
  releaseName: "shop",
  values: ["replicas: 3"],
});

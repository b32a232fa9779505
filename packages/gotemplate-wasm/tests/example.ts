import { createGoTemplate } from "gotemplate-wasm";

const gotemplate = await createGoTemplate();
const data = { branch: "Feature/Login", path: { basename: "web" }, replicas: 2 };

export const { text } = gotemplate.render({
  template: "{{ .path.basename }}-{{ .branch | slugify 12 }}",
  data,
  options: ["missingkey=error"],
});
export const results = gotemplate.renderAll([
  { template: "{{ add .replicas 1 }}", data },
  { template: "{{ .host }}", data, options: ["missingkey=error"] },
]);

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createFolder } from "../tree/testing/repository.ts";
import { chartPath, mount, openWorkingCopy } from "../tree/index.ts";
import type { Tree } from "../tree/index.ts";
import { openEngines } from "./engines.ts";

const engines = openEngines({ workers: 2, timeoutMs: 60_000, memoryLimitBytes: 256 * 1024 ** 2 });
afterAll(() => engines.close());

const configMap = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\n`;
const chart = (template: string, name = "web"): Record<string, string> => ({
  "Chart.yaml": `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`,
  "values.yaml": "size: 1\n",
  "templates/all.yaml": template,
});
const under = (directory: string, files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`${directory}/${path}`, content]));

const helm = (tree: Tree, path: string, from = engines) => from.helm(tree, { chart: path, releaseName: "demo" });

describe("the engines", () => {
  test("build a kustomization, with the ids of all that was read, listed or missed", async () => {
    using folder = createFolder({
      "app/kustomization.yaml": "resources: [a.yaml]\nnamePrefix: x-\n",
      "app/a.yaml": configMap("a"),
    });
    const tree = await openWorkingCopy(folder.root);
    const result = await engines.kustomize(tree, { path: "app", options: { nameSuffix: "-y" } });
    expect(result.resources.map(({ manifest }) => manifest["metadata"])).toEqual([{ name: "x-a-y" }]);
    expect(result.reads.files["app/a.yaml"]).toBe(tree.lookup("app/a.yaml")?.id);
    expect(result.reads.files["app/kustomization.yaml"]).toBe(tree.lookup("app/kustomization.yaml")?.id);
  });

  test("render a chart, and say where it fails", async () => {
    using folder = createFolder({
      ...under("good", chart(configMap("{{ .Release.Name }}"))),
      ...under("bad", chart('a: 1\nb: {{ fail "on purpose" }}\n')),
    });
    const tree = await openWorkingCopy(folder.root);
    const result = await helm(tree, "good");
    expect(result.resources).toMatchObject([
      { manifest: { metadata: { name: "demo" } }, template: "web/templates/all.yaml" },
    ]);
    await expect(helm(tree, "bad")).rejects.toMatchObject({
      code: "invalid",
      detail: expect.stringContaining("on purpose"),
      location: { file: "bad/templates/all.yaml", line: 2 },
    });
  });

  test("inflate helmCharts in the middle of a build, and say which charts are not there", async () => {
    using folder = createFolder({
      "app/kustomization.yaml": [
        "helmGlobals: { chartHome: ../charts }",
        "helmCharts:",
        "- { name: web, releaseName: local, valuesInline: { size: 7 } }",
        "- { name: remote, version: 2.0.0, repo: https://charts.example.com, releaseName: far }",
      ].join("\n"),
      ...under("charts/web", chart(`${configMap("{{ .Release.Name }}")}data: { size: "{{ .Values.size }}" }\n`)),
    });
    const tree = await openWorkingCopy(folder.root);
    const request = { path: "app", loadRestrictor: "none" } as const;
    const result = await engines.kustomize(tree, request);
    expect(result.resources.map(({ manifest }) => manifest)).toMatchObject([
      { metadata: { name: "local" }, data: { size: "7" } },
    ]);
    expect(result.needs).toEqual([{ repository: "https://charts.example.com", chart: "remote", version: "2.0.0" }]);
    expect(result.reads.files["charts/web/values.yaml"]).toBe(tree.lookup("charts/web/values.yaml")?.id);
  });

  test("take fetched charts, and the charts those depend on, from where they are mounted", async () => {
    using folder = createFolder({
      "app/kustomization.yaml":
        "helmCharts:\n- { name: remote, version: 2.0.0, repo: https://charts.example.com, releaseName: far }\n",
    });
    const dependency = "dependencies: [{ name: part, version: 1.x, repository: https://parts.example.com }]\n";
    using other = createFolder({
      ...under("remote", chart(configMap("{{ .Release.Name }}"), "remote")),
      "remote/Chart.yaml": `apiVersion: v2\nname: remote\nversion: 2.0.0\n${dependency}`,
      ...under("part", chart(configMap("{{ .Release.Name }}-part"), "part")),
    });
    const working = await openWorkingCopy(folder.root);
    const archive = (name: string) => {
      execFileSync("tar", ["-czf", join(other.root, `${name}.tgz`), "-C", other.root, name]);
      return join(other.root, `${name}.tgz`);
    };
    const remote = { repository: "https://charts.example.com", chart: "remote", version: "2.0.0" };
    const part = { repository: "https://parts.example.com", chart: "part", version: "1.x" };
    const mounts = [remote, part].map((ref) => ({
      path: chartPath(ref),
      file: archive(ref.chart),
      id: `sha256:${ref.chart}`,
    }));

    expect((await engines.kustomize(working, { path: "app" })).needs).toEqual([remote]);
    expect((await engines.kustomize(mount(working, mounts.slice(0, 1)), { path: "app" })).needs).toEqual([part]);
    const whole = await engines.kustomize(mount(working, mounts), { path: "app" });
    expect(whole.needs).toEqual([]);
    expect(whole.resources.map(({ manifest }) => manifest)).toMatchObject([
      { metadata: { name: "far" } },
      { metadata: { name: "far-part" } },
    ]);
    expect(whole.reads.files[chartPath(remote)]).toBe("sha256:remote");
    expect((await helm(mount(working, mounts), chartPath(remote))).resources).toHaveLength(2);
  });

  test("answer templates, decode and validate", async () => {
    const request = { template: "{{ .name | upper }}-{{ .none }}", data: { name: "a" } };
    expect(
      await engines.goTemplate([
        { ...request, missingKey: "" },
        { ...request, missingKey: "error" },
      ]),
    ).toMatchObject([{ text: "A-<no value>" }, { error: expect.stringContaining("none") }]);
    expect(await engines.goTemplate([])).toEqual([]);

    const texts = Array.from({ length: 40 }, (_, at) => `# ${"x".repeat(30_000)}\nnumber: ${at}\nmode: 0644\n`);
    const decoded = await engines.decode(texts);
    expect(decoded.map(({ documents }) => documents[0]?.manifest)).toEqual(
      texts.map((_, at) => ({ number: at, mode: 420 })),
    );

    const manifests = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\nextra: 1\n";
    expect(await engines.validate({ manifests, strict: true })).toMatchObject([
      { kind: "ConfigMap", status: "statusInvalid" },
    ]);
    expect(await engines.validate({ manifests, strict: false })).toMatchObject([{ status: "statusValid" }]);
    await expect(engines.validate({ manifests, kubernetesVersion: "1.x" })).rejects.toMatchObject({ code: "invalid" });
  });

  test("can be started before they are needed", async () => {
    const warmed = openEngines({ workers: 1 });
    warmed.warm("gotemplate");
    warmed.warm("kubeconform");
    const [result] = await warmed.goTemplate([{ template: "{{ 1 }}", data: {}, missingKey: "" }]);
    expect(result).toEqual({ text: "1" });
    await warmed.close();
  });

  test("take a name template of a chart as Helm does", async () => {
    using folder = createFolder({
      "app/kustomization.yaml": "helmCharts:\n- { name: web, nameTemplate: '{{ lower \"NAMED\" }}' }\n",
      ...under("app/charts/web", chart(configMap("{{ .Release.Name }}"))),
    });
    const { resources } = await engines.kustomize(await openWorkingCopy(folder.root), { path: "app" });
    expect(resources).toMatchObject([{ manifest: { metadata: { name: "named" } } }]);
  });

  test("validate by schemas that lie in a tree, given once", async () => {
    using folder = createFolder({ "schemas/thing.json": '{"type":"object","required":["spec"]}' });
    const schemas = { locations: ["schemas/{{ .ResourceKind }}.json"], tree: await openWorkingCopy(folder.root) };
    for (const spec of ["", "spec: {}\n"]) {
      const manifests = `apiVersion: example.com/v1\nkind: Thing\nmetadata: { name: a }\n${spec}`;
      const [result] = await engines.validate({ manifests, schemas });
      expect(result?.status).toBe(spec === "" ? "statusInvalid" : "statusValid");
    }
  });

  test("refuse a symbolic link that leaves the repository, and a path that does", async () => {
    using folder = createFolder({
      "app/kustomization.yaml": "resources: [link.yaml]\n",
      "up/kustomization.yaml": "resources: [../../x]\n",
    });
    folder.link("app/link.yaml", "/etc/hostname");
    const tree = await openWorkingCopy(folder.root);
    await expect(engines.kustomize(tree, { path: "app" })).rejects.toMatchObject({
      code: "refused",
      message: expect.stringContaining('"app/link.yaml" leaves the repository'),
    });
    await expect(engines.kustomize(tree, { path: "up" })).rejects.toMatchObject({ name: "EngineError" });
  });

  test("render 200 charts on two threads, in the order asked", async () => {
    using folder = createFolder(under("c", chart(configMap("{{ .Release.Name }}"))));
    const tree = await openWorkingCopy(folder.root);
    const names = Array.from({ length: 200 }, (_, at) => `release-${at}`);
    const results = await Promise.all(names.map((releaseName) => engines.helm(tree, { chart: "c", releaseName })));
    expect(results.map(({ resources }) => resources[0]?.manifest["metadata"])).toEqual(names.map((name) => ({ name })));
  });

  test("stop a chart that never ends or eats memory, and go on with the others", async () => {
    using folder = createFolder({
      ...under("hungry", chart("{{ range $i := until 2000000000 }}{{ $i }}{{ end }}")),
      ...under(
        "spinning",
        chart(
          '{{ define "a" }}{{ range until 1000 }}{{ range until 100000 }}{{ end }}{{ end }}{{ end }}{{ include "a" . }}',
        ),
      ),
      ...under("deep", chart('{{ define "a" }}{{ include "a" . }}{{ end }}{{ include "a" . }}')),
      ...under("fine", chart(configMap("a"))),
    });
    const tree = await openWorkingCopy(folder.root);
    const strict = openEngines({ workers: 2, timeoutMs: 8000, memoryLimitBytes: 192 * 1024 ** 2 });
    try {
      const paths = ["spinning", "hungry", "fine", "deep", "fine"];
      const results = await Promise.allSettled(paths.map((path) => helm(tree, path, strict)));
      expect(results.map((result) => (result.status === "rejected" ? result.reason.code : "rendered"))).toEqual([
        "limit",
        "limit",
        "rendered",
        expect.stringMatching(/^(limit|invalid)$/),
        "rendered",
      ]);
    } finally {
      await strict.close();
    }
  });
});

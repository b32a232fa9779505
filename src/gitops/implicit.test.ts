import { beforeAll, describe, expect, it } from "vitest";
import type { Engines } from "./contracts.ts";
import { renderRepository } from "./render.ts";
import type { RenderedRepository } from "./rendered-repository.ts";
import { directEngines } from "./testing/engines.ts";
import { applicationYaml, configMapYaml, repositoryRequest, type RepositoryParts } from "./testing/repository.ts";

let engines: Engines;
beforeAll(async () => {
  engines = await directEngines();
});

const render = (parts: RepositoryParts): Promise<RenderedRepository> =>
  renderRepository(repositoryRequest(engines, parts));
const summary = ({ applications }: RenderedRepository): string[] =>
  applications.map(
    ({ report, rendered }) => `${report.kind} ${report.name}: ${rendered.resources.map(({ id }) => id.name).join(" ")}`,
  );

const chart = (directory: string, name: string): Record<string, string> => ({
  [`${directory}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`,
  [`${directory}/templates/cm.yaml`]: "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: {{ .Release.Name }}}\n",
  [`${directory}/values.yaml`]: "apiVersion: x\n",
});

describe("a repository without Argo CD", () => {
  it("has every kustomization root, chart and folder of manifests as an implicit Application", async () => {
    const result = await render({
      files: {
        "base/kustomization.yaml": "resources: [cm.yaml]\n",
        "base/cm.yaml": configMapYaml("base"),
        "overlays/dev/kustomization.yaml": "resources: [../../base]\nnamePrefix: dev-\n",
        "part/kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n",
        ...chart("charts/web", "web"),
        ...chart("charts/web/charts/sub", "sub"),
        "charts/lib/Chart.yaml": "apiVersion: v2\nname: lib\nversion: 1.0.0\ntype: library\n",
        "plain/a.yaml": configMapYaml("a"),
        "plain/deep/b.json": '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "b"}}',
        "plain/broken.yaml": "apiVersion: v1\nkind: [\n",
        "compose.yaml": "services: {web: {image: nginx}}\n",
        "slipway.yaml": "apiVersion: slipway.dev/v1alpha1\nkind: Environment\n",
        ".github/workflows/ci.yml": "apiVersion: v1\nkind: ConfigMap\n",
        ".archive/old/kustomization.yaml": "resources: [cm.yaml]\n",
        ".archive/old/cm.yaml": configMapYaml("old"),
        ".archive/cm.yaml": configMapYaml("old"),
        ...chart(".archive/chart", "old"),
        "roles/x/templates/a.yaml": "apiVersion: v1\nkind: ConfigMap\ndata: {{ data }}\n",
      },
    });
    expect(summary(result)).toEqual(
      [
        "implicit charts/web: web web",
        "implicit overlays/dev: dev-base",
        "implicit plain (manifests): a",
        "implicit plain/deep (manifests): b",
      ].map((line) => line.replace("web web", "web")),
    );
    expect(result.applications.flatMap(({ rendered }) => rendered.findings)).toEqual([
      expect.objectContaining({ rule: "gitops/repeated-resource", application: "charts/web" }),
    ]);
  });

  it("takes files in one folder for alternatives, not for one definition repeated", async () => {
    const result = await render({ files: { "a/v1.yaml": configMapYaml("cm"), "a/v2.yaml": configMapYaml("cm") } });
    expect(summary(result)).toEqual(["implicit a (manifests): cm"]);
    expect(result.applications[0]?.rendered.findings).toEqual([]);
  });

  it("builds kustomizations that name files above them, as Flux does", async () => {
    const files = { "a/kustomization.yaml": "resources: [../shared.yaml]\n", "shared.yaml": configMapYaml("cm") };
    expect(summary(await render({ files }))).toEqual(["implicit a: cm"]);
    const declared = await render({ files: { ...files, "app.yaml": applicationYaml("a", "a") } });
    expect(declared.applications[0]?.report).toMatchObject({ name: "a", status: "failed" });
  });

  it("knows what a kustomization around it leaves out", async () => {
    const result = await render({
      files: {
        "crd/kustomization.yaml": "resources: [a.yaml]\n# patches: [{path: patches/p.yaml}]\n",
        "crd/a.yaml": configMapYaml("a"),
        "crd/patches/p.yaml": configMapYaml("p"),
        "plain/b.yaml": configMapYaml("b"),
      },
    });
    const aside = result.applications.map((one) => [one.report.name, one.aside === true]);
    expect(aside).toEqual([
      ["crd", false],
      ["crd/patches (manifests)", true],
      ["plain (manifests)", false],
    ]);
  });

  it("only warns of a chart that wants values nobody gives, and of a function", async () => {
    const result = await render({
      files: {
        ...chart("chart", "web"),
        "chart/templates/cm.yaml": '{{ required "a name is needed" .Values.name }}',
        "fn/kustomization.yaml": "transformers: [t.yaml]\n",
        "fn/t.yaml": "apiVersion: example.com/v1\nkind: Run\nmetadata: {name: t}\n",
      },
    });
    const found = result.applications.flatMap(({ report, rendered }) =>
      rendered.findings.map(({ rule, severity }) => [report.name, report.status, severity, rule]),
    );
    expect(found).toEqual([
      ["chart", "failed", "warning", "render/failed"],
      ["fn", "failed", "warning", "render/refused"],
    ]);
  });

  it("leaves out what is ignored", async () => {
    const result = await render({
      files: {
        "a/x.yaml": configMapYaml("one"),
        "b/y.yaml": configMapYaml("two"),
        "testdata/z.yaml": configMapYaml("three"),
        "b/c/testdata/d/z.yaml": configMapYaml("three"),
      },
      options: { ignore: ["a/*", "**/testdata/**"] },
    });
    expect(summary(result)).toEqual(["implicit b (manifests): two"]);
  });
});

describe("a repository with Argo CD", () => {
  it("has implicit Applications only for what no Application has read", async () => {
    const result = await render({
      files: {
        "argocd/web.yaml": applicationYaml("web", "web/overlays/prod"),
        "web/base/kustomization.yaml": "resources: [cm.yaml]\n",
        "web/base/cm.yaml": configMapYaml("web"),
        "web/overlays/prod/kustomization.yaml": "resources: [../../base]\n",
        "web/overlays/dev/kustomization.yaml": "resources: [../../base]\nnameSuffix: -dev\n",
      },
    });
    expect(summary(result)).toEqual([
      "Application web: web",
      "implicit web/overlays/dev: web-dev",
      "implicit argocd (manifests): web",
    ]);
  });

  it("does not render again, as implicit, what failed under its Application", async () => {
    const result = await render({
      files: { "argocd/web.yaml": applicationYaml("web", "web"), "web/kustomization.yaml": "resources: [gone.yaml]\n" },
    });
    expect(result.applications.map(({ report }) => [report.kind, report.name, report.status])).toEqual([
      ["Application", "web", "failed"],
      ["implicit", "argocd (manifests)", "rendered"],
    ]);
  });

  it("finds Applications through a kustomization nobody points to, renamed and patched as it does", async () => {
    const result = await render({
      files: {
        "argocd/kustomization.yaml": "resources: [web.yaml]\nnamePrefix: eu-\npatches: [{path: patch.yaml}]\n",
        "argocd/web.yaml": applicationYaml("web", "nowhere"),
        "argocd/patch.yaml":
          "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web, namespace: argocd}\nspec: {source: {path: web}}\n",
        "web/cm.yaml": configMapYaml("cm"),
      },
    });
    expect(summary(result)).toEqual(["implicit argocd: eu-web", "Application eu-web: cm"]);
    expect(result.applications[1]?.report.parent).toBe("argocd");
    expect(result.findings).toEqual([]);
  });

  it("drops a declaration that its own parent renders differently, with everything it brought", async () => {
    const result = await render({
      files: {
        "root.yaml": applicationYaml("root", "apps", "    kustomize: {nameSuffix: -x}\n"),
        "apps/kustomization.yaml": "resources: [web.yaml]\n",
        "apps/web.yaml": applicationYaml("web", "web"),
        "web/cm.yaml": configMapYaml("cm"),
      },
    });
    expect(summary(result)).toEqual([
      "Application root: web-x",
      "Application web-x: cm",
      "implicit (root) (manifests): root",
    ]);
  });

  it("tells apart Applications of one name in different files", async () => {
    const files = {
      "dev/web.yaml": applicationYaml("web", "a"),
      "prod/web.yaml": applicationYaml("web", "b"),
      "a/cm.yaml": configMapYaml("a"),
      "b/cm.yaml": configMapYaml("b"),
    };
    const names = (await render({ files })).applications.map(({ report }) => report.name);
    expect(names.slice(0, 2)).toEqual(["argocd/web (dev/web.yaml:1)", "argocd/web (prod/web.yaml:1)"]);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import type { Engines } from "./contracts.ts";
import { renderRepository } from "./render.ts";
import { directEngines } from "./testing/engines.ts";
import { applicationYaml, configMapYaml, repositoryRequest, type RepositoryParts } from "./testing/repository.ts";
import type { RenderedRepository } from "./rendered-repository.ts";

let engines: Engines;
beforeAll(async () => {
  engines = await directEngines();
});

const render = (parts: RepositoryParts): Promise<RenderedRepository> =>
  renderRepository(repositoryRequest(engines, parts));

const summary = ({ applications }: RenderedRepository): string[] =>
  applications.map(
    ({ report }) =>
      `${report.kind} ${report.name}${report.parent ? ` < ${report.parent}` : ""} ${report.status} ${report.resources}`,
  );

const rules = ({ applications, findings }: RenderedRepository): string[] =>
  [...applications.flatMap(({ rendered }) => rendered.findings), ...findings].map(({ rule }) => rule);

describe("rendering a repository", () => {
  it("follows an app of apps through directory, kustomize and helm parents to the bottom", async () => {
    const result = await render({
      files: {
        "bootstrap.yaml": applicationYaml("root", "apps"),
        "apps/kustomized.yaml": applicationYaml("kustomized", "parents/kustomize"),
        "apps/charted.yaml": applicationYaml("charted", "parents/helm"),
        "parents/kustomize/kustomization.yaml": "namePrefix: team-\nresources: [web.yaml]\n",
        "parents/kustomize/web.yaml": applicationYaml("web", "web"),
        "parents/helm/Chart.yaml": "apiVersion: v2\nname: parents\nversion: 1.0.0\n",
        "parents/helm/values.yaml": "apps: [db]\n",
        "parents/helm/templates/apps.yaml": `{{- range .Values.apps }}\n---\n${applicationYaml("{{ . }}", "{{ . }}")}{{- end }}\n`,
        "web/cm.yaml": configMapYaml("web"),
        "db/cm.yaml": configMapYaml("db"),
      },
    });
    expect(summary(result)).toEqual([
      "Application root rendered 2",
      "Application charted < root rendered 1",
      "Application db < charted rendered 1",
      "Application kustomized < root rendered 1",
      "Application team-web < kustomized rendered 1",
      "implicit (root) (manifests) rendered 1",
    ]);
    expect(rules(result)).toEqual([]);
  });

  it("renders the two of a circle once each and says so", async () => {
    const result = await render({
      files: { "a/b.yaml": applicationYaml("b", "b"), "b/a.yaml": applicationYaml("a", "a") },
    });
    expect(summary(result)).toEqual(["Application b rendered 1", "Application a < b rendered 1"]);
    expect(result.findings.map(({ rule, message }) => [rule, message])).toEqual([
      ["gitops/cycle", "Applications create each other in a circle: b → a → b"],
    ]);
  });

  it("tells of an Application that creates itself, once and as a notice", async () => {
    const result = await render({
      files: { "apps/root.yaml": applicationYaml("root", "apps"), "apps/cm.yaml": configMapYaml("x") },
    });
    expect(summary(result)).toEqual(["Application root rendered 2"]);
    expect(result.findings).toMatchObject([{ rule: "gitops/cycle", severity: "notice", application: "root" }]);
  });

  it("keeps one failing Application apart from the rest", async () => {
    const result = await render({
      files: {
        "apps/bad.yaml": applicationYaml("bad", "bad"),
        "apps/good.yaml": applicationYaml("good", "good"),
        "apps/gone.yaml": applicationYaml("gone", "nowhere"),
        "bad/kustomization.yaml": "resources: [missing.yaml]\n",
        "good/cm.yaml": configMapYaml("good"),
      },
    });
    const byName = Object.fromEntries(
      result.applications.map(({ report, rendered }) => [report.name, { ...report, findings: rendered.findings }]),
    );
    expect(byName["good"]).toMatchObject({ status: "rendered", resources: 1, findings: [] });
    expect(byName["bad"]).toMatchObject({
      status: "failed",
      findings: [{ rule: "render/failed", application: "bad" }],
    });
    expect(byName["gone"]).toMatchObject({
      status: "failed",
      reason: "The source path nowhere does not exist in the working copy",
    });
  });

  it("stops following Applications that lie too deep, and says where", async () => {
    const chain = Array.from({ length: 24 }, (_none, depth): [string, string] => [
      `level/${depth}/app.yaml`,
      applicationYaml(`a${depth}`, `level/${depth + 1}`),
    ]);
    const result = await render({ files: { ...Object.fromEntries(chain), "level/24/cm.yaml": configMapYaml("end") } });
    expect(result.findings).toMatchObject([
      { rule: "render/limit", application: "a21", message: expect.stringContaining("more than 20") },
    ]);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import type { Engines } from "../contracts.ts";
import { directEngines } from "../testing/engines.ts";
import { generatorWorld } from "../testing/generators.ts";
import { type GeneratedSet, generateApplications } from "./applications.ts";
import type { JsonObject } from "../../model/resource.ts";
import type { GeneratorWorld } from "./context.ts";

let engines: Engines;
beforeAll(async () => {
  engines = await directEngines();
});

function run(
  spec: JsonObject,
  files: Record<string, string> = {},
  rest: Partial<GeneratorWorld> = {},
): Promise<GeneratedSet> {
  const template = {
    metadata: { name: "{{ .name }}" },
    spec: { project: "default", destination: {}, source: { repoURL: "r", path: "p" } },
  };
  const object = { metadata: { name: "set" }, spec: { goTemplate: true, template, ...spec } };
  return generateApplications(
    object,
    generatorWorld(files, { render: (requests) => engines.goTemplate(requests), ...rest }),
  );
}

const list = (...elements: JsonObject[]): JsonObject => ({ list: { elements } });

describe("ApplicationSets with goTemplate", () => {
  it("have sprig and Argo CD's own functions, in keys too", async () => {
    const template = {
      metadata: { name: "{{ .name | normalize }}", labels: { "{{ .name | lower }}": "{{ index .zones 0 | upper }}" } },
      spec: {
        project: "default",
        destination: { namespace: '{{ .ns | default "shop" }}' },
        source: { repoURL: "r", path: "{{ slugify 9 true .title }}", helm: { values: "{{ toYaml .nested }}" } },
      },
    };
    const { applications, problems } = await run({
      generators: [list({ name: "Web_1", zones: ["a"], title: "Hello big world", nested: { a: 1 } })],
      template,
    });
    expect(problems).toEqual([]);
    expect(applications[0]?.object).toMatchObject({
      metadata: { name: "web-1", labels: { web_1: "A" } },
      spec: { destination: { namespace: "shop" }, source: { path: "hello-big", helm: { values: "a: 1" } } },
    });
  });

  it("turn a missing key into <no value>, or into an error when asked", async () => {
    const generators = [list({ other: "x" })];
    expect((await run({ generators })).applications[0]?.object).toMatchObject({ metadata: { name: "<no value>" } });
    const strict = await run({ generators, goTemplateOptions: ["missingkey=error"] });
    expect(strict.applications).toEqual([]);
    expect(strict.problems).toMatchObject([
      { kind: "failed", message: expect.stringContaining('map has no entry for key "name"') },
    ]);
  });

  it("loop over lists in templatePatch", async () => {
    const templatePatch =
      "spec:\n  source:\n    helm:\n      valueFiles:\n{{- range .files }}\n      - {{ . }}\n{{- end }}\n";
    const { applications } = await run({
      generators: [list({ name: "a", files: ["x.yaml", "y.yaml"] })],
      templatePatch,
    });
    expect(applications[0]?.object).toMatchObject({ spec: { source: { helm: { valueFiles: ["x.yaml", "y.yaml"] } } } });
  });

  it("resolve a nested generator's values with what is known, and the rest in the generator itself", async () => {
    const git = {
      git: {
        repoURL: "r",
        revision: "HEAD",
        files: [{ path: "{{ .env }}.yaml" }],
        values: { id: "{{ .env }}-1", late: "{{ .path.basename }}" },
      },
    };
    const template = {
      metadata: { name: "{{ .values.id }}" },
      spec: { project: "p", destination: {}, source: { repoURL: "r", path: "{{ .values.late }}" } },
    };
    const { applications, problems } = await run(
      { generators: [{ matrix: { generators: [list({ env: "dev" }), git] } }], template },
      { "dev.yaml": "a: b" },
    );
    expect(problems).toEqual([]);
    expect(applications[0]?.object).toMatchObject({
      metadata: { name: "dev-1" },
      spec: { source: { path: "." } },
    });
  });

  it("make previews of pull request samples", async () => {
    const sample = {
      number: 7,
      title: "T",
      branch: "feat/x",
      targetBranch: "main",
      headSha: "abcdef0123",
      author: "mo",
      labels: ["preview"],
    };
    const template = {
      metadata: { name: "pr-{{ .number }}" },
      spec: {
        project: "p",
        destination: {},
        source: { repoURL: "r", path: "{{ .branch_slug }}", targetRevision: "{{ .head_sha }}" },
      },
    };
    const { applications } = await run(
      { generators: [{ pullRequest: { github: {} } }], template },
      {},
      { pullRequests: [sample] },
    );
    expect(applications[0]?.object).toMatchObject({
      metadata: { name: "pr-7" },
      spec: { source: { path: "feat-x", targetRevision: "abcdef0123" } },
    });
  });
});

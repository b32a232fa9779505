import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applicationFacts } from "../facts.ts";
import { applicationSet, generatorWorld } from "../testing/generators.ts";
import { generateApplications } from "./applications.ts";
import { renderClassic } from "./fasttemplate.ts";
import { branchSlug, normalizeName } from "./names.ts";

const element = (name: string, rest: object = {}): object => ({
  name,
  server: "https://s",
  path: `apps/${name}`,
  ...rest,
});

describe("generating Applications", () => {
  it("fills the template and keeps the ApplicationSet's namespace", async () => {
    const set = applicationSet({ generators: [{ list: { elements: [JSON.parse(JSON.stringify(element("web")))] } }] });
    const { applications, problems } = await generateApplications(set, generatorWorld());
    expect(problems).toEqual([]);
    expect(applications).toMatchObject([
      {
        generator: 0,
        parameters: { name: "web" },
        object: {
          kind: "Application",
          metadata: { name: "web", namespace: "argocd" },
          spec: { destination: { server: "https://s" }, source: { path: "apps/web" } },
        },
      },
    ]);
  });

  it.each([
    [{}, {}, ["resources-finalizer.argocd.argoproj.io"]],
    [{}, { finalizers: ["own.example.com/one"] }, ["own.example.com/one"]],
    [{ syncPolicy: { preserveResourcesOnDeletion: true } }, {}, undefined],
  ])("has what was deployed deleted with the Application, unless told: %j %j", async (rest, metadata, expected) => {
    const template = { metadata: { name: "{{name}}", ...metadata }, spec: { project: "default", destination: {} } };
    const set = applicationSet({ generators: [{ list: { elements: [{ name: "web" }] } }], template, ...rest });
    const [one] = (await generateApplications(set, generatorWorld())).applications;
    expect(one?.object["metadata"]).toEqual({
      name: "web",
      namespace: "argocd",
      ...(expected && { finalizers: expected }),
    });
  });

  it("lays a generator's own template over the common one", async () => {
    const template = { metadata: { labels: { tier: "{{name}}" } }, spec: { project: "team" } };
    const set = applicationSet({ generators: [{ list: { elements: [{ name: "web" }], template } }] });
    const [one] = (await generateApplications(set, generatorWorld())).applications;
    expect(one?.object).toMatchObject({
      metadata: { name: "web", labels: { tier: "web" } },
      spec: { project: "team", source: { repoURL: "r" } },
    });
  });

  it("applies templatePatch, in which the project cannot be changed", async () => {
    const templatePatch =
      "spec:\n  project: other\n  source:\n    path: patched/{{name}}\n    helm: {valueFiles: [a.yaml]}\n  destination: null\n";
    const set = applicationSet({ generators: [{ list: { elements: [{ name: "web" }] } }], templatePatch });
    const [one] = (await generateApplications(set, generatorWorld())).applications;
    expect(one?.object["spec"]).toEqual({
      project: "default",
      source: { repoURL: "r", path: "patched/web", helm: { valueFiles: ["a.yaml"] } },
    });
  });

  it("reports a name that is generated twice and keeps the first", async () => {
    const set = applicationSet({ generators: [{ list: { elements: [{ name: "web" }, { name: "web" }] } }] });
    const { applications, problems } = await generateApplications(set, generatorWorld());
    expect(applications).toHaveLength(1);
    expect(problems).toMatchObject([{ kind: "duplicate", message: expect.stringContaining("web more than once") }]);
  });

  it("refuses an Application without a name", async () => {
    const template = { metadata: {}, spec: { project: "default" } };
    const set = applicationSet({ generators: [{ list: { elements: [{ name: "web" }] } }], template });
    const { applications, problems } = await generateApplications(set, generatorWorld());
    expect(applications).toEqual([]);
    expect(problems).toMatchObject([{ kind: "failed", message: expect.stringContaining("no `metadata.name`") }]);
  });

  it("goes on with the other generators when one is unknown or broken", async () => {
    const generators = [
      { scmProvider: {} },
      { list: { elements: [{ name: 3 }] } },
      { list: { elements: [{ name: "web" }] } },
    ];
    const { applications, problems } = await generateApplications(applicationSet({ generators }), generatorWorld());
    expect(applications).toHaveLength(1);
    expect(problems.map(({ kind, generator }) => [kind, generator])).toEqual([
      ["unknown", 0],
      ["failed", 1],
    ]);
  });

  it("refuses goTemplateOptions that Go does not have", async () => {
    const set = applicationSet({ generators: [], goTemplateOptions: ["missingkey=oops"] });
    expect((await generateApplications(set, generatorWorld())).problems).toMatchObject([{ kind: "failed" }]);
  });

  it("never throws, whatever a valid ApplicationSet holds", async () => {
    const name = fc.constantFrom("a", "b", "{{x}}", "{{", "}}", "{{ name }}", "");
    const json = fc.letrec((tie) => ({
      generator: fc.oneof(
        { depthSize: "small" },
        fc.record({
          list: fc.record(
            { elements: fc.array(fc.dictionary(name, fc.oneof(name, fc.integer()))), elementsYaml: fc.string() },
            { requiredKeys: ["elements"] },
          ),
        }),
        fc.record({
          git: fc.record({
            repoURL: fc.constant("r"),
            revision: fc.constant("HEAD"),
            files: fc.array(fc.record({ path: name })),
          }),
        }),
        fc.record({ clusters: fc.record({ flatList: fc.boolean() }) }),
        fc.record({ matrix: fc.record({ generators: fc.array(tie("generator"), { maxLength: 3 }) }) }),
        fc.record({
          merge: fc.record({ generators: fc.array(tie("generator"), { maxLength: 3 }), mergeKeys: fc.array(name) }),
        }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(json.generator, { maxLength: 3 }),
        fc.option(fc.string(), { nil: undefined }),
        async (generators, templatePatch) => {
          const spec = JSON.parse(
            JSON.stringify({ generators, ...(templatePatch !== undefined && { templatePatch }) }),
          );
          const set = applicationSet(spec);
          if (!applicationFacts(JSON.stringify(set)).declared.some(({ valid }) => valid)) return;
          const { applications } = await generateApplications(set, generatorWorld({ a: "x: 1", b: "[" }));
          expect(applications.every(({ object }) => object["kind"] === "Application")).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("classic templating", () => {
  it.each([
    ["{{ name }}-{{path[0]}}", "web-apps"],
    ["{{unknown}} {{ other }}", "{{unknown}} {{ other }}"],
    ["{{}}", "{{}}"],
    ["no end {{name", "no end {{name"],
    ["{{nested}}", "{{nested}}"],
  ])("renders %s", (text, expected) => {
    expect(renderClassic(text, { name: "web", "path[0]": "apps", nested: { a: 1 } })).toBe(expected);
  });

  it("fails on a tag that is never closed after one that is", () => {
    expect(() => renderClassic("{{name}} {{oops", { name: "x" })).toThrow("Cannot find end tag");
  });
});

describe("names", () => {
  it("normalizes as Argo CD does", () => {
    expect(normalizeName("Prod_EU/1.")).toBe("prod-eu-1");
    expect(normalizeName("x".repeat(300))).toHaveLength(253);
  });

  it("cuts a slug at a word when it is too long", () => {
    expect(branchSlug(`feature/${"word-".repeat(12)}end`)).toBe("feature-word-word-word-word-word-word-word-word");
    expect(branchSlug("a@b & c")).toBe("a-at-b-and-c");
  });
});

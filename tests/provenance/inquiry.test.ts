import { beforeAll, describe, expect, it } from "vitest";
import type { Engines } from "../../src/gitops/contracts.ts";
import type { ExperimentLimits } from "../../src/gitops/provenance/experiments.ts";
import { Inquiry, type InquiryPorts } from "../../src/gitops/provenance/inquiry.ts";
import { Provenance } from "../../src/gitops/provenance/provenance.ts";
import { renderRepository } from "../../src/gitops/render.ts";
import { directEngines } from "../../src/gitops/testing/engines.ts";
import { memoryTree } from "../../src/gitops/testing/memory-tree.ts";
import { applicationYaml, repositoryRequest } from "../../src/gitops/testing/repository.ts";
import type { Finding } from "../../src/model/finding.ts";

const files = {
  "app.yaml": applicationYaml("web", "chart"),
  "chart/Chart.yaml": "apiVersion: v2\nname: chart\nversion: 1.0.0\n",
  "chart/values.yaml": "first: same\nsecond: same\nuseSecond: true\n",
  "chart/templates/cm.yaml":
    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata:\n  a: {{ ternary .Values.second .Values.first .Values.useSecond }}\n",
};

describe("asking the engines", () => {
  let engines: Engines;
  beforeAll(async () => {
    engines = await directEngines();
  });

  async function refined(
    ports: Partial<InquiryPorts>,
    limits?: ExperimentLimits,
    at?: Finding["at"],
  ): Promise<string[]> {
    const { applications, again } = await renderRepository(repositoryRequest(engines, { files }));
    const [application] = applications;
    const resource = application?.rendered.resources[0];
    if (application === undefined || resource === undefined) throw new Error("nothing was rendered");
    const provenance = new Provenance(memoryTree(files), applications);
    const finding: Finding = {
      rule: "schema/invalid",
      severity: "error",
      message: "data.a is wrong",
      application: "web",
      resource: resource.id,
      path: "data.a",
      at: at ?? provenance.locate(application, resource, "data.a"),
      docs: "",
    };
    const all: InquiryPorts = {
      again,
      now: () => 0,
      recall: async (_one, _key, make) => (await make()).value,
      ...ports,
    };
    const inquiry = new Inquiry(provenance, all, limits);
    const [found] = await inquiry.refine(inquiry.open([finding]));
    return (found?.at ?? []).map(({ file, line, via }) => `${file}:${line} ${via}`);
  }

  it("tells which of two equal values a field follows", async () => {
    expect((await refined({}))[0]).toBe("chart/values.yaml:2 values");
  });

  it.each([
    ["were enough renderings, which are as many in every run,", { renderings: 0, milliseconds: 1000 }, true],
    ["was no more time, of which the next run may have more,", { renderings: 60, milliseconds: 0 }, false],
  ])("leaves the answer of the text when there %s and says that it is unsure", async (_, limits, whole) => {
    const kept: boolean[] = [];
    const recall: InquiryPorts["recall"] = async (_one, _key, make) => {
      const { value, whole } = await make();
      kept.push(whole);
      return value;
    };
    expect((await refined({ recall }, limits))[0]).toMatch(/^chart\/values\.yaml:\d perhaps values$/);
    expect(kept).toEqual([whole]);
  });

  it("leaves a place alone that a check has chosen itself", async () => {
    expect(await refined({}, undefined, [{ file: "other.yaml", line: 3, column: 1, via: "policy" }])).toEqual([
      "other.yaml:3 policy",
    ]);
  });

  it("asks about the same first Applications in every run, however many there are", async () => {
    const { applications, again } = await renderRepository(repositoryRequest(engines, { files }));
    const [application] = applications;
    const resource = application?.rendered.resources[0];
    if (application === undefined || resource === undefined) throw new Error("nothing was rendered");
    const names = Array.from({ length: 100 }, (_, index) => `web-${index}`);
    const many = names.map((name) => ({ ...application, report: { ...application.report, name } }));
    const inquiry = new Inquiry(new Provenance(memoryTree(files), many), {
      again,
      now: () => 0,
      recall: async (_one, _key, make) => (await make()).value,
    });
    const about = (name: string): Finding => ({
      rule: "schema/invalid",
      severity: "error",
      message: `${name} is wrong`,
      application: name,
      resource: resource.id,
      at: [],
      docs: "",
    });
    const findings = [...names, ...names].map(about);
    const asked = inquiry.open(findings);
    expect(new Set(asked.map((one) => one.application))).toEqual(new Set(names.slice(0, 60)));
    expect(asked).toHaveLength(120);
  });
});

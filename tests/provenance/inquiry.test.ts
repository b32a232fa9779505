import { beforeAll, describe, expect, it } from "vitest";
import type { Engines } from "../../src/gitops/contracts.ts";
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

  async function refined(ports: Partial<InquiryPorts>, renderings?: number, at?: Finding["at"]): Promise<string[]> {
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
    const limits = renderings === undefined ? undefined : { renderings, milliseconds: 1000 };
    const [found] = await new Inquiry(provenance, all, limits).refine([finding]);
    return (found?.at ?? []).map(({ file, line, via }) => `${file}:${line} ${via}`);
  }

  it("tells which of two equal values a field follows", async () => {
    expect((await refined({}))[0]).toBe("chart/values.yaml:2 values");
  });

  it("leaves the answer of the text when there were enough renderings, says that it is unsure, and keeps nothing", async () => {
    const kept: boolean[] = [];
    const recall: InquiryPorts["recall"] = async (_one, _key, make) => {
      const { value, whole } = await make();
      kept.push(whole);
      return value;
    };
    expect((await refined({ recall }, 0))[0]).toMatch(/^chart\/values\.yaml:\d perhaps values$/);
    expect(kept).toEqual([false]);
  });

  it("leaves a place alone that a check has chosen itself", async () => {
    expect(await refined({}, undefined, [{ file: "other.yaml", line: 3, column: 1, via: "policy" }])).toEqual([
      "other.yaml:3 policy",
    ]);
  });
});

import type { HelmChartRequest } from "kustomize-wasm";
import { describe, expect, test } from "vitest";
import { openWorkingCopy } from "../tree/index.ts";
import { createFolder } from "../tree/testing/repository.ts";
import { createInflator, distinctCharts } from "./charts.ts";

const request: HelmChartRequest = {
  chart: "charts/web",
  values: ["a: 1"],
  apiVersions: [],
  includeCrds: true,
  skipHooks: false,
  skipTests: false,
};
const part = { repository: "https://parts.example.com", chart: "part", version: "1.x" };

async function inflatorWith(needs: (typeof part)[] = []) {
  using folder = createFolder();
  const tree = await openWorkingCopy(folder.root);
  const asked: unknown[] = [];
  const helm = {
    template: ({ tree: _same, ...rest }: object & { tree: unknown }) => {
      asked.push(rest);
      return { yaml: "a: 1\n", resources: [], needs, warnings: [], reads: [] };
    },
  };
  const goTemplate = (template: string) => template.replace("{{ 1 }}", "one");
  return { asked, inflator: createInflator(tree, tree, { helm: () => helm, goTemplate }) };
}

describe("the inflation of a chart", () => {
  test("passes on what the kustomization says", async () => {
    const { asked, inflator } = await inflatorWith();
    expect(inflator.inflate({ ...request, releaseName: "r", namespace: "n" })).toEqual({ yaml: "a: 1\n" });
    expect(asked).toEqual([{ ...request, releaseName: "r", namespace: "n", dependencies: {}, textOnly: true }]);
  });

  test.each([
    ["its release name", { releaseName: "r", nameTemplate: "t" }, "r"],
    ["its name template", { nameTemplate: "t-{{ 1 }}" }, "t-one"],
    ["what Helm generates, at the engines' fixed time", {}, "web-1704067200"],
    ["what Helm generates for an archive", { chart: ".slipway/charts/web-1.2.3.tgz" }, "web-1.2.3-1704067200"],
  ])("is named after %s", async (_, names, releaseName) => {
    const { asked, inflator } = await inflatorWith();
    inflator.inflate({ ...request, ...names });
    expect(asked).toMatchObject([{ releaseName }]);
  });

  test("reports every chart that Helm misses", async () => {
    const other = { ...part, chart: "other" };
    const { inflator } = await inflatorWith([part, other]);
    expect(inflator.inflate(request)).toEqual({ missing: part });
    expect(inflator.needs()).toEqual([part, other]);
  });

  test("names each missing chart once", () => {
    expect(distinctCharts([part, { ...part, version: "2" }, { ...part }])).toEqual([part, { ...part, version: "2" }]);
  });
});

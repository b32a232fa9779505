import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { createGoTemplate } from "gotemplate-wasm";
import { generateApplications, type GeneratedSet } from "../../src/gitops/applicationset/applications.ts";
import { isObject } from "../../src/gitops/json.ts";
import type { RenderedApplication } from "../../src/gitops/rendered-repository.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { JsonObject } from "../../src/model/resource.ts";
import { renderOnly } from "../../src/render-only.ts";
import { readConfiguration } from "../../src/run/configuration.ts";
import type { RunOptions, RunPorts } from "../../src/run/options.ts";
import { openWorkingCopy } from "../../src/tree/index.ts";
import { validate } from "../../src/validate.ts";

const options = (root: string): RunOptions => ({ root, cache: false, offline: false, requireSources: false });

/** `scratch` takes what the run fetches. */
const ports = (scratch: string): RunPorts => ({
  log: { debug: () => undefined, info: () => undefined, warning: () => undefined },
  clock: { now: () => Date.now(), sleep: async (milliseconds) => sleep(milliseconds) },
  signal: new AbortController().signal,
  env: { PATH: process.env["PATH"], HOME: scratch, XDG_CACHE_HOME: join(scratch, "slipway-cache") },
});

/** `slipway render` of a repository: its Applications, without folders that stand for one. */
export async function renderCase(root: string, scratch: string): Promise<RenderedApplication[]> {
  const applications = await renderOnly(options(root), ports(scratch));
  return applications.filter(({ report }) => report.kind === "Application");
}

/** The findings of `slipway validate` of a repository. */
export async function findingsOf(root: string, scratch: string): Promise<Finding[]> {
  const { report } = await validate({ ...options(root), failOn: "never" }, ports(scratch));
  return report.findings;
}

/** What slipway makes of one ApplicationSet of a repository. */
export async function generateFrom(set: JsonObject, root: string): Promise<GeneratedSet> {
  const tree = await openWorkingCopy(root);
  const goTemplate = await createGoTemplate();
  return generateApplications(set, {
    treeOf: async () => tree,
    clusters: [],
    pullRequests: readConfiguration(tree).pullRequests.map((one) => ({ ...one, headSha: one.headSha ?? "" })),
    render: async (requests) =>
      goTemplate
        .renderAll(
          requests.map(({ template, data, missingKey }) => ({
            template,
            data: isObject(data) ? data : {},
            options: [`missingkey=${missingKey}`],
          })),
        )
        .map((answer) => ("error" in answer ? { error: answer.error.message } : answer)),
  });
}

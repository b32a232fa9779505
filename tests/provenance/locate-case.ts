import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engines } from "../../src/gitops/contracts.ts";
import { Inquiry } from "../../src/gitops/provenance/inquiry.ts";
import { Provenance } from "../../src/gitops/provenance/provenance.ts";
import { ask } from "../../src/gitops/provenance/question.ts";
import { renderRepository } from "../../src/gitops/render.ts";
import { packArchive } from "../../src/gitops/testing/archive.ts";
import { memoryTree } from "../../src/gitops/testing/memory-tree.ts";
import { repositoryRequest } from "../../src/gitops/testing/repository.ts";
import type { SourceLocation } from "../../src/model/resource.ts";
import type { Case } from "./cases.ts";

/** What is found for a case: by the text alone, and with the engines asked. */
export async function locateCase(
  one: Case,
  engines: Engines,
): Promise<{ text: SourceLocation[]; asked: SourceLocation[] }> {
  const scratch = mkdtempSync(join(tmpdir(), "slipway-provenance-"));
  try {
    const request = repositoryRequest(engines, {
      files: one.files,
      sources: { chart: async (ref) => packed(one, scratch, `${ref.chart}-${ref.version}`) },
    });
    const { applications, again } = await renderRepository(request);
    const { application: wanted, kind, name } = one;
    const found = applications.find(
      ({ report, rendered }) =>
        (wanted === undefined || report.name === wanted) &&
        rendered.resources.some(({ id }) => id.kind === kind && id.name.startsWith(name)),
    );
    const resources = found?.rendered.resources.filter(({ id }) => id.kind === kind && id.name.startsWith(name)) ?? [];
    const resource = resources.find(({ id }) => id.name === name) ?? resources[0];
    if (found === undefined || resource === undefined) {
      const problems = applications.flatMap(({ rendered }) =>
        rendered.findings.map(({ message, detail }) => `${message} ${detail ?? ""}`),
      );
      throw new Error(`${one.title}: ${kind} ${name} was not rendered; ${problems.join("; ")}`);
    }
    const provenance = new Provenance(memoryTree(one.files), applications);
    const text = provenance.locate(found, resource, one.field, one.aspect);
    const inquiry = new Inquiry(provenance, {
      again,
      now: () => performance.now(),
      recall: async (_application, _key, make) => (await make()).value,
    });
    const asked = provenance.isRendered(resource)
      ? await inquiry.places(ask(found, resource, one.field, one.aspect))
      : undefined;
    return { text, asked: asked ?? text };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function packed({ charts }: Case, scratch: string, name: string) {
  const files = charts[name];
  if (files === undefined) return { unavailable: `there is no chart ${name}` };
  const file = join(scratch, `${name}.tgz`);
  const top = name.replace(/-[\d.]+$/, "");
  writeFileSync(
    file,
    packArchive(Object.fromEntries(Object.entries(files).map(([path, text]) => [`${top}/${path}`, text]))),
  );
  return { file, id: `sha256:${name}`, version: name.slice(top.length + 1) };
}

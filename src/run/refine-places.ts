import { createHash } from "node:crypto";
import { Inquiry } from "../gitops/provenance/inquiry.ts";
import type { Provenance } from "../gitops/provenance/provenance.ts";
import type { Rerenderer } from "../gitops/render-again.ts";
import type { Finding } from "../model/finding.ts";
import type { Tree } from "../tree/index.ts";
import type { Results } from "./results.ts";

export interface RefineContext {
  provenance: Provenance;
  again: Rerenderer;
  results: Results;
  tree: Tree;
}

/**
 * Findings at the lines that the engines say, where text alone does not tell; what they said is kept between runs. Not `whole` where
 * there was no time for every question.
 */
export async function refinePlaces(
  findings: readonly Finding[],
  { provenance, again, results, tree }: RefineContext,
): Promise<{ findings: Finding[]; whole: boolean }> {
  const inquiry = new Inquiry(provenance, {
    again,
    now: () => performance.now(),
    async recall(application, question, make) {
      const request = application.rendering && results.renderings.requestOf(application.rendering);
      if (request === undefined) return (await make()).value;
      const key = createHash("sha256")
        .update(JSON.stringify([request, question]))
        .digest("hex");
      const { reads } = application.rendered;
      return results.recall(`place ${key}`, tree, async () => {
        const { value, whole } = await make();
        return { value, reads: whole ? reads : undefined };
      });
    },
  });
  return { findings: await inquiry.refine(findings), whole: inquiry.whole };
}

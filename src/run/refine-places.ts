import { Inquiry } from "../gitops/provenance/inquiry.ts";
import type { Provenance } from "../gitops/provenance/provenance.ts";
import type { Rerenderer } from "../gitops/render-again.ts";
import type { Finding } from "../model/finding.ts";
import type { SourceLocation } from "../model/resource.ts";
import type { Tree } from "../tree/index.ts";
import type { ApplicationKey } from "./application-keys.ts";
import type { Results } from "./results.ts";
import { digestOf } from "./review-contexts.ts";

export interface RefineContext {
  provenance: Provenance;
  again: Rerenderer;
  results: Results;
  tree: Tree;
  keyOf: ApplicationKey;
}

/**
 * Findings at the lines that the engines say, where text alone does not tell; what they said is kept between runs. Not `whole` where
 * there was no time for every question.
 */
export async function refinePlaces(
  findings: readonly Finding[],
  context: RefineContext,
): Promise<{ findings: Finding[]; whole: boolean }> {
  const { results } = context;
  const inquiry = inquiryWith(context);
  const refined = new Map<Finding, Finding>();
  const unknown: { finding: Finding; key: string | undefined }[] = [];
  for (const finding of inquiry.open(findings)) {
    const key = keyFor(finding, context);
    const at = key === undefined ? undefined : results.remembered<SourceLocation[]>("refined place", key);
    if (at === undefined) unknown.push({ finding, key });
    else refined.set(finding, { ...finding, at });
  }
  const answers = await inquiry.refine(unknown.map(({ finding }) => finding));
  const { whole } = inquiry;
  for (const [index, { finding, key }] of unknown.entries()) {
    const answer = answers[index] ?? finding;
    refined.set(finding, answer);
    if (key !== undefined && whole) results.remember("refined place", key, () => answer.at);
  }
  return { findings: findings.map((finding) => refined.get(finding) ?? finding), whole };
}

/** What a place can be refined to follows from how the Application was rendered and from all that the finding says. */
function keyFor(finding: Finding, { provenance, keyOf }: RefineContext): string | undefined {
  const application = finding.application === undefined ? undefined : provenance.application(finding.application);
  const key = application && keyOf(application);
  return key && digestOf([key, finding]);
}

function inquiryWith({ provenance, again, results, tree }: RefineContext): Inquiry {
  return new Inquiry(provenance, {
    again,
    now: () => performance.now(),
    async recall(application, question, make) {
      const request = application.rendering && results.renderings.requestOf(application.rendering);
      if (request === undefined) return (await make()).value;
      const { reads } = application.rendered;
      return results.recall(`place ${digestOf([request, question])}`, tree, async () => {
        const { value, whole } = await make();
        return { value, reads: whole ? reads : undefined };
      });
    },
  });
}

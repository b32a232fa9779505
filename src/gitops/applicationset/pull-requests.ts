import { type GeneratorContext, type PullRequestSample, UnknownGenerator, withValues } from "./context.ts";
import type { Parameters } from "./fasttemplate.ts";
import { branchSlug } from "./names.ts";
import type { Generator } from "./schema.ts";

/** The given samples as the forge would list them. Without samples the answer is unknown, not "none". */
export async function pullRequestParameters(
  generator: NonNullable<Generator["pullRequest"]>,
  context: GeneratorContext,
): Promise<Parameters[]> {
  if (context.pullRequests.length === 0) {
    throw new UnknownGenerator("pullRequest", "open pull requests are known to the forge only, and no sample is given");
  }
  const out: Parameters[] = [];
  for (const sample of context.pullRequests) {
    out.push(await withValues(parametersOf(sample, context.goTemplate), generator.values, context));
  }
  return out;
}

function parametersOf(sample: PullRequestSample, goTemplate: boolean): Parameters {
  return {
    number: String(sample.number),
    title: sample.title,
    branch: sample.branch,
    branch_slug: branchSlug(sample.branch),
    target_branch: sample.targetBranch,
    target_branch_slug: branchSlug(sample.targetBranch),
    head_sha: sample.headSha,
    head_short_sha: sample.headSha.slice(0, 8),
    head_short_sha_7: sample.headSha.slice(0, 7),
    author: sample.author,
    ...(goTemplate && { labels: [...(sample.labels ?? [])] }),
  };
}

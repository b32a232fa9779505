import type { Octokit } from "../client.ts";
import type { WorkflowRun } from "../events.ts";
import type { RepositoryName } from "../repository-name.ts";

/**
 * Open pull requests whose head is exactly what the run checked: same repository, branch and commit. The event's own
 * `pull_requests` list is empty for forks, hence the question. A head that has moved on matches nothing, and rightly:
 * its own run will report.
 */
export async function pullRequestsOf(
  octokit: Octokit,
  repository: RepositoryName,
  run: WorkflowRun,
): Promise<number[]> {
  const head = run.headRepository;
  if (head === undefined || run.headBranch === "") return [];
  const found = await octokit.paginate(octokit.rest.pulls.list, {
    owner: repository.owner,
    repo: repository.name,
    state: "open",
    head: `${head.owner}:${run.headBranch}`,
    per_page: 100,
  });
  const fullName = `${head.owner}/${head.name}`;
  return found
    .filter(({ head }) => head.sha === run.headSha && head.repo?.full_name === fullName && head.ref === run.headBranch)
    .map(({ number }) => number);
}

import type { Octokit } from "./client.ts";
import type { RepositoryName } from "./repository-name.ts";

export interface ProposedPullRequest {
  /** Branch of the same repository. */
  branch: string;
  title: string;
  body: string;
}

/** Address of the open pull request of a branch of this repository. */
export async function openPullRequestOf(
  octokit: Octokit,
  { owner, name: repo }: RepositoryName,
  branch: string,
): Promise<string | undefined> {
  // A filter by head means owner and branch: without the owner GitHub ignores it and lists everybody's.
  const { data } = await octokit.rest.pulls.list({ owner, repo, state: "open", head: `${owner}:${branch}` });
  return data[0]?.html_url;
}

/** Opens a pull request against the default branch, which is what Argo CD's HEAD means. */
export async function openPullRequest(
  octokit: Octokit,
  { owner, name: repo }: RepositoryName,
  { branch, title, body }: ProposedPullRequest,
): Promise<string> {
  const { data: repository } = await octokit.rest.repos.get({ owner, repo });
  const { data } = await octokit.rest.pulls.create({
    owner,
    repo,
    base: repository.default_branch,
    head: branch,
    title,
    body,
  });
  return data.html_url;
}

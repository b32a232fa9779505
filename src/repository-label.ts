import { normalizeRepoURL } from "./gitops/repository.ts";
import { repositoryName } from "./hetzner/labels.ts";
import { describeCheckout } from "./tree/index.ts";

/** Which repository labels say it was: GitHub's name for it where there is one, else the first remote. */
export async function repositoryOf(root: string, env: Record<string, string | undefined>): Promise<string | undefined> {
  const onGitHub = env["GITHUB_REPOSITORY"];
  if (onGitHub !== undefined && onGitHub !== "") return repositoryName(`github.com/${onGitHub.toLowerCase()}`);
  const [remote] = (await describeCheckout(root)).remotes;
  return remote === undefined ? undefined : repositoryName(normalizeRepoURL(remote));
}

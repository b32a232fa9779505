import { runGit } from "./git.ts";

/** What a checkout says about itself; empty outside of Git. */
export interface Checkout {
  /** Addresses of all remotes. */
  remotes: string[];
  /** The default branch of `origin`, such as "main"; undefined where the clone does not say. */
  defaultBranch?: string;
  /** The commit that is checked out. */
  commit?: string;
}

export async function describeCheckout(root: string): Promise<Checkout> {
  const [remotes, refs, symbolic] = await Promise.all([
    runGit(root, ["config", "--get-regexp", String.raw`^remote\..*\.url$`]),
    runGit(root, ["rev-parse", "--verify", "--quiet", "HEAD"]),
    runGit(root, ["symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"]),
  ]);
  const defaultBranch = /^refs\/remotes\/origin\/(.+)$/.exec(symbolic.stdout.toString().trim())?.[1];
  const commit = refs.status === 0 ? refs.stdout.toString().trim() : "";
  return {
    remotes: remotes.stdout
      .toString()
      .split("\n")
      .flatMap((line) => line.split(" ").slice(1, 2)),
    ...(defaultBranch !== undefined && { defaultBranch }),
    ...(commit !== "" && { commit }),
  };
}

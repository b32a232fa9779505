import { SlipwayError } from "../model/error.ts";
import { explainGit, isNoRepository, runGit } from "./git.ts";

/** The revision to compare with. */
export interface Base {
  /** As it was asked for. */
  ref: string;
  commit: string;
  /** `merge-base`: where HEAD left `ref`. `ref`: its tip, because the two have no known common ancestor. */
  is: "merge-base" | "ref";
}

/**
 * Finds the commit to compare with: the merge base of HEAD and `ref`, so that what others merged meanwhile is no change of ours. A branch
 * that only the remote has is found as `origin/REF`, which is what a checkout in CI leaves.
 */
export async function resolveBase(root: string, ref: string): Promise<Base> {
  checkRef(ref);
  const commit = (await commitOf(root, ref)) ?? (await commitOf(root, `refs/remotes/origin/${ref}`));
  if (!commit) throw await absent(root, ref);
  const { status, stdout } = await runGit(root, ["merge-base", "HEAD", commit]);
  const shared = stdout.toString().trim();
  return status === 0 && shared ? { ref, commit: shared, is: "merge-base" } : { ref, commit, is: "ref" };
}

/** Throws for what git would take for an option, and for what can't be a revision at all. */
export function checkRef(ref: string): void {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (ref !== "" && !ref.startsWith("-") && !/[\x00-\x20\x7f]/.test(ref)) return;
  throw new SlipwayError("SLW-USAGE", `${JSON.stringify(ref)} is not a git revision`, {
    hint: "pass a branch, a tag or a commit as --base",
  });
}

async function commitOf(root: string, ref: string): Promise<string | undefined> {
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`];
  const result = await runGit(root, args);
  if (isNoRepository(result)) throw notARepository(root, ref);
  if (/dubious ownership/.test(result.stderr)) throw explainGit(root, result);
  return result.status === 0 ? result.stdout.toString().trim() : undefined;
}

export function notARepository(root: string, ref: string): SlipwayError {
  return new SlipwayError(
    "SLW-BASE",
    `"${root}" is not a git repository, so there is no revision "${ref}" to compare with`,
    {
      hint: "leave out --base, or run in a git checkout",
    },
  );
}

/** Says why a revision is not there: in CI, nearly always because the checkout is shallow. */
export async function absent(root: string, ref: string): Promise<SlipwayError> {
  const { stdout } = await runGit(root, ["rev-parse", "--is-shallow-repository"]);
  if (stdout.toString().trim() === "true") {
    return new SlipwayError("SLW-BASE", `the base revision "${ref}" is not in this clone, which is shallow`, {
      hint: "set `fetch-depth: 0` on actions/checkout (for a pull request, `fetch-depth: 2` and base HEAD^1 are enough)",
    });
  }
  return new SlipwayError("SLW-BASE", `the base revision "${ref}" is not in this repository`, {
    hint: `check its spelling, or fetch it: git fetch origin ${ref}`,
  });
}

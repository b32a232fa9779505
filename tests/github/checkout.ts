import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A clone as actions/checkout leaves it for a pull request: HEAD is GitHub's merge of the head into the base. */
export interface Checkout extends Disposable {
  directory: string;
  base: string;
  head: string;
  merge: string;
}

export type Files = Record<string, string>;

/** `head` changes what `base` has; both map paths to contents. */
export function checkOut(base: Files, head: Files): Checkout {
  const directory = mkdtempSync(join(tmpdir(), "slipway-checkout-"));
  const git = (...args: string[]): string => {
    const author = ["-c", "user.name=Test", "-c", "user.email=test@example.test", "-c", "commit.gpgsign=false"];
    return execFileSync("git", [...author, ...args], { cwd: directory, encoding: "utf8", stdio: "pipe" }).trim();
  };
  const commit = (files: Files, message: string): string => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), content);
    }
    git("add", "--all");
    git("commit", "--quiet", "--message", message);
    return git("rev-parse", "HEAD");
  };
  git("init", "--quiet", "--initial-branch=main");
  const commits = { base: commit(base, "base") };
  git("switch", "--quiet", "--create", "topic");
  const headCommit = commit(head, "head");
  git("switch", "--quiet", "--detach", "main");
  git("merge", "--quiet", "--no-ff", "--message", "merge", "topic");
  return {
    directory,
    base: commits.base,
    head: headCommit,
    merge: git("rev-parse", "HEAD"),
    [Symbol.dispose]: () => rmSync(directory, { recursive: true }),
  };
}

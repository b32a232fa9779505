import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderOnly } from "./render-only.ts";
import { type GitHubRemote, githubRemote, parseRemotes } from "./rollback/github-remote.ts";
import { branchOf, type ChangedFile, filesToRestore, messageOf, parseNameStatus } from "./rollback/plan.ts";
import type { RunPorts } from "./run/options.ts";
import { SlipwayError } from "./model/error.ts";
import { explainGit, runGit } from "./tree/git.ts";

export interface RollbackOptions {
  root: string;
  /** Name of the Application. */
  application: string;
  /** Whatever Git takes for a commit. */
  revision: string;
}

export interface Rollback {
  application: string;
  /** The commit whose files are restored. */
  commit: string;
  branch: string;
  /** The commit on that branch. */
  made: string;
  files: readonly ChangedFile[];
  /** Subjects of the commits that are taken back. */
  undone: readonly string[];
  /** Of the commit; its first line is its subject. */
  message: string;
}

/**
 * Makes a branch on which an Application's files are as they were. The cluster is not touched: Argo CD follows Git, and would take back
 * what was done behind its back. The working copy is left alone, too.
 */
export async function rollback(options: RollbackOptions, ports: RunPorts): Promise<Rollback> {
  const { root, application, revision } = options;
  const git = gitIn(root);
  const commit = (await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`)).trim();
  const head = (await git("rev-parse", "HEAD")).trim();
  const footprint = await footprintOf(options, ports);
  const range = [commit, head];
  const changed = parseNameStatus(await git("diff", "--name-status", "-z", "--no-renames", ...range));
  const files = filesToRestore(changed, footprint);
  if (files.length === 0) {
    throw new SlipwayError(
      "SLW-USAGE",
      `nothing that ${application} is made of has changed since ${commit.slice(0, 7)}`,
      {
        hint: "`git log` of its folder shows the revisions that differ",
      },
    );
  }
  const paths = files.map(({ path }) => path);
  const log = await git("log", "--format=%s (%h)", `${commit}..${head}`, "--", ...paths);
  const undone = log.split("\n").filter((line) => line !== "");
  const branch = branchOf(application, commit);
  const message = messageOf(application, commit, undone);
  const made = await commitOn(branch, files, { root, commit, head, message });
  return { application, commit, branch, made, files, undone, message };
}

/** Pushes the branch of a rollback to a remote. */
export async function pushRollback(root: string, remote: string, { branch }: Rollback): Promise<void> {
  await gitIn(root)("push", "--quiet", remote, `refs/heads/${branch}:refs/heads/${branch}`);
}

/** The remote by which a rollback can become a pull request: the one that is named, or whichever is a repository of that GitHub. */
export async function remoteOnGitHub(
  root: string,
  serverUrl: string,
  named?: string,
): Promise<GitHubRemote | undefined> {
  return githubRemote(parseRemotes(await gitIn(root)("remote", "--verbose")), serverUrl, named);
}

async function footprintOf({ root, application }: RollbackOptions, ports: RunPorts) {
  const run = { root, cache: true, offline: false, requireSources: false };
  const applications = await renderOnly(run, ports);
  const found = applications.find(({ report }) => report.name === application);
  if (found === undefined) {
    const names = applications.filter(({ report }) => report.kind === "Application").map(({ report }) => report.name);
    throw new SlipwayError("SLW-USAGE", `there is no Application "${application}"`, {
      hint: `there is ${names.join(", ")}`,
    });
  }
  const { source, sources = [] } = found.spec ?? {};
  const folders = [source, ...sources].flatMap((one) => one?.path?.replace(/^\.\/|\/$/g, "") ?? []);
  return {
    reads: Object.keys(found.rendered.reads.files),
    folders: folders.filter((folder) => folder !== "" && folder !== "."),
  };
}

/** In a working copy of its own, so that whatever is being edited stays as it is. */
async function commitOn(
  branch: string,
  files: readonly ChangedFile[],
  { root, commit, head, message }: { root: string; commit: string; head: string; message: string },
): Promise<string> {
  const git = gitIn(root);
  const folder = await mkdtemp(join(tmpdir(), "slipway-rollback-"));
  const copy = join(folder, "copy");
  try {
    await git("worktree", "add", "--quiet", "--detach", copy, head);
    const inCopy = gitIn(copy);
    const [restored, removed] = [files.filter(({ existed }) => existed), files.filter(({ existed }) => !existed)];
    if (restored.length > 0) await inCopy("checkout", "--quiet", commit, "--", ...restored.map(({ path }) => path));
    if (removed.length > 0) await inCopy("rm", "--quiet", "--", ...removed.map(({ path }) => path));
    await inCopy("commit", "--quiet", "--message", message);
    const made = (await inCopy("rev-parse", "HEAD")).trim();
    await git("branch", "--force", branch, made);
    return made;
  } finally {
    await runGit(root, ["worktree", "remove", "--force", copy]);
    await rm(folder, { recursive: true, force: true });
  }
}

const gitIn =
  (folder: string) =>
  async (...args: string[]): Promise<string> => {
    const result = await runGit(folder, args);
    if (result.status === 0) return result.stdout.toString();
    if (args[0] !== "rev-parse") throw explainGit(folder, result);
    throw new SlipwayError("SLW-USAGE", `${args.at(-1)?.replace("^{commit}", "")} is no commit of this clone`, {
      hint: "a shallow clone has few: fetch-depth: 0 of actions/checkout brings all",
    });
  };

import { pushRollback, rollback } from "../rollback.ts";
import { runPorts } from "./run-options.ts";
import type { Terminal } from "./terminal.ts";

/** Options as commander parses them. */
export interface RollbackCommandOptions {
  root: string;
  push?: string;
}

/** `slipway rollback`: a branch to make a pull request of. */
export async function runRollback(
  application: string,
  revision: string,
  { root, push }: RollbackCommandOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const made = await rollback({ root, application, revision }, runPorts(terminal, signal, undefined));
  const { branch, commit, files, undone } = made;
  terminal.out(`${branch}: ${application} as in ${commit.slice(0, 7)}\n`);
  for (const { path, existed } of files) terminal.out(`  ${existed ? "~" : "-"} ${path}\n`);
  for (const line of undone) terminal.out(`  takes back ${line}\n`);
  if (push === undefined) {
    terminal.out(
      `\nNothing is pushed. Make a pull request of it:\n  git push origin ${branch} && gh pr create --head ${branch} --fill\n`,
    );
    return 0;
  }
  await pushRollback(root, push, made);
  terminal.out(`\nPushed to ${push}. Make a pull request of it:\n  gh pr create --head ${branch} --fill\n`);
  return 0;
}

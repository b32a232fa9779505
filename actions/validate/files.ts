import { constants } from "node:fs";
import { mkdir, mkdtemp, open, realpath } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";

import { SlipwayError } from "../../src/model/error.ts";

/** A directory of this step's own in the runner's temporary directory, which is emptied after each job. */
export async function stepDirectory(temporary: string): Promise<string> {
  return mkdtemp(join(temporary, "slipway-"));
}

/**
 * Writes a file that the workflow asked for, below the workspace or the temporary directory. The workspace is full of
 * a stranger's files: a symbolic link among them must not lead the write elsewhere.
 */
export async function writeOutput(file: string, text: string, within: readonly string[]): Promise<void> {
  const path = resolve(file);
  await assertInside(path, await existingParent(path), within);
  await mkdir(dirname(path), { recursive: true });
  await using handle = await openPlainFile(path);
  await handle.writeFile(text);
}

async function openPlainFile(path: string) {
  const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = constants;
  try {
    return await open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o644);
  } catch (error) {
    throw new SlipwayError("SLW-CONFIG", `Could not write ${path}`, {
      hint: "Choose a path that no link leads to",
      cause: error,
    });
  }
}

async function existingParent(path: string): Promise<string> {
  for (let parent = dirname(path); ; parent = dirname(parent)) {
    try {
      return await realpath(parent);
    } catch (error) {
      if (parent === dirname(parent)) throw error;
    }
  }
}

async function assertInside(path: string, parent: string, within: readonly string[]): Promise<void> {
  for (const directory of within) {
    const way = relative(await realpath(directory), parent);
    if (way === "" || (way !== ".." && !way.startsWith(`..${sep}`))) return;
  }
  throw new SlipwayError("SLW-CONFIG", `${path} is outside the workspace and the runner's temporary directory`, {
    hint: "Choose a path inside one of them; a link in the repository may be leading out",
  });
}

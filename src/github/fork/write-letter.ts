import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { ArtifactStore, UploadOutcome } from "../artifacts.ts";
import type { Letter } from "./letter.ts";
import { letterArtifact, letterFile } from "./letter.ts";

/** Leaves the comment's text with the run, for `actions/validate-comment` to pick up. */
export async function writeLetter(
  directory: string,
  artifacts: ArtifactStore,
  name: string,
  letter: Letter,
): Promise<UploadOutcome> {
  const file = join(directory, letterFile);
  await writeFile(file, JSON.stringify(letter));
  return artifacts.upload({ name: letterArtifact(name), files: [file], directory });
}

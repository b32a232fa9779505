import { strFromU8, unzipSync } from "fflate";

import type { Letter } from "./letter.ts";
import { letterFile, letterSchema } from "./letter.ts";

/** Bytes: several times the longest comment, far below what could hurt. */
export const letterLimit = 512 * 1024;

export type Opened = { letter: Letter } | { refused: string };

/**
 * Reads the letter out of an artifact's archive, in memory: names inside it are compared, never used as paths. Only
 * the one expected file is inflated, and only into as many bytes as the limit allows.
 */
export function openLetter(archive: Uint8Array): Opened {
  if (archive.byteLength > letterLimit) return { refused: `the artifact is larger than ${letterLimit} bytes` };
  let content: Uint8Array | undefined;
  try {
    const files = unzipSync(archive, {
      filter: ({ name, originalSize }) => name === letterFile && originalSize <= letterLimit,
    });
    content = files[letterFile];
  } catch {
    return { refused: "the artifact is not a readable zip archive" };
  }
  if (content === undefined) return { refused: `the artifact has no ${letterFile} of at most ${letterLimit} bytes` };
  return parse(strFromU8(content));
}

function parse(text: string): Opened {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { refused: `${letterFile} is not JSON` };
  }
  const parsed = letterSchema.safeParse(json);
  // The problems are not quoted: they would carry the fork's words into our log.
  return parsed.success ? { letter: parsed.data } : { refused: `${letterFile} does not have the expected fields` };
}

import { z } from "zod";

/** What the run on a fork leaves for the run that may comment. Everything in it is the fork's word. */
export const letterSchema = z.strictObject({
  version: z.literal(1),
  pullRequest: z.int().positive(),
  headSha: z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u),
  /** Markdown, without a marker. */
  body: z.string().min(1).max(65_536),
});

export type Letter = z.infer<typeof letterSchema>;

export const letterFile = "slipway-comment.json";

/** The artifact's name. `name` is the comment's, so that two checks in one run do not overwrite each other. */
export function letterArtifact(name: string): string {
  return `slipway-comment-${name}`;
}

import { z } from "zod";

import { flag, lines, text } from "../input-types.ts";

export const commentName = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/u, "expected lower-case letters, digits and hyphens");

/** One key per input of action.yml; defaults live there, where people read them. */
export const inputsSchema = z.object({
  root: z.string(),
  base: text,
  "kubernetes-version": z
    .string()
    .regex(/^v?1\.\d+(?:\.\d+)?$/u, "expected a version such as 1.36 or 1.36.2")
    .optional(),
  "fail-on": z.enum(["error", "warning", "never"]),
  comment: z.enum(["auto", "always", "never"]),
  "comment-name": commentName,
  "report-file": text,
  "sarif-file": text,
  "require-sources": flag,
  offline: flag,
  cache: flag,
  "schema-location": lines,
  annotations: flag,
  artifact: flag,
  token: text,
});

export type Inputs = z.infer<typeof inputsSchema>;

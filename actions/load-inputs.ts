import type { z } from "zod";

import { SlipwayError } from "../src/model/error.ts";

/** Reads and checks every input before anything happens; all problems are named in one error. */
export function loadInputs<Schema extends z.ZodObject>(
  schema: Schema,
  read: (name: string) => string,
): z.infer<Schema> {
  const given = Object.keys(schema.shape).map((name) => [name, read(name).trim() || undefined]);
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new SlipwayError("SLW-CONFIG", `These inputs are not usable: ${problems.join("; ")}`, {
    hint: "the README beside action.yml lists every input and its values",
    cause: parsed.error,
  });
}

import type { z } from "zod";
import { ApiError } from "./errors.ts";

/** Checks a request's body. What is wrong is told for every field, in the shape of Hetzner's `invalid_input`. */
export function parseBody<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const parsed = schema.safeParse(body ?? {}, {
    error: ({ input }) => (input === undefined ? "is missing" : undefined),
  });
  if (parsed.success) return parsed.data;
  const messages = new Map<string, string[]>();
  for (const { path, message } of parsed.error.issues) {
    const field = path.map(String).join(".");
    messages.set(field, [...(messages.get(field) ?? []), message]);
  }
  const fields = [...messages].map(([name, messages]) => ({ name, messages }));
  const names = fields.map(({ name }) => `'${name}'`).join(", ");
  throw new ApiError("invalid_input", `invalid input in ${fields.length === 1 ? "field" : "fields"} ${names}`, {
    fields,
  });
}

/** Reads a JSON body. An empty one is `{}`: several actions take no body at all. */
export function readJson(text: string): unknown {
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError("json_error", "Invalid JSON in request");
  }
}

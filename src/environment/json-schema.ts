import { z } from "zod";
import { environmentSchema } from "./schema.ts";

type Node = z.core.JSONSchema.JSONSchema;

/** JSON Schema of an Environment file, as published in schemas/ for editors. */
export function environmentJsonSchema(): Node {
  const { $schema, ...schema } = z.toJSONSchema(environmentSchema, { io: "input" });
  return {
    ...($schema !== undefined && { $schema }),
    $id: "https://github.com/slipway-dev/slipway/blob/main/schemas/environment.v1alpha1.json",
    title: "slipway Environment",
    description: "What should exist: a server, a cluster on it, and what they may cost. One file for each environment.",
    ...schema,
  };
}

let known: Node | undefined;

/** The schema of the field at a path; of a choice between objects the one that `value`, the whole file, has chosen. */
export function schemaAt(path: readonly PropertyKey[], value: unknown): Node | undefined {
  // Made once: every mistake in a file asks for it.
  known ??= environmentJsonSchema();
  let node: Node | undefined = known;
  let at = value;
  for (const step of path) {
    if (node === undefined) return undefined;
    const field: unknown = typeof step === "number" ? node.items : chosen(node, at)?.properties?.[String(step)];
    node = isRecord(field) ? field : undefined;
    at = isRecord(at) || Array.isArray(at) ? Reflect.get(at, step) : undefined;
  }
  return node && chosen(node, at);
}

/** The object that is meant where there is a choice; without a hint the first. */
function chosen(node: Node, value: unknown): Node | undefined {
  const choices = (node.oneOf ?? []).filter((one) => typeof one === "object");
  if (choices.length === 0) return node;
  const fits = ({ properties = {} }: Node): boolean =>
    Object.entries(properties).some(
      ([key, one]) => typeof one === "object" && one.const !== undefined && isRecord(value) && value[key] === one.const,
    );
  return choices.find(fits) ?? choices[0];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

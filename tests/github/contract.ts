import type { ValidateFunction } from "ajv";

import type { Description, Operation } from "./description.ts";

/** What is wrong with a request, in GitHub's own terms; empty when nothing is. */
export function requestProblems(
  description: Description,
  operation: Operation,
  query: URLSearchParams,
  body: unknown,
): string[] {
  const problems: string[] = [];
  for (const [name, value] of Object.entries(operation.path)) {
    problems.push(...valueProblems(operation, "path", name, value));
  }
  for (const [name, value] of query) problems.push(...valueProblems(operation, "query", name, value));
  for (const { name, required, in: place } of operation.parameters) {
    if (place === "query" && required && !query.has(name)) problems.push(`query ${name} is missing`);
  }
  if (operation.bodyRequired === undefined && body !== undefined) problems.push("takes no body");
  if (operation.bodyRequired && body === undefined) problems.push("needs a body");
  const schema = description.schema(`${operation.pointer}/requestBody/content/application~1json/schema`);
  if (schema !== undefined && body !== undefined) problems.push(...bodyProblems(schema, body));
  return problems;

  function valueProblems(operation: Operation, place: string, name: string, value: string): string[] {
    const index = operation.parameters.findIndex((known) => known.in === place && known.name === name);
    const parameter = operation.parameters[index];
    if (parameter === undefined) return [`${place} ${name} is not in the description`];
    const schema = description.schema(`${operation.pointer}/parameters/${index}/schema`);
    return schema === undefined || schema(typed(value, parameter.schema["type"]))
      ? []
      : [explain(`${place} ${name}`, schema)];
  }
}

/** Likewise for an answer of ours: a fake that strays from the description proves nothing. */
export function responseProblems(
  description: Description,
  operation: Operation,
  status: number,
  body: unknown,
): string[] {
  const pointer = `${operation.pointer}/responses/${status}/content/application~1json/schema`;
  if (operation.statuses.includes(String(status))) {
    const schema = description.schema(pointer);
    return schema === undefined || schema(body) ? [] : [explain(`answer ${status}`, schema)];
  }
  // The description leaves out failures that any operation can have.
  if (![401, 403, 404, 422, 429, 500, 502, 503].includes(status)) return [`answer ${status} is not in the description`];
  const schema = description.schema("#/components/schemas/basic-error");
  return schema === undefined || schema(body) ? [] : [explain(`answer ${status}`, schema)];
}

function bodyProblems(schema: ValidateFunction, body: unknown): string[] {
  return schema(body) ? [] : [explain("body", schema)];
}

function explain(what: string, schema: ValidateFunction): string {
  return `${what}: ${(schema.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).join(", ")}`;
}

function typed(value: string, type: unknown): unknown {
  if (type === "integer" && /^-?\d+$/u.test(value)) return Number(value);
  if (type === "boolean" && /^(?:true|false)$/u.test(value)) return value === "true";
  return value;
}

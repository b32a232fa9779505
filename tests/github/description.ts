import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { ValidateFunction } from "ajv";
import { Ajv } from "ajv";
import { default as formats } from "ajv-formats";
import { z } from "zod";

const reference = z.object({ $ref: z.string() });
const parameter = z.object({
  name: z.string(),
  in: z.enum(["path", "query", "header"]),
  required: z.boolean().default(false),
  schema: z.record(z.string(), z.unknown()),
});
const operation = z.object({
  operationId: z.string(),
  parameters: z.array(z.union([reference, parameter])).default([]),
  requestBody: z.object({ required: z.boolean().default(false) }).optional(),
  responses: z.record(z.string(), z.unknown()),
});
const paths = z.record(z.string(), z.record(z.string(), z.unknown()));
const components = z.object({
  parameters: z.record(z.string(), parameter),
  examples: z.record(z.string(), z.unknown()),
});

type Parameter = z.infer<typeof parameter>;

/** One operation of GitHub's REST API with the values of its path parameters. */
export interface Operation {
  id: string;
  /** JSON pointer into the description. */
  pointer: string;
  path: Record<string, string>;
  parameters: Parameter[];
  bodyRequired: boolean | undefined;
  statuses: string[];
}

/** GitHub's own OpenAPI description of api.github.com, looked at only where a request points. */
export interface Description {
  find(method: string, path: string): Operation | undefined;
  /** The schema at a pointer; `undefined` where the description has none. */
  schema(pointer: string): ValidateFunction | undefined;
  /** GitHub's own example of a component, to start an answer from. */
  example(name: string): unknown;
}

/** With references kept: the same description written out in full is six times the size. */
export function loadDescription(): Description {
  const file = createRequire(import.meta.url).resolve("@octokit/openapi/generated/api.github.com.json");
  const document: unknown = JSON.parse(readFileSync(file, "utf8"));
  const known = z.object({ paths, components }).parse(document);
  const templates = Object.keys(known.paths);
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
  formats.default(ajv);
  // GitHub's own format: owner and name.
  ajv.addFormat("repo.nwo", /^[\w.-]+\/[\w.-]+$/u);
  ajv.addSchema(z.record(z.string(), z.unknown()).parse(document), "github");

  return {
    find: (method, path) => {
      const found = templates
        .filter((template) => known.paths[template]?.[method.toLowerCase()] && matchPath(template, path))
        // A literal segment beats a parameter.
        .sort((a, b) => a.split("{").length - b.split("{").length)[0];
      if (found === undefined) return undefined;
      const described = operation.parse(known.paths[found]?.[method.toLowerCase()]);
      return {
        id: described.operationId,
        pointer: `#/paths/${escapePointer(found)}/${method.toLowerCase()}`,
        path: matchPath(found, path) ?? {},
        parameters: described.parameters.map((given) =>
          "$ref" in given ? parameter.parse(known.components.parameters[given.$ref.split("/").at(-1) ?? ""]) : given,
        ),
        bodyRequired: described.requestBody?.required,
        statuses: Object.keys(described.responses),
      };
    },
    schema: (pointer) => {
      const target = resolve(document, pointer);
      return target === undefined ? undefined : ajv.compile({ $ref: `github${target}` });
    },
    example: (name) => z.object({ value: z.unknown() }).parse(known.components.examples[name]).value,
  };
}

/** The parameters' values, or `undefined` where the path is another one. */
function matchPath(template: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [template.split("/"), path.split("/")];
  if (wanted.length !== given.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = decodeURIComponent(given[index] ?? "");
    const name = /^\{(.+)\}$/u.exec(segment)?.[1];
    if (name !== undefined && value !== "") values[name] = value;
    else if (segment !== value) return undefined;
  }
  return values;
}

function escapePointer(segment: string): string {
  return segment.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** Follows a pointer, through references on the way; the pointer at its end, or `undefined`. */
function resolve(document: unknown, pointer: string): string | undefined {
  let value = document;
  let at = "#";
  for (const segment of pointer.split("/").slice(1)) {
    const link = reference.safeParse(value);
    if (link.success) [at, value] = [link.data.$ref, lookup(document, link.data.$ref)];
    value = property(value, segment.replaceAll("~1", "/").replaceAll("~0", "~"));
    if (value === undefined) return undefined;
    at += `/${segment}`;
  }
  return encodeURI(at);
}

function lookup(document: unknown, pointer: string): unknown {
  return pointer.split("/").slice(1).reduce(property, document);
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import type { Exchange } from "hcloud-emulator";
import { z } from "zod";
import { changedOperations, deviations, type Schema } from "./deviations.ts";

/** Beside the checkout, or where SLIPWAY_HCLOUD_OPENAPI says. */
const path =
  process.env["SLIPWAY_HCLOUD_OPENAPI"] ??
  fileURLToPath(new URL("../../../../shared/hcloud-openapi/hcloud.json", import.meta.url));

const answer = z.object({
  content: z
    .object({ "application/json": z.object({ schema: z.record(z.string(), z.unknown()) }).optional() })
    .optional(),
});
const operation = z.object({ responses: z.record(z.string(), answer) });
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});

/** Holds answers against Hetzner's own OpenAPI description, as amended by the deviations. */
export interface Description {
  /** `GET /servers/{id}` and so on: everything the emulator claims to have. */
  operations: readonly string[];
  /** What is wrong with an answer; empty when nothing is. */
  problems(exchange: Exchange): string[];
}

const beyond = /^\/(zones|storage_box)/;

/** Undefined where the description is not there, with a notice that says so. */
export function loadDescription(): Description | undefined {
  if (!existsSync(path)) {
    console.log(`notice: no OpenAPI description at ${path}; answers are not held against it (SLIPWAY_HCLOUD_OPENAPI)`);
    return undefined;
  }
  const document = documentSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  const { schemas } = document.components;
  for (const { amend } of deviations) amend(schemas);
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  formats.default(ajv, ["date-time"]);
  ajv.addSchema({ $id: "hcloud", components: { schemas: mapped(schemas) } });
  const validators = new Map<string, ValidateFunction>();

  return {
    operations: Object.entries(document.paths)
      .filter(([path]) => !beyond.test(path))
      .flatMap(([path, methods]) =>
        Object.keys(methods)
          .filter((method) => ["get", "post", "put", "delete"].includes(method))
          .map((method) => `${method.toUpperCase()} ${path}`),
      ),
    problems({ method, path, operation: route, status, body }) {
      const name = `${method} ${route ?? path}`;
      if (route === undefined || (name in changedOperations && status < 400)) return [];
      const described = operation.safeParse(document.paths[route]?.[method.toLowerCase()]);
      if (!described.success) return status < 400 ? [`${name} is not in the description`] : [];
      const { responses } = described.data;
      const found = responses[String(status)] ?? (status >= 400 ? responses[`${String(status)[0]}xx`] : undefined);
      if (found === undefined) return [`${name}: status ${status} is not in the description`];
      const schema = found.content?.["application/json"]?.schema;
      if (schema === undefined) return body === undefined ? [] : [`${name}: ${status} should have no body`];
      const key = `${name} ${status}`;
      const validate = validators.get(key) ?? ajv.compile(converted(schema));
      validators.set(key, validate);
      if (validate(body)) return [];
      return (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${key} ${instancePath} ${message} ${JSON.stringify(params)}`,
      );
    },
  };
}

const mapped = (schemas: Record<string, Schema>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, converted(schema)]));

/**
 * OpenAPI 3.0 → JSON Schema: `nullable` becomes a choice, references are made absolute. Answers may have no property that the
 * description does not know, so that a misspelt one is found.
 */
function converted(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(converted);
  if (typeof schema !== "object" || schema === null) return schema;
  const { nullable, example: _example, ...rest } = z.record(z.string(), z.unknown()).parse(schema);
  if (typeof rest["$ref"] === "string") return { $ref: `hcloud${rest["$ref"]}` };
  const inner: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(rest)) {
    inner[keyword] =
      keyword === "properties"
        ? mapped(z.record(z.string(), z.record(z.string(), z.unknown())).parse(value))
        : converted(value);
  }
  if ("properties" in inner && !("additionalProperties" in inner)) inner["additionalProperties"] = false;
  return nullable === true ? { anyOf: [inner, { type: "null" }] } : inner;
}

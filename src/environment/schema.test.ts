import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { environmentJsonSchema, schemaAt } from "./json-schema.ts";
import { environmentSchema } from "./schema.ts";

const schema = environmentJsonSchema();
const accepts = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
const example = (name: string): unknown =>
  parse(readFileSync(new URL(`../../manifests/environments/${name}.yaml`, import.meta.url), "utf8"));

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

describe("the JSON Schema of Environments", () => {
  it("is published as the code has it; `vitest -u` writes it", async () => {
    const published = new URL("../../schemas/environment.v1alpha1.json", import.meta.url).pathname;
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(published);
  });

  it("describes every field", () => {
    const undescribed = (node: unknown, path: string): string[] => {
      if (!isObject(node)) return [];
      const choices = Array.isArray(node["oneOf"]) ? node["oneOf"] : [];
      return [
        ...Object.entries(isObject(node["properties"]) ? node["properties"] : {}).flatMap(([key, field]) => [
          ...(isObject(field) && typeof field["description"] === "string" ? [] : [path + key]),
          ...undescribed(field, `${path}${key}.`),
        ]),
        ...choices.flatMap((choice: unknown) => undescribed(choice, path)),
        ...undescribed(node["items"], `${path}[].`),
      ];
    };
    expect(undescribed(schema, "")).toEqual([]);
  });

  it.each(["dev", "local", "production"])("and the reader accept the Environment %s", (name) => {
    accepts(example(name));
    expect(accepts.errors).toBeNull();
    expect(environmentSchema.safeParse(example(name)).error).toBeUndefined();
  });

  it("is followed to the fields of what the file has chosen", () => {
    const file = { spec: { server: { provider: "none" } } };
    expect(Object.keys(schemaAt(["spec", "server"], file)?.properties ?? {})).toEqual(["provider"]);
    expect(schemaAt(["spec", "server", "types", 0], {})?.type).toBe("string");
    expect(schemaAt(["spec", "nothing", "at", "all"], {})).toBeUndefined();
  });
});

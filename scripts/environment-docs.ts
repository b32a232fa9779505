/** Writes the table of docs/environments.md from the schema: `node --conditions=source scripts/environment-docs.ts`. A test keeps it current. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { environmentJsonSchema } from "../src/environment/json-schema.ts";

type Node = z.core.JSONSchema.JSONSchema;

export const environmentsPage = fileURLToPath(new URL("../docs/environments.md", import.meta.url));
const section = /(?<=<!-- fields from src\/environment\/schema\.ts -->\n)[\s\S]*(?=<!-- end of fields -->)/;

/** The page with one row per field, in the order of the schema; throws where it lacks the marks that the rows go between. */
export function withFields(text: string): string {
  if (!section.test(text)) throw new Error("docs/environments.md lacks the marks around its table");
  const rows = fieldsOf(environmentJsonSchema(), "").map((cells) => `| ${cells.join(" | ")} |\n`);
  return text.replace(
    section,
    () => `\n| Field | Value | Default | What it says |\n| --- | --- | --- | --- |\n${rows.join("")}\n`,
  );
}

function fieldsOf(node: Node, path: string): string[][] {
  const choices = node.oneOf ?? [];
  const required = new Set(node.required);
  const own = Object.entries(node.properties ?? {}).flatMap(([key, field]) => {
    if (typeof field === "boolean") return [];
    const name = path === "" ? key : `${path}.${key}`;
    return [row(name, field, required.has(key)), ...fieldsOf(field, name)];
  });
  const items = typeof node.items === "object" && !Array.isArray(node.items) ? fieldsOf(node.items, `${path}[]`) : [];
  return [
    ...own,
    ...choices.flatMap((choice) => (typeof choice === "boolean" ? [] : fieldsOf(choice, path))),
    ...items,
  ];
}

function row(name: string, field: Node, isRequired: boolean): string[] {
  const usual = field.default === undefined ? (isRequired ? "required" : "") : `\`${JSON.stringify(field.default)}\``;
  return [`\`${name}\``, valueOf(field), usual, (field.description ?? "").replaceAll("|", "\\|")];
}

function valueOf(field: Node): string {
  if (field.const !== undefined) return `\`${String(field.const)}\``;
  if (field.enum !== undefined) return field.enum.map((one) => `\`${String(one)}\``).join(", ");
  if (field.oneOf !== undefined || field.type === "object") return "mapping";
  if (field.type === "array") {
    const { items } = field;
    return typeof items === "object" && !Array.isArray(items) && items.enum ? `list of ${valueOf(items)}` : "list";
  }
  const names: Readonly<Record<string, string>> = {
    string: "text",
    integer: "whole number",
    number: "number",
    boolean: "true or false",
  };
  return `${names[String(field.type)] ?? ""}${rangeOf(field)}`;
}

function rangeOf({ minimum, maximum }: Node): string {
  return minimum === undefined || maximum === undefined ? "" : `, ${minimum} to ${maximum}`;
}

if (import.meta.main) writeFileSync(environmentsPage, withFields(readFileSync(environmentsPage, "utf8")));

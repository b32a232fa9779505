import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, parseAllDocuments } from "yaml";
import { z } from "zod";
import type { JsonObject } from "../../src/model/resource.ts";

const manifest = z.union([z.string(), z.record(z.string(), z.json())]);
const caseSchema = z.strictObject({
  name: z.string(),
  namespace: z
    .strictObject({ name: z.string().default("default"), labels: z.record(z.string(), z.string()).default({}) })
    .default({ name: "default", labels: {} }),
  crds: z.array(z.string()).default([]),
  old: manifest.optional(),
  new: manifest,
});

/** One question to an API server; packages/apiserver-wasm/tests/corpus/README.md says what each field means. */
export type Question = z.output<typeof caseSchema>;

export interface Corpus {
  questions: Question[];
  /** CustomResourceDefinitions by the name that questions call them by. */
  definitions: ReadonlyMap<string, JsonObject>;
}

export function readCorpus(folder: string): Corpus {
  const crds = join(folder, "crds");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
  const questions = files
    .filter((file) => file.endsWith(".yaml") && !file.startsWith("crds"))
    .flatMap((file) => documents(readFileSync(join(folder, file), "utf8")).map((one) => caseSchema.parse(one)));
  const definitions = existsSync(crds) ? readdirSync(crds) : [];
  return {
    questions,
    definitions: new Map(
      definitions.map((file) => {
        const definition: JsonObject = parse(readFileSync(join(crds, file), "utf8"), { version: "1.1" });
        return [file.replace(/\.yaml$/, ""), definition];
      }),
    ),
  };
}

const documents = (text: string): unknown[] =>
  parseAllDocuments(text, { version: "1.1" })
    .map((document): unknown => document.toJS({ maxAliasCount: -1 }))
    .filter((document) => document !== null);

export const parsed = (object: Question["new"]): JsonObject =>
  typeof object === "string" ? JSON.parse(object) : object;

export const textOf = (object: Question["new"]): string =>
  typeof object === "string" ? object : JSON.stringify(object);

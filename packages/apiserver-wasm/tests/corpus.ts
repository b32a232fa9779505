import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseAllDocuments } from "yaml";
import { z } from "zod";
import type { JsonObject } from "./json.ts";

const folder = fileURLToPath(new URL("corpus/", import.meta.url));

const manifest = z.union([z.string(), z.record(z.string(), z.json())]);
const caseSchema = z.strictObject({
  name: z.string(),
  namespace: z.strictObject({ name: z.string(), labels: z.record(z.string(), z.string()).optional() }).optional(),
  crds: z.array(z.string()).optional(),
  old: manifest.optional(),
  new: manifest,
});

/** corpus/README.md says what each field means. */
export type Case = z.output<typeof caseSchema>;

export interface Corpus {
  cases: Case[];
  /** CustomResourceDefinitions by the name that cases call them by. */
  definitions: ReadonlyMap<string, JsonObject>;
}

/** What a real API server answered. */
export interface Answer {
  verdict: string;
  errors: [field: string, reason: string][];
}

const expectedSchema = z.record(
  z.string(),
  z.object({ verdict: z.string(), errors: z.array(z.tuple([z.string(), z.string()])) }),
);

export const readExpected = (): Record<string, Answer> =>
  expectedSchema.parse(JSON.parse(readFileSync(`${folder}expected.json`, "utf8")));

export function readCorpus(): Corpus {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .toSorted();
  const crds = files.filter((file) => file.startsWith("crds"));
  return {
    cases: files
      .filter((file) => !crds.includes(file))
      .flatMap((file) => documents(file).map((one) => caseSchema.parse(one))),
    definitions: new Map(
      crds.map((file) => [
        file.slice("crds/".length, -".yaml".length),
        z.record(z.string(), z.json()).parse(documents(file)[0]),
      ]),
    ),
  };
}

function documents(file: string): unknown[] {
  const read = parseAllDocuments(readFileSync(folder + file, "utf8"), { version: "1.1" });
  return read.map((document): unknown => document.toJS({ maxAliasCount: -1 })).filter((document) => document !== null);
}

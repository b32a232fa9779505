import { type Document, parseDocument } from "yaml";
import { z } from "zod";
import { SlipwayError } from "../model/error.ts";
import type { Tree } from "../tree/tree.ts";
import { levelKeys } from "./settle/levels.ts";

const configurationFile = "slipway.yaml";

const cluster = z.strictObject({
  name: z.string().describe("The cluster's name in Argo CD; `in-cluster` is always known"),
  server: z.string().describe("The cluster's API address as Applications name it in destination.server"),
  labels: z.record(z.string(), z.string()).default({}).describe("Labels that cluster generators select by"),
  annotations: z.record(z.string(), z.string()).default({}).describe("Annotations that cluster generators may use"),
});

const pullRequest = z.strictObject({
  number: z.number().int().positive().describe("The pull request's number"),
  branch: z.string().describe("Its head branch"),
  title: z.string().default("").describe("Its title"),
  author: z.string().default("").describe("Its author's login"),
  headSha: z
    .string()
    .regex(/^[0-9a-f]{40}$/)
    .optional()
    .describe("The commit at its head; what is checked out unless told"),
  targetBranch: z.string().default("main").describe("The branch it would merge into"),
  labels: z.array(z.string()).default([]).describe("Its labels"),
});

export const configurationSchema = z.strictObject({
  repository: z
    .union([z.string(), z.array(z.string()).min(1)])
    .transform((value) => (typeof value === "string" ? [value] : value))
    .default([])
    .describe("The addresses by which Applications name this repository, where the Git remote does not say so"),
  kubernetesVersion: z
    .string()
    .optional()
    .describe("The cluster's version, such as 1.36; the newest known one by default"),
  ignore: z
    .array(z.string())
    .default(["**/testdata/**", "**/fixtures/**", "**/node_modules/**"])
    .describe("Globs of files that no check and no implicit Application looks at; `**` is any number of folders"),
  clusters: z
    .array(cluster)
    .default([])
    .describe("The clusters Argo CD knows, for destinations and cluster generators"),
  pullRequests: z.array(pullRequest).default([]).describe("Samples for pull-request generators"),
  ...levelKeys,
  schemaLocations: z
    .array(z.string())
    .default(["default"])
    .describe("Where schemas are looked up, in order: `default` for the bundled ones, or kubeconform's templates"),
});
export type Configuration = z.output<typeof configurationSchema>;

/** Reads slipway.yaml from the tree; defaults where there is none. Throws SLW-CONFIG that lists every mistake with its line. */
export function readConfiguration(tree: Pick<Tree, "read">): Configuration {
  const bytes = bytesOf(tree);
  if (!bytes) return configurationSchema.parse({});
  const text = new TextDecoder().decode(bytes);
  const document = parseDocument(text, { prettyErrors: true });
  const [broken] = document.errors;
  if (broken) throw invalid(broken.linePos?.[0].line ?? 1, [broken.message.split("\n")[0] ?? broken.message]);
  const parsed = configurationSchema.safeParse(plainValue(document) ?? {});
  if (parsed.success) return parsed.data;
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)) {
        return text.slice(0, Number(node.range[0])).split("\n").length;
      }
    }
    return 1;
  };
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`);
  throw invalid(lineOf(parsed.error.issues[0]?.path ?? []), problems);
}

/** A tree refuses a link that leads out of it. */
function bytesOf(tree: Pick<Tree, "read">): Uint8Array | undefined {
  try {
    return tree.read(configurationFile);
  } catch (error) {
    if (error instanceof Error && error.name === "EngineError") throw invalid(1, [error.message]);
    throw error;
  }
}

/** Its values with aliases resolved; the library counts them, so that a bomb does not go off. */
function plainValue(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw invalid(1, [error instanceof Error ? error.message : String(error)]);
  }
}

function invalid(line: number, problems: string[]): SlipwayError {
  return new SlipwayError("SLW-CONFIG", `${configurationFile}:${line} is not valid\n  ${problems.join("\n  ")}`, {
    hint: "schemas/slipway.v1.json lists every key; editors complete it.",
  });
}

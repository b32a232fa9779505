import type { JsonObject } from "../../model/resource.ts";
import { isJson, isObject } from "../json.ts";
import { clusterParameters } from "./clusters.ts";
import { type GeneratorContext, UnknownGenerator } from "./context.ts";
import { deepReplace } from "./deep-replace.ts";
import type { Parameters } from "./fasttemplate.ts";
import { gitParameters } from "./git.ts";
import { listParameters } from "./list.ts";
import { matrixParameters, mergeParameters } from "./matrix.ts";
import { fillFrom, flattenToText } from "./parameters.ts";
import { pullRequestParameters } from "./pull-requests.ts";
import { type Generator, generatorSchema } from "./schema.ts";
import { selects } from "./selector.ts";

/** Parameters of one generator inside another, rendered with the outer one's parameters. */
export type ChildParameters = (generator: Generator, outer: Parameters) => Promise<Parameters[]>;

export interface Generated {
  parameters: Parameters[];
  /** The ApplicationSet's template with the generator's own laid over it. */
  template: JsonObject;
}

const kinds = [
  "list",
  "clusters",
  "git",
  "scmProvider",
  "clusterDecisionResource",
  "pullRequest",
  "plugin",
  "oci",
  "matrix",
  "merge",
] as const;
type GeneratorKind = (typeof kinds)[number];

const depthLimit = 3;

/** Runs one entry of `spec.generators`: its parameters after its selector, and the template they go into. */
export async function generate(
  generator: Generator,
  template: JsonObject,
  context: GeneratorContext,
): Promise<Generated[]> {
  const present = kinds.filter((kind) => generator[kind] !== undefined);
  if (present.length === 0) throw new Error("an entry of `generators` names no generator that Argo CD has");
  const out: Generated[] = [];
  for (const kind of present) {
    const own = generator[kind];
    const ownTemplate = isObject(own) && isObject(own["template"]) && isJson(own["template"]) ? own["template"] : {};
    const found = await parametersOf(kind, generator, context, 1);
    out.push({
      parameters: found.filter((parameters) => selects(generator.selector, flattenToText(parameters))),
      template: fillFrom(ownTemplate, template),
    });
  }
  return out;
}

async function parametersOf(
  kind: GeneratorKind,
  generator: Generator,
  context: GeneratorContext,
  depth: number,
): Promise<readonly Parameters[]> {
  const child: ChildParameters = (inner, outer) => childParameters(inner, outer, context, depth + 1);
  if (kind === "list" && generator.list) return listParameters(generator.list, context);
  if (kind === "git" && generator.git) return gitParameters(generator.git, context);
  if (kind === "clusters" && generator.clusters) return clusterParameters(generator.clusters, context);
  if (kind === "pullRequest" && generator.pullRequest) return pullRequestParameters(generator.pullRequest, context);
  if (kind === "matrix" && generator.matrix) return matrixParameters(generator.matrix, context, child);
  if (kind === "merge" && generator.merge) return mergeParameters(generator.merge, context, child);
  throw new UnknownGenerator(kind, "its result is known to a live system only");
}

async function childParameters(
  generator: Generator,
  outer: Parameters,
  context: GeneratorContext,
  depth: number,
): Promise<Parameters[]> {
  if (depth > depthLimit) throw new Error("matrix and merge generators nest at most twice");
  const rendered = Object.keys(outer).length === 0 ? generator : await interpolate(generator, outer, context);
  const present = kinds.filter((kind) => rendered[kind] !== undefined);
  const [kind] = present;
  if (kind === undefined) throw new Error("a nested generator names no generator that Argo CD has");
  if (present.length > 1) throw new Error(`a nested entry holds more than one generator: ${present.join(", ")}`);
  const found = await parametersOf(kind, rendered, context, depth);
  // Argo CD selects with the selector as written, not as rendered.
  return found.filter((parameters) => selects(generator.selector, flattenToText(parameters)));
}

/**
 * Renders a generator with outer parameters. Its `values` may name parameters that only it will know: those stay as
 * written until then.
 */
async function interpolate(generator: Generator, outer: Parameters, context: GeneratorContext): Promise<Generator> {
  const { own, values } = splitValues(generator);
  const rendered = await deepReplace(own, outer, context);
  if (!isObject(rendered)) throw new Error("the nested generator is not an object");
  for (const [kind, texts] of Object.entries(values)) {
    const target = rendered[kind];
    if (!isObject(target)) continue;
    const resolved: JsonObject = {};
    for (const [key, text] of Object.entries(texts)) resolved[key] = await early(text, outer, context);
    target["values"] = resolved;
  }
  return generatorSchema.parse(rendered);
}

function splitValues(generator: Generator): { own: JsonObject; values: Record<string, Record<string, string>> } {
  const own: JsonObject = {};
  const values: Record<string, Record<string, string>> = {};
  for (const [kind, options] of Object.entries(generator)) {
    if (!isJson(options) || kind === "selector") continue;
    const inner = isObject(options) ? options["values"] : undefined;
    if (isObject(options) && isObject(inner)) {
      const { values: _taken, ...rest } = options;
      own[kind] = rest;
      values[kind] = Object.fromEntries(
        Object.entries(inner).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
      );
    } else {
      own[kind] = options;
    }
  }
  return { own, values };
}

async function early(text: string, outer: Parameters, context: GeneratorContext): Promise<string> {
  try {
    return String(await deepReplace(text, outer, { ...context, missingKey: "error" }));
  } catch (error) {
    if (error instanceof Error && /map has no entry for key|can't evaluate field/.test(error.message)) return text;
    throw error;
  }
}

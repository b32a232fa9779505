import type { JsonObject } from "../../model/resource.ts";
import { isObject, objectAt, stableJson, stringAt } from "../json.ts";
import { type GeneratorContext, type GeneratorWorld, renderTexts, templatingOf, UnknownGenerator } from "./context.ts";
import { deepReplace } from "./deep-replace.ts";
import type { Parameters } from "./fasttemplate.ts";
import { generate } from "./generators.ts";
import { type ApplicationSetSpec, applicationSetSchema } from "./schema.ts";
import { applyTemplatePatch } from "./template-patch.ts";

interface GeneratedApplication {
  object: JsonObject;
  /** Index in `spec.generators`, and the parameters that made it. */
  generator: number;
  parameters: Parameters;
}

export interface SetProblem {
  kind: "failed" | "unknown" | "duplicate";
  message: string;
  generator: number;
}

export interface GeneratedSet {
  applications: GeneratedApplication[];
  problems: SetProblem[];
}

/** What one ApplicationSet may make before it is stopped. */
const applicationsPerSetLimit = 2000;

/** Generates an ApplicationSet's Applications. One generator's failure does not stop the others. */
export async function generateApplications(object: JsonObject, world: GeneratorWorld): Promise<GeneratedSet> {
  const { metadata, spec } = applicationSetSchema.parse(object);
  const out: GeneratedSet = { applications: [], problems: [] };
  let context: GeneratorContext;
  try {
    context = { ...world, ...templatingOf(spec) };
  } catch (error) {
    return { ...out, problems: [problem(error, 0)] };
  }
  for (const [index, generator] of spec.generators.entries()) {
    try {
      for (const { parameters, template } of await generate(generator, spec.template, context)) {
        for (const one of parameters) {
          if (out.applications.length >= applicationsPerSetLimit) {
            throw new Error(`it makes more than ${applicationsPerSetLimit} Applications; the rest is left out`);
          }
          await addApplication(
            { spec, template, parameters: one, generator: index, namespace: metadata.namespace },
            context,
            out,
          );
        }
      }
    } catch (error) {
      out.problems.push(problem(error, index));
    }
  }
  return out;
}

interface Draft {
  spec: ApplicationSetSpec;
  template: JsonObject;
  parameters: Parameters;
  generator: number;
  namespace: string | undefined;
}

async function addApplication(draft: Draft, context: GeneratorContext, out: GeneratedSet): Promise<void> {
  try {
    const object = await instantiate(draft, context);
    const name = stringAt(object, "metadata", "name");
    if (!name) throw new Error("an Application it generates has no `metadata.name`");
    if (out.applications.some((other) => stringAt(other.object, "metadata", "name") === name)) {
      const message = `it generates ${name} more than once, the second time from ${stableJson(draft.parameters)}; Argo CD applies neither`;
      out.problems.push({ kind: "duplicate", message, generator: draft.generator });
      return;
    }
    out.applications.push({ object, generator: draft.generator, parameters: draft.parameters });
  } catch (error) {
    out.problems.push(problem(error, draft.generator));
  }
}

async function instantiate(draft: Draft, context: GeneratorContext): Promise<JsonObject> {
  const { parameters, spec, template } = draft;
  const base: JsonObject = { metadata: objectAt(template, "metadata") ?? {}, spec: objectAt(template, "spec") ?? {} };
  const untouched = Object.keys(parameters).length === 0;
  const rendered = untouched ? base : await deepReplace(base, parameters, context);
  if (!isObject(rendered)) throw new Error("the template is not an object");
  // Without parameters Argo CD hands the template on as it is.
  let patched = untouched ? rendered : withFinalizer(rendered, spec);
  if (spec.templatePatch !== undefined) {
    const [patch] = await renderTexts([spec.templatePatch], parameters, context);
    patched = applyTemplatePatch(patched, patch ?? "");
  }
  const { namespace: _ignored, ...metadata } = objectAt(patched, "metadata") ?? {};
  // Generated Applications live where their ApplicationSet lives, whatever the template says.
  const home = draft.namespace === undefined ? {} : { namespace: draft.namespace };
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Application",
    metadata: { ...metadata, ...home },
    spec: patched["spec"] ?? {},
  };
}

/** Argo CD deletes what a generated Application deployed together with it, unless the set asks to keep it. */
function withFinalizer(application: JsonObject, { syncPolicy }: ApplicationSetSpec): JsonObject {
  const metadata = objectAt(application, "metadata") ?? {};
  const { finalizers } = metadata;
  if (syncPolicy?.preserveResourcesOnDeletion === true) return application;
  if (Array.isArray(finalizers) && finalizers.length > 0) return application;
  return { ...application, metadata: { ...metadata, finalizers: ["resources-finalizer.argocd.argoproj.io"] } };
}

function problem(error: unknown, generator: number): SetProblem {
  if (error instanceof UnknownGenerator) {
    return {
      kind: "unknown",
      message: `its ${error.generator} generator cannot be run here: ${error.message}`,
      generator,
    };
  }
  return { kind: "failed", message: error instanceof Error ? error.message : String(error), generator };
}

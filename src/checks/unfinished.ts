import type { ValidationResult } from "kubeconform-wasm";
import type { Json, JsonObject, Resource } from "../model/resource.ts";

type Problem = NonNullable<ValidationResult["problems"]>[number];

/**
 * The verdicts on manifests that somebody completes before they are applied, without what will be different then: Flux puts
 * values in the place of `${NAME}`, and SOPS takes away its own field when it decrypts.
 */
export function withoutUnfinished(
  results: readonly ValidationResult[],
  resources: readonly Resource[],
): ValidationResult[] {
  return results.map((result) => {
    const manifest = resources[result.document]?.manifest;
    if (manifest === undefined || result.problems === undefined) return result;
    const problems = result.problems.filter((problem) => !isUnfinished(manifest, problem));
    if (problems.length === result.problems.length) return result;
    return problems.length === 0 ? { ...result, status: "statusValid", problems } : { ...result, problems };
  });
}

/** Whether somebody completes the manifest before it is applied. */
export function isTemplate(manifest: JsonObject): boolean {
  return Object.hasOwn(manifest, "sops") || hasPlaceholder(manifest);
}

function isUnfinished(manifest: JsonObject, { path, rule }: Problem): boolean {
  if (rule === "unknown-field") return path.length === 1 && path[0] === "sops";
  return rule !== "required" && hasPlaceholder(path.reduce<Json | undefined>(child, manifest));
}

function child(value: Json | undefined, step: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(step)];
  return typeof value === "object" && value !== null ? value[step] : undefined;
}

function hasPlaceholder(value: Json | undefined): boolean {
  if (typeof value === "string") return /\$\{\w/.test(value);
  return typeof value === "object" && value !== null && Object.values(value).some(hasPlaceholder);
}

import type { ValidationResult } from "kubeconform-wasm";
import type { JsonObject } from "../model/resource.ts";

type Validate = (resources: readonly JsonObject[]) => Promise<readonly ValidationResult[]>;

/** Resources in one call: enough to be worth it, and few enough to share between threads. */
const batchSize = 100;

/**
 * Validates one resource, together with all others of its kind that are asked for meanwhile: a thread compiles the schema of a kind when it
 * first meets it, which takes longer than hundreds of resources, so a kind goes to as few threads as can be.
 */
export function validateByKind(validate: Validate): (resource: JsonObject) => Promise<ValidationResult[]> {
  const waiting = new Map<string, { resource: JsonObject; settle: Settle }[]>();
  const flush = (): void => {
    for (const all of waiting.values()) {
      for (let at = 0; at < all.length; at += batchSize) {
        const batch = all.slice(at, at + batchSize);
        const results = validate(batch.map(({ resource }) => resource));
        for (const [index, { settle }] of batch.entries()) {
          settle(results.then((found) => found.filter(({ document }) => document === index)));
        }
      }
    }
    waiting.clear();
  };
  return (resource) =>
    new Promise((settle) => {
      if (waiting.size === 0) setImmediate(flush);
      const kind = `${String(resource["apiVersion"])} ${String(resource["kind"])}`;
      const same = waiting.get(kind) ?? [];
      same.push({ resource, settle });
      waiting.set(kind, same);
    });
}

type Settle = (results: Promise<ValidationResult[]>) => void;

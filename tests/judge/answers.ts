import { isObject, objectAt, stringAt } from "../../src/gitops/json.ts";
import type { Json } from "../../src/model/resource.ts";

/** What is compared of an API server's answer: the verdict and the sorted set of (field, reason). */
export interface Answer {
  verdict: "accepted" | "rejected" | "unknown";
  errors: [field: string, reason: string][];
}

export const accepted: Answer = { verdict: "accepted", errors: [] };
export const unknownKind: Answer = { verdict: "unknown", errors: [] };

export const rejected = (errors: readonly (readonly [string, string])[]): Answer => {
  const texts = new Set(errors.map((error) => JSON.stringify(error)));
  const sorted = [...texts].toSorted().map((text): [string, string] => JSON.parse(text));
  return { verdict: "rejected", errors: sorted };
};

/** Reads a Status; anything else is an object, which means that it was accepted. */
export function answerOf(body: Json): Answer {
  if (!isObject(body) || body["kind"] !== "Status" || body["status"] === "Success") return accepted;
  const message = stringAt(body, "message") ?? "";
  const strict = strictErrors(message);
  if (strict.length > 0) return rejected(strict);
  const causes = objectAt(body, "details")?.["causes"];
  const found = (Array.isArray(causes) ? causes.filter(isObject) : []).map(({ field, reason }): [string, string] =>
    field === "patch" ? ["", "BadRequest"] : [String(field ?? ""), String(reason ?? "")],
  );
  return rejected(found.length > 0 ? found : [["", stringAt(body, "reason") ?? ""]]);
}

/** Strict decoding tells its errors in the message alone: `strict decoding error: unknown field "spec.x", duplicate field "y"`. */
function strictErrors(message: string): [string, string][] {
  if (!message.includes("strict decoding error")) return [];
  return [...message.matchAll(/(unknown|duplicate) field "((?:[^"\\]|\\.)*)"/g)].map(([, kind = "", field = ""]) => [
    field,
    kind === "unknown" ? "UnknownField" : "DuplicateField",
  ]);
}

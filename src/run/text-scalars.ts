import type { Finding } from "../model/finding.ts";
import type { Json, Resource } from "../model/resource.ts";

/**
 * Kustomize reads a bare `Off` as text and quotes it from then on: where that was done, nothing was misread. What nothing was
 * made of, a patch for one, was read by Kustomize or not at all.
 */
export function staysText({ rule, at: [place] }: Finding, text: string, made: readonly Resource[]): boolean {
  if (rule !== "yaml/ambiguous-scalar" || place === undefined) return false;
  if (made.length === 0) return true;
  const line = text.split("\n", place.line)[place.line - 1] ?? "";
  const [written] = /^[-+.\w]+/.exec(line.slice(place.column - 1)) ?? [];
  return made.some(({ manifest }) => hasText(manifest, written));
}

function hasText(value: Json, text: string | undefined): boolean {
  if (typeof value !== "object" || value === null) return value === text;
  if (Array.isArray(value)) return value.some((item) => hasText(item, text));
  return Object.entries(value).some(([key, item]) => key === text || hasText(item, text));
}

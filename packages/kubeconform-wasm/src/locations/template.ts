import type { SchemaQuery } from "./location.ts";

const defaultPath =
  "/{{ .NormalizedKubernetesVersion }}-standalone{{ .StrictSuffix }}/{{ .ResourceKind }}{{ .KindSuffix }}.json";

/** A schema location that kubeconform could not use either. */
export class SchemaLocationError extends Error {
  override readonly name = "SchemaLocationError";
}

export type SchemaTemplate = (query: SchemaQuery) => string;

/**
 * Reads a `--schema-location` as kubeconform does: a path or URL with `{{ .Variables }}`; one that does not end in "json" is a
 * folder laid out like kubeconform's catalogue. Only variables are understood, not Go's template language.
 */
export function parseTemplate(location: string): SchemaTemplate {
  const template = location.endsWith("json") ? location : location + defaultPath;
  for (const [action, name] of template.matchAll(/\{\{-?([^}]*?)-?\}\}/g)) {
    const variable = name?.trim() ?? "";
    if (!variable.startsWith(".") || !isVariable(variable.slice(1))) {
      throw new SchemaLocationError(
        `schema location ${JSON.stringify(location)}: ${action} is not understood; known are ${known.map((v) => `{{ .${v} }}`).join(", ")}`,
      );
    }
  }
  return (query) => {
    const values = variables(query);
    return template.replaceAll(/(\s*\{\{-|\{\{)\s*\.(\w+)\s*(-\}\}\s*|\}\})/g, (_action, _open, name: string) =>
      isVariable(name) ? values[name] : "",
    );
  };
}

const known = [
  "NormalizedKubernetesVersion",
  "StrictSuffix",
  "ResourceKind",
  "ResourceAPIVersion",
  "Group",
  "KindSuffix",
] as const;
type Variable = (typeof known)[number];

function isVariable(name: string): name is Variable {
  return known.some((variable) => variable === name);
}

/** The variables' values, with kubeconform's own oddity: core resources have the group "v1". */
export function variables({ apiVersion, kind, kubernetesVersion, strict }: SchemaQuery): Record<Variable, string> {
  const [group = "", ...rest] = apiVersion.split("/");
  const version = rest[0];
  const label = group.split(".")[0]?.toLowerCase() ?? "";
  return {
    NormalizedKubernetesVersion: kubernetesVersion === "master" ? "master" : `v${kubernetesVersion}`,
    StrictSuffix: strict ? "-strict" : "",
    ResourceKind: kind.toLowerCase(),
    ResourceAPIVersion: rest.at(-1) ?? group,
    Group: group,
    KindSuffix: version === undefined ? `-${label}` : `-${label}-${version.toLowerCase()}`,
  };
}

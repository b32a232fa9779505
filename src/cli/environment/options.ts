import type { CheckedEnvironments } from "../../environments.ts";
import { closest } from "../../model/closest.ts";
import { SlipwayError } from "../../model/error.ts";
import type { EnvironmentDocument } from "../../environment/read.ts";
import type { Environment } from "../../environment/schema.ts";

export const environmentFormats = ["text", "json"] as const;

export interface EnvironmentOptions {
  root: string;
  format: (typeof environmentFormats)[number];
}

/** All Environments, or the one that is named. Throws SLW-USAGE where there is none. */
export function named(documents: readonly EnvironmentDocument[], name: string | undefined): EnvironmentDocument[] {
  if (documents.length === 0) {
    throw new SlipwayError("SLW-USAGE", "There is no Environment here", {
      hint: "They are looked for in folders called environments, such as manifests/environments/dev.yaml",
    });
  }
  const chosen = documents.filter((one) => name === undefined || one.name === name);
  if (chosen.length > 0) return chosen;
  const names = documents.map((one) => one.name);
  const near = closest(name ?? "", names);
  throw new SlipwayError("SLW-USAGE", `There is no Environment "${name ?? ""}"`, {
    hint: `${near === undefined ? "" : `Did you mean ${near}? `}There is: ${names.join(", ")}`,
  });
}

export interface ValidEnvironment extends EnvironmentDocument {
  environment: Environment;
}

/** The same, where every field is right. Throws SLW-CONFIG with what is wrong. */
export function valid({ documents }: CheckedEnvironments, name: string | undefined): ValidEnvironment[] {
  return named(documents, name).map((document) => {
    const { environment, problems, at } = document;
    if (environment !== undefined) return { ...document, environment };
    const lines = problems
      .filter(({ severity }) => severity === "error")
      .map(({ message, hint, at: [place = at] }) => {
        return `${place.file}:${place.line}:${place.column} ${message}${hint === undefined ? "" : `\n    ${hint}`}`;
      });
    throw new SlipwayError("SLW-CONFIG", `Environment ${document.name} is not valid\n  ${lines.join("\n  ")}`, {
      hint: "docs/environments.md has every field, and schemas/environment.v1alpha1.json completes them in editors",
    });
  });
}

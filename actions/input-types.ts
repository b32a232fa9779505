import { z } from "zod";

/** The runner hands an absent input over as "": from here on it is undefined. */
export const text = z.string().optional();

/** YAML's own spellings, as `core.getBooleanInput` takes them: "yes" is a mistake worth hearing about. */
export const flag = z
  .enum(["true", "True", "TRUE", "false", "False", "FALSE"])
  .transform((word) => word.toLowerCase() === "true");

export const lines = z.string().default("").transform(nonEmptyLines);

/** Minutes, with a default in action.yml. */
export const minutes = z.coerce
  .number("expected a number of minutes")
  .positive("expected a positive number of minutes")
  .max(360, "expected at most 360 minutes, which is as long as a job may run");

export const environmentName = z
  .string("which Environment? It is the metadata.name of a file in manifests/environments")
  .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/u, "expected the name of an Environment, such as dev");

function nonEmptyLines(value: string): string[] {
  return value
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

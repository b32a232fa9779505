import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { createKubeconform, exitCode, openSchemas, schemaLocations, summary } from "../src/index.ts";
import type { Kubeconform, SchemaLocation, ValidationResult } from "../src/index.ts";
import { catalogue, inOneOrder, manifestFiles, reading, runs } from "./corpus.ts";
import type { Flags, Outcome, Verdict } from "./corpus.ts";

const schemas = openSchemas();
const read = reading(catalogue(schemas));
const files = { read, revision: "corpus" };
let kubeconform: Kubeconform;
beforeAll(async () => {
  kubeconform = await createKubeconform();
});

function run(flags: Flags, locations: SchemaLocation[]): Outcome {
  const all: ValidationResult[] = [];
  const verdicts: Record<string, Verdict[]> = {};
  for (const { name, text } of manifestFiles()) {
    const results = kubeconform.validate({ ...flags, locations, manifests: text });
    all.push(...results);
    verdicts[name] = results.map(
      ({ document: _document, line: _line, namespace: _namespace, problems: _problems, ...verdict }) =>
        inOneOrder(verdict),
    );
  }
  return { exitCode: exitCode(all), summary: summary(all), files: verdicts };
}

function expected(name: string): Outcome {
  return JSON.parse(readFileSync(new URL(`corpus/expected/${name}.json`, import.meta.url), "utf8"));
}

/** Where a schema was found is the only thing that may differ between files and the bundle. */
function withoutUrls(outcome: Outcome): Outcome {
  return JSON.parse(JSON.stringify(outcome).replaceAll(/'[a-z]+:\/\/\/[^']*#'/g, "'schema'"));
}

describe("the verdicts are kubeconform's, word for word", () => {
  test.each(Object.entries(runs))("with %s, from the same schema files", (name, flags) => {
    expect(run(flags, schemaLocations({ schemas, files, locations: flags.locations }))).toEqual(expected(name));
  });

  test.each(["plain", "strict", "oldest-version", "ignore-missing", "skip", "reject", "skip-before-reject"])(
    "with %s, from the bundled schemas",
    (name) => {
      const flags = runs[name];
      if (!flags) throw new Error(`there is no run ${name}`);
      const outcome = run(flags, schemaLocations({ schemas }));
      // The catalogue holds custom resources once, strict.
      const comparable = flags.strict ? outcome : leavingOut(outcome, "custom.yaml");
      const reference = flags.strict ? expected(name) : leavingOut(expected(name), "custom.yaml");
      expect(withoutUrls(comparable).files).toEqual(withoutUrls(reference).files);
    },
  );
});

function leavingOut(outcome: Outcome, file: string): Outcome {
  const { [file]: _left, ...rest } = outcome.files;
  return { ...outcome, files: rest };
}

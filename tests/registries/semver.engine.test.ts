import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { goEnvironment, hasGo } from "go-wasm-host/testing";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseConstraint, satisfies } from "../../src/gitops/sources/constraint.ts";
import { compareVersions, isStrictVersion, parseVersion } from "../../src/gitops/sources/version.ts";
import { scratchFolder } from "./scratch.ts";

interface Question {
  constraint: string;
  versions: string[];
}

const answer = z.object({
  constraint: z.boolean(),
  readable: z.array(z.boolean()),
  strict: z.array(z.boolean()),
  satisfies: z.array(z.boolean()),
  order: z.array(z.number()),
});

function ours({ constraint, versions }: Question): z.infer<typeof answer> {
  const parsed = parseConstraint(constraint);
  const read = versions.map(parseVersion);
  const readable = read.filter((version) => version !== undefined);
  return {
    constraint: parsed !== undefined,
    readable: read.map((version) => version !== undefined),
    strict: versions.map(isStrictVersion),
    satisfies: read.map((version) => version !== undefined && parsed !== undefined && satisfies(version, parsed)),
    order: readable.slice(1).map((version, i) => Math.sign(compareVersions(readable[i] ?? version, version))),
  };
}

const often = <T>(usual: readonly T[], odd: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...odd) });
const small = often(["0", "1", "2", "3", "10"], ["01", "00", "18446744073709551615", "18446744073709551616"]);
const identifier = often(["alpha", "beta", "rc", "0", "1", "10", "x"], ["01", "-", "1a", "99999999999999999999"]);
const suffix = (sign: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant("") },
    {
      weight: 1,
      arbitrary: fc.array(identifier, { minLength: 1, maxLength: 3 }).map((parts) => sign + parts.join(".")),
    },
  );
const core = fc.array(small, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("."));
const prefix = often(["", "", "", "v"], ["V"]);
const version = fc
  .tuple(prefix, core, suffix("-"), suffix("+"), often([""], [".4", " ", "-"]))
  .map((parts) => parts.join(""));

const boundPart = fc.oneof(
  { weight: 4, arbitrary: small },
  { weight: 1, arbitrary: often(["x", "X", "*"], ["1x", "|"]) },
);
const boundCore = fc.array(boundPart, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("."));
const bound = fc.tuple(prefix, boundCore, suffix("-"), suffix("+")).map((parts) => parts.join(""));
const operator = often(["", "=", "!=", ">", "<", ">=", "=>", "<=", "=<", "~", "~>", "^"], ["==", "<>", "!"]);
const space = fc.constantFrom("", "", " ", "  ", "\t");
const comparison = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(space, operator, space, bound).map((parts) => parts.join("")) },
  { weight: 1, arbitrary: fc.tuple(bound, bound).map(([from, to]) => `${from} - ${to}`) },
);
const separator = often([" ", ",", ", ", " , ", "  ", " || ", "||"], ["|", ",,", ""]);
const constraint = fc
  .array(fc.tuple(comparison, separator), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map(([text, end], i) => (i === parts.length - 1 ? text : text + end)).join(""));
const anything = fc.oneof(
  { weight: 20, arbitrary: constraint },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);

const question = fc.record({ constraint: anything, versions: fc.array(version, { minLength: 2, maxLength: 8 }) });
const questions = 20_000;

describe.skipIf(!hasGo())("versions and constraints", () => {
  it(`mean the same to us as to Masterminds/semver, in ${questions} random questions`, async () => {
    await using scratch = await scratchFolder();
    const judge = join(scratch.folder, "judge");
    const source = fileURLToPath(new URL("semver-judge", import.meta.url));
    const built = spawnSync("go", ["build", "-o", judge, "."], { cwd: source, env: goEnvironment(), encoding: "utf8" });
    expect(built.stderr).toBe("");
    const asked = fc.sample(question, questions);
    const input = asked.map((one) => JSON.stringify(one)).join("\n");
    const { stdout } = spawnSync(judge, { input, encoding: "utf8", maxBuffer: 2 ** 28 });
    const theirs = stdout
      .trim()
      .split("\n")
      .map((line) => answer.parse(JSON.parse(line)));
    expect(theirs).toHaveLength(questions);
    const satisfied = theirs.filter((one) => one.satisfies.includes(true)).length;
    expect(satisfied).toBeGreaterThan(questions / 5);
    const differing = asked.flatMap((one, i) => {
      const mine = ours(one);
      return JSON.stringify(mine) === JSON.stringify(theirs[i]) ? [] : [{ ...one, mine, theirs: theirs[i] }];
    });
    expect(differing.slice(0, 3)).toEqual([]);
  }, 120_000);
});

import { describe, expect, test } from "vitest";
import { createApiserver } from "../src/index.ts";
import type { Review } from "../src/index.ts";
import { readCorpus, readExpected } from "./corpus.ts";
import type { Answer, Case } from "./corpus.ts";
import { differences } from "./differences.ts";

const { cases, definitions } = readCorpus();
const expected = readExpected();
const apiserver = await createApiserver();

function review(one: Case): Answer {
  const crds = (one.crds ?? []).map((name) => definitions.get(name) ?? {});
  const [found] = apiserver.review([{ object: one.new, oldObject: one.old, namespace: one.namespace }], crds);
  if (found === undefined) throw new Error(`${one.name} has no review`);
  return answerOf(found);
}

function answerOf({ verdict, errors }: Review): Answer {
  const all = new Set(errors.map(({ field, type }) => JSON.stringify([field, type])));
  return { verdict, errors: [...all].toSorted().map((text): [string, string] => JSON.parse(text)) };
}

describe("the corpus", () => {
  test("has at least 300 cases, each with another name and an answer of a real API server", () => {
    const names = new Set(cases.map(({ name }) => name));
    expect(names.size).toBe(cases.length);
    expect(names.size).toBeGreaterThanOrEqual(300);
    expect([...names].toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  test("is answered in every way", () => {
    const verdicts = Object.values(expected).map(({ verdict }) => verdict);
    expect(new Set(verdicts)).toEqual(new Set(["accepted", "rejected", "unknown"]));
  });

  test.each(cases.filter(({ name }) => !differences.has(name)).map((one) => [one.name, one] as const))(
    "%s: as a real API server answers",
    (name, one) => {
      expect(review(one)).toEqual(expected[name]);
    },
  );

  test.each([...differences])("%s: differs as the README says", (name, { ours }) => {
    const one = cases.find((candidate) => candidate.name === name);
    expect(one && review(one)).toEqual(ours);
    expect(expected[name]).not.toEqual(ours);
  });
});

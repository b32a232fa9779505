import { join } from "node:path";
import { createApiserver, type Review } from "apiserver-wasm";
import { expect, it } from "vitest";
import { type Answer, rejected } from "./answers.ts";
import { Cluster } from "./apiserver-cluster.ts";
import { type Corpus, type Question, readCorpus } from "./apiserver-corpus.ts";
import { kubectl } from "../control-plane/binaries.ts";
import { startControlPlane } from "../control-plane/control-plane.ts";
import { openKubectl } from "./kubectl.ts";

const folder = join(import.meta.dirname, "../../packages/apiserver-wasm/tests/corpus");

it("apiserver-wasm answers as the API server does", async () => {
  const corpus = readCorpus(folder);
  const theirs = await askTheRealOne(corpus);
  const apiserver = await createApiserver();
  const lines = corpus.questions.flatMap((question) => {
    const definitions = question.crds.map((crd) => corpus.definitions.get(crd) ?? {});
    const { name, namespace, old, new: object } = question;
    const [review] = apiserver.review([{ object, oldObject: old, namespace }], definitions);
    const [their, our] = [JSON.stringify(theirs[name]), JSON.stringify(answerOf(review))];
    return their === our ? [] : [`  ${name}: the API server ${their}, apiserver-wasm ${our}`];
  });
  const all = corpus.questions.length;
  const share = (100 * (all - lines.length)) / all;
  console.log([`${all - lines.length} of ${all} answers agree (${share.toFixed(1)} %)`, ...lines].join("\n"));

  expect(all).toBeGreaterThanOrEqual(300);
  expect(share).toBeGreaterThanOrEqual(99);
  await expect(`${JSON.stringify(theirs, undefined, 1)}\n`).toMatchFileSnapshot(join(folder, "expected.json"));
});

async function askTheRealOne({ questions, definitions }: Corpus): Promise<Record<string, Answer>> {
  const program = kubectl();
  await using plane = await startControlPlane();
  await using client = await openKubectl(program, plane);
  const cluster = new Cluster(plane.api, client, definitions);
  // Namespaces and definitions are prepared once for all questions that want the same.
  const surroundings = ({ crds, namespace }: Question): string => JSON.stringify([crds, namespace]);
  const answers: Record<string, Answer> = {};
  for (const group of Map.groupBy(questions, surroundings).values()) {
    for (const question of group) answers[question.name] = await cluster.ask(question);
  }
  return Object.fromEntries(Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function answerOf(review: Review | undefined): Answer {
  if (review === undefined) throw new Error("no review");
  const { verdict, errors } = review;
  if (verdict !== "rejected") return { verdict, errors: [] };
  // apiserver-wasm names the field that cannot be decoded, which the API server has in its message alone.
  return rejected(errors.map(({ field, type }) => [type === "BadRequest" ? "" : field, type]));
}

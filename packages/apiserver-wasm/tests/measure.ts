// node --conditions=source packages/apiserver-wasm/tests/measure.ts [RUNS]: the figures of the README.
import { readFileSync, statSync } from "node:fs";
import { zstdDecompressSync } from "node:zlib";
import { compileApiserver, createApiserver } from "../src/index.ts";
import type { ReviewItem } from "../src/index.ts";
import { readCorpus } from "./corpus.ts";
import { isObject } from "./json.ts";

const runs = Number(process.argv[2] ?? 5);
const file = new URL("../apiserver-wasm.wasm.zst", import.meta.url);

interface Taken {
  /** Milliseconds on the wall, and of all threads' processor time, which other work on the machine does not lengthen as much. */
  wall: number;
  cpu: number;
}

async function timed(run: () => unknown): Promise<Taken> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - started, cpu: (user + system) / 1000 };
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function report(what: string, run: () => unknown, count = 1): Promise<void> {
  const taken: Taken[] = [];
  for (let at = 0; at < runs; at += 1) taken.push(await timed(run));
  const [wall, cpu] = [median(taken.map((one) => one.wall)), median(taken.map((one) => one.cpu))];
  const show = (ms: number): string => (ms / count).toFixed(ms / count < 20 ? 2 : 0).padStart(8);
  console.log(`${what.padEnd(58)} ${show(wall)} ms ${show(cpu)} ms of processor time`);
}

const packed = statSync(file).size;
console.log(
  `apiserver-wasm.wasm.zst: ${packed.toLocaleString("en")} bytes, ${zstdDecompressSync(readFileSync(file)).length.toLocaleString("en")} unpacked`,
);

const { cases, definitions } = readCorpus();
const items = cases.map(({ old, new: object, namespace }): ReviewItem => ({ object, oldObject: old, namespace }));
const known = [...definitions.values()];
const usual = cases.filter(({ name }) =>
  /^(?:deployment|service|configmap|secret|ingress|statefulset|role|widget)\/valid$/.test(name),
);
const creations = Array.from({ length: 400 }, (_, at): ReviewItem => ({ object: usual[at % usual.length]?.new ?? {} }));
const updates = creations.map(({ object }): ReviewItem => ({ object: relabelled(object), oldObject: object }));

function relabelled(object: ReviewItem["object"]): ReviewItem["object"] {
  if (typeof object === "string" || !isObject(object["metadata"])) return object;
  return { ...object, metadata: { ...object["metadata"], labels: { changed: "yes" } } };
}

await report("decompress and compile, once per process", () => compileApiserver());
const module = await compileApiserver();
await report(`instantiate, and review ${usual.length} objects`, async () =>
  (await createApiserver({ module })).review(creations.slice(0, usual.length), known),
);
const apiserver = await createApiserver({ module });
apiserver.review(items, known);
await report("a new object, warm", () => apiserver.review(creations, known), creations.length);
await report("an update, warm", () => apiserver.review(updates, known), updates.length);
await report(`each of the corpus' ${items.length}, warm`, () => apiserver.review(items, known), items.length);

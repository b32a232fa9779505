import { contentId } from "../gitops/content-id.ts";
import type { Sources } from "../gitops/sources.ts";
import { SlipwayError } from "../model/error.ts";
import { openRevision } from "../tree/index.ts";
import type { Tree } from "../tree/index.ts";
import { digestOf } from "./review-contexts.ts";

/** What a run takes from beyond the files of the two trees that it compares. */
export interface Outside {
  sources: Sources;
  /** The files of this repository at another revision; undefined where it has none of that name. */
  treeAt(ref: string): Promise<Tree | undefined>;
}

/** A question, as plain data, and a digest of what it got. */
export interface Answer {
  question: Question;
  digest: string;
}

type Question =
  | { kind: "chart"; of: Parameters<Sources["chart"]> }
  | { kind: "git"; of: Parameters<Sources["git"]> }
  | { kind: "file"; of: Parameters<Sources["file"]> }
  | { kind: "revision"; of: Parameters<Outside["treeAt"]> };

/** Many Applications may be pinned to the same revision, which is opened once. */
export function openOutside(root: string, sources: Sources): Outside {
  const opened = new Map<string, Promise<Tree | undefined>>();
  return {
    sources,
    treeAt(ref) {
      const known = opened.get(ref) ?? openIfThere(root, ref);
      opened.set(ref, known);
      return known;
    },
  };
}

/** The same, noting what was asked and answered. */
export function recordedOutside(outside: Outside): Outside & { answers(): Answer[] } {
  const answers = new Map<string, Answer>();
  const noted = async <T>(question: Question, found: Promise<T>): Promise<T> => {
    const answer = await found;
    answers.set(JSON.stringify(question), { question, digest: digestOf(plain(answer)) });
    return answer;
  };
  const { sources } = outside;
  return {
    sources: {
      chart: (...of) => noted({ kind: "chart", of }, sources.chart(...of)),
      git: (...of) => noted({ kind: "git", of }, sources.git(...of)),
      file: (...of) => noted({ kind: "file", of }, sources.file(...of)),
      resolver: sources.resolver,
    },
    treeAt: (...of) => noted({ kind: "revision", of }, outside.treeAt(...of)),
    answers: () => [...answers.values()],
  };
}

/** Whether the world beyond the trees says today what it said then. */
export async function sameAnswers(answers: readonly Answer[], outside: Outside): Promise<boolean> {
  const same = await Promise.all(
    answers.map(async ({ question, digest }) => digestOf(plain(await ask(question, outside))) === digest),
  );
  return same.every(Boolean);
}

function ask(question: Question, { sources, treeAt }: Outside): Promise<unknown> {
  switch (question.kind) {
    case "chart":
      return sources.chart(...question.of);
    case "git":
      return sources.git(...question.of);
    case "file":
      return sources.file(...question.of);
    case "revision":
      return treeAt(...question.of);
  }
}

/** A tree is what its files are. */
const plain = (answer: unknown): unknown => (isTree(answer) ? contentId(answer) : (answer ?? null));

const isTree = (answer: unknown): answer is Tree =>
  typeof answer === "object" && answer !== null && "snapshot" in answer;

async function openIfThere(root: string, ref: string): Promise<Tree | undefined> {
  try {
    return await openRevision(root, ref);
  } catch (error) {
    if (error instanceof SlipwayError && (error.code === "SLW-BASE" || error.code === "SLW-USAGE")) return undefined;
    throw error;
  }
}

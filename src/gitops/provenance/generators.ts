import type { SourceLocation } from "../../model/resource.ts";
import { isObject, stringAt } from "../json.ts";
import { baseName } from "../applicationset/names.ts";
import { resolve, textsOf } from "./kustomization.ts";
import { at, type Question } from "./question.ts";
import type { SourceFiles } from "./source-files.ts";
import { type GeneratorList, generatorListOf, type Stage } from "./stages.ts";

type Path = (string | number)[];

/** Where a generator of a kustomization gets a field of what it makes: a literal, a line of an env file, a file. */
export function generated(stage: Stage, question: Question, files: SourceFiles): SourceLocation[] {
  const list = generatorListOf(question.resource.id.kind);
  const items = list === undefined ? undefined : stage.kustomization.value[list];
  if (list === undefined || !Array.isArray(items)) return [];
  for (const [index, item] of items.entries()) {
    if (!isObject(item) || !stage.names.includes(stringAt(item, "name") ?? "")) continue;
    const found = entryPlaces(list, index, item, { stage, question, files });
    if (found.length > 0) return found;
  }
  return [];
}

/** The entry itself, for what it decides as a whole. */
export function generatorEntry(
  list: GeneratorList,
  index: number,
  { kustomization }: Stage,
  { names }: Question,
): SourceLocation {
  const { document, file } = kustomization;
  const field = names.join(".") === "metadata.name" ? ["name"] : names[0] === "type" ? ["type"] : [];
  return at(file, document.positions.nearest([list, index, ...field]).position, "generator");
}

interface Context {
  stage: Stage;
  question: Question;
  files: SourceFiles;
}

function entryPlaces(
  list: GeneratorList,
  index: number,
  item: Readonly<Record<string, unknown>>,
  { stage: { kustomization }, question, files }: Context,
): SourceLocation[] {
  const { names } = question;
  const { directory, document, file } = kustomization;
  const place = (path: Path): SourceLocation =>
    at(file, document.positions.nearest([list, index, ...path]).position, "generator");
  const [section = "", key = ""] = names;
  if (section === "metadata") {
    for (const options of [["options"], ["generatorOptions"]]) {
      const path = [...options, ...names.slice(1)];
      const full = options[0] === "options" ? [list, index, ...path] : path;
      const found = document.positions.nearest(full);
      if (names.length === 3 && found.found === full.length) return [at(file, found.position, "generator")];
    }
    return [];
  }
  if (!["data", "binaryData", "stringData"].includes(section) || key === "") return [];
  const literal = textsOf(item["literals"]).findLastIndex((text) => text.split("=", 1)[0] === key);
  if (literal >= 0) return [place(["literals", literal])];
  const named = textsOf(item["files"]).findLastIndex((text) => fileKey(text) === key);
  if (named >= 0) {
    const path = resolve(directory, textsOf(item["files"])[named]?.replace(/^[^=/]+=/, "") ?? "");
    return [at(path, { line: 1, column: 1 }, "file"), place(["files", named])];
  }
  for (const [field, path] of envFiles(item)) {
    const env = resolve(directory, path);
    const line = (files.text(env) ?? "").split(/\r?\n/).findLastIndex((text) => envKey(text) === key);
    if (line >= 0) return [at(env, { line: line + 1, column: 1 }, "file"), place(field)];
  }
  return [];
}

const fileKey = (text: string): string => /^([^=/]+)=/.exec(text)?.[1] ?? baseName(text);
const envKey = (text: string): string => text.replace(/^\s+/, "").split("=", 1)[0] ?? "";

function envFiles(item: Readonly<Record<string, unknown>>): [Path, string][] {
  const several = textsOf(item["envs"]).map((path, index): [Path, string] => [["envs", index], path]);
  const single = textsOf(item["env"]).map((path): [Path, string] => [["env"], path]);
  return [...several, ...single].reverse();
}

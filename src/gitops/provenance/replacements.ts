import type { SourceLocation } from "../../model/resource.ts";
import { isObject, stringAt } from "../json.ts";
import { parseFieldPath } from "../field-path.ts";
import { resolve } from "./kustomization.ts";
import { selects } from "./patch-target.ts";
import { type Archive, ask, at, type Question } from "./question.ts";
import type { SourceDocument } from "./source-files.ts";
import type { Stage } from "./stages.ts";

const depthLimit = 3;

/** Where a replacement of a kustomization takes a field's value from, then the replacement itself. */
export function replaced(stage: Stage, question: Question, archive: Archive): SourceLocation[] {
  for (const { document, file, path, value } of replacementsOf(stage, archive).toReversed()) {
    const targets = isObject(value) ? value["targets"] : undefined;
    if (!Array.isArray(targets) || !isObject(value)) continue;
    for (const [index, target] of targets.entries()) {
      if (!isObject(target) || !selects(target["select"], stage.names, question) || isRejected(target, stage, question))
        continue;
      const field = fieldOf(target, question);
      if (field === undefined) continue;
      const own = at(file, document.positions.nearest([...path, "targets", index, ...field]).position, "replacement");
      const name = stringAt(value, "source", "fieldPath") ?? "metadata.name";
      return [...originOf(value["source"], name, question, archive), own];
    }
  }
  return [];
}

interface Replacement {
  document: SourceDocument;
  file: string;
  path: (string | number)[];
  value: unknown;
}

function replacementsOf({ kustomization }: Stage, { files }: Archive): Replacement[] {
  const { value, document, file, directory } = kustomization;
  const list = value["replacements"];
  if (!Array.isArray(list)) return [];
  return list.flatMap((item, index): Replacement[] => {
    const path = stringAt(item, "path");
    if (path === undefined) return [{ document, file, path: ["replacements", index], value: item }];
    const other = resolve(directory, path);
    return files.documents(other).flatMap((one): Replacement[] => {
      if (!Array.isArray(one.value)) return [{ document: one, file: other, path: [], value: one.value }];
      return one.value.map((each, at) => ({ document: one, file: other, path: [at], value: each }));
    });
  });
}

function isRejected(target: Readonly<Record<string, unknown>>, { names }: Stage, question: Question): boolean {
  const list = target["reject"];
  return Array.isArray(list) && list.some((one) => selects(one, names, question));
}

/** The entry of `fieldPaths` that means the field in question; without one it is the name. */
function fieldOf(
  target: Readonly<Record<string, unknown>>,
  { steps, names }: Question,
): (string | number)[] | undefined {
  const paths = target["fieldPaths"];
  if (!Array.isArray(paths)) return names.join(".") === "metadata.name" ? [] : undefined;
  const index = paths.findIndex((path) => typeof path === "string" && leadsTo(replacementPath(path), steps, names));
  return index < 0 ? undefined : ["fieldPaths", index];
}

function leadsTo(path: readonly string[], steps: Question["steps"], names: readonly string[]): boolean {
  if (path.length !== steps.length) return false;
  return path.every((part, index) => {
    const step = steps[index];
    if (typeof step !== "object" || !("index" in step)) return part === names[index];
    const [, key = "", value = ""] = /^\[([^=]+)=(.*)\]$/.exec(part) ?? [];
    if (key !== "") return isObject(step.item) && String(step.item[key]) === value;
    return part === "*" || part === String(step.index);
  });
}

/** `a.b.[name=x].c\.d` from its parts: a dot after a backslash is part of a key. */
function replacementPath(text: string): string[] {
  return (text.match(/(?:\\.|\[[^\]]*\]|[^.\\[])+/g) ?? []).map((part) => part.replaceAll("\\.", "."));
}

/** The written place of the field that a `source` or an `objref` names. */
function originOf(source: unknown, field: string, question: Question, archive: Archive): SourceLocation[] {
  if (question.depth >= depthLimit) return [];
  const kind = stringAt(source, "kind");
  const name = stringAt(source, "name");
  const { resources } = question.application.rendered;
  const candidates = resources.filter(({ id }) => id.kind === kind && (name === undefined || id.name.includes(name)));
  const found = candidates.find(({ id }) => id.name === name) ?? candidates[0];
  if (found === undefined) return [];
  const steps = replacementPath(field).map((part) => (part.startsWith("[") ? (parseFieldPath(part)[0] ?? part) : part));
  return archive.answer(ask(question.application, found, steps, "value", question.depth + 1)).places.slice(0, 2);
}

/** What `vars` put into a text such as `$(HOST)`: the field it stands for, then the entry. */
export function variables(
  text: unknown,
  stages: readonly Stage[],
  question: Question,
  archive: Archive,
): SourceLocation[] {
  if (typeof text !== "string" || text === question.value) return [];
  const used = new Set([...text.matchAll(/\$\(([A-Za-z0-9_.-]+)\)/g)].map(([, name = ""]) => name));
  if (used.size === 0) return [];
  for (const { kustomization } of stages.toReversed()) {
    const list = kustomization.value["vars"];
    if (!Array.isArray(list)) continue;
    const index = list.findIndex((one) => used.has(stringAt(one, "name") ?? ""));
    const entry: unknown = list[index];
    if (!isObject(entry)) continue;
    const field =
      stringAt(entry, "fieldref", "fieldpath") ?? stringAt(entry, "fieldref", "fieldPath") ?? "metadata.name";
    const own = at(kustomization.file, kustomization.document.positions.nearest(["vars", index]).position, "vars");
    return [...originOf(entry["objref"], field, question, archive), own];
  }
  return [];
}

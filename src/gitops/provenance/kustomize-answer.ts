import type { SourceLocation } from "../../model/resource.ts";
import { isObject, stringAt } from "../json.ts";
import type { PlacedSource } from "./application-place.ts";
import { configured } from "./configured-transformers.ts";
import { placeInObject } from "./declared-object.ts";
import { generated, generatorEntry } from "./generators.ts";
import { entrySource } from "./inflated.ts";
import { resolve } from "./kustomization.ts";
import { overridden } from "./overrides.ts";
import { inlinePatch, placeInPatch } from "./patches.ts";
import { type Answer, type Archive, at, holds, isLeaf, type InChart, type Question } from "./question.ts";
import { replaced, variables } from "./replacements.ts";
import { type Stage, type Way, wayOf } from "./stages.ts";
import { transformed } from "./transformers.ts";

/** Who wrote a field of what a kustomization builds: the last writer first, down to where it began. */
export function kustomizeAnswer(
  placed: PlacedSource,
  question: Question,
  archive: Archive,
  inChart: InChart,
): Answer | undefined {
  const options = placed.source.kustomize ?? {};
  const affixes = {
    ...(options.namePrefix && { namePrefix: options.namePrefix }),
    ...(options.nameSuffix && { nameSuffix: options.nameSuffix }),
  };
  const entry = { entry: placed.directory, components: options.components ?? [], affixes };
  const way = wayOf(question, entry, archive);
  if (way === undefined) return undefined;
  const last = way.stages.at(-1);
  const writers = [
    ...overridden(placed, [...(last?.names ?? []), question.resource.id.name], question, archive),
    ...way.stages.toReversed().flatMap((stage) => writtenIn(stage, question, archive)),
  ];
  return concluded(writers, beginning(way, question, archive, inChart), question);
}

/** The first writers of a collection are those that brought it about; of a plain value, the last one counts. */
function concluded(
  writers: readonly SourceLocation[],
  base: Answer & { complete: boolean },
  question: Question,
): Answer {
  const { places, complete } = base;
  const rest = base.embedded === undefined ? {} : { embedded: base.embedded };
  if (writers.length === 0) return { places, sure: base.sure, ...rest };
  if (!isLeaf(question) && complete) return { places: [...places, ...writers], sure: true, ...rest };
  return { places: [...writers, ...places], sure: true };
}

/** What one kustomization writes into the field, in the reverse of the order in which kustomize applies it. */
function writtenIn(stage: Stage, question: Question, archive: Archive): SourceLocation[] {
  return [
    ...configured(stage, question, archive.files),
    ...replaced(stage, question, archive),
    ...transformed(stage, question),
    ...patchesOf(stage, question, archive),
  ];
}

function patchesOf(stage: Stage, question: Question, { files }: Archive): SourceLocation[] {
  const { kustomization, names } = stage;
  const { value, document, file, directory } = kustomization;
  const all = [...names, question.resource.id.name];
  const found: SourceLocation[] = [];
  for (const list of ["patchesJson6902", "patches", "patchesStrategicMerge"]) {
    const items = value[list];
    if (!Array.isArray(items)) continue;
    for (const [index, item] of [...items.entries()].reverse()) {
      const target = isObject(item) ? item["target"] : undefined;
      const text = typeof item === "string" ? item : stringAt(item, "path");
      const inline = typeof item === "string" ? isInline(item) : stringAt(item, "patch") !== undefined;
      const path = typeof item === "string" ? [list, index] : [list, index, "patch"];
      const other = text === undefined || inline ? undefined : resolve(directory, text);
      const patch =
        other === undefined
          ? inlinePatch(file, document.positions.nearest(path), target)
          : { documents: files.documents(other), file: other, target };
      const place = placeInPatch(patch, all, question);
      if (place !== undefined) found.push(place);
    }
  }
  return found;
}

/** The items of patchesStrategicMerge are paths, or patches themselves. */
const isInline = (text: string): boolean => text.includes("\n") || /^\s*\{/.test(text);

/** Where the resource itself comes from: its document, a generator, a chart. */
function beginning(way: Way, question: Question, archive: Archive, inChart: InChart): Answer & { complete: boolean } {
  const { object, generator, stages } = way;
  const [origin] = question.resource.origin;
  if (generator !== undefined) {
    const sources = stages.toReversed().flatMap((stage) => generated(stage, question, archive.files));
    const entry = generatorEntry(generator.list, generator.index, generator.stage, question);
    const [first] = sources;
    const alone = first?.file === entry.file && sources.length > 0 ? [] : [entry];
    return { places: sources.length > 0 ? [...sources, ...alone] : [entry], sure: true, complete: sources.length > 0 };
  }
  const last = stages.find(({ kustomization }) => kustomization.file === origin?.file);
  if (object === undefined && last !== undefined) {
    const inflated = entrySource(last.kustomization, question, archive);
    if (inflated !== undefined) return { ...inChart(inflated), complete: false };
  }
  if (object === undefined || origin === undefined) {
    return { places: question.resource.origin.slice(0, 1), sure: false, complete: false };
  }
  const place = placeInObject(object, question.steps);
  const through = place.through === undefined ? [] : [at(origin.file, place.through, "alias")];
  const own = [at(origin.file, place.position), ...through];
  const from = variables(place.scalar, stages, question, archive);
  return {
    places: from.length > 0 ? [...from, ...own] : own,
    sure: holds(place, question) || from.length > 0 || question.value === undefined,
    complete: place.found === question.steps.length,
    ...(place.embedded && { embedded: place.embedded }),
  };
}

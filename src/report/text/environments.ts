import type { FieldChange } from "../../model/change.ts";
import type { EnvironmentChange } from "../../model/environment-change.ts";
import { costSentence, environmentField, environmentSigns, pricesNote } from "../environment-wording.ts";
import { visibleLine } from "../visible.ts";
import { plural } from "../wording.ts";
import { effectLines } from "./changes.ts";
import type { Paint } from "./style.ts";
import { wrap } from "./wrap.ts";

const maxFields = 40;

/** Each Environment that changes: its cost, what happens to its server, then its fields. */
export function environmentLines(changes: readonly EnvironmentChange[], paint: Paint, width: number): string[] {
  if (changes.length === 0) return [];
  const note = pricesNote(changes);
  return [
    paint("heading", "Environments"),
    ...changes.flatMap((change) => changeLines(change, paint, width)),
    ...(note === undefined ? [] : wrap(visibleLine(note), "  ", width).map((line) => paint("dim", line))),
  ];
}

function changeLines(
  { environment, kind, file, fields, effects, cost }: EnvironmentChange,
  paint: Paint,
  width: number,
): string[] {
  const tone = kind === "changed" ? "heading" : kind;
  const left = fields.length - maxFields;
  return [
    paint(tone, `  ${environmentSigns[kind]} ${visibleLine(environment)}`) + paint("dim", `  ${visibleLine(file)}`),
    ...(cost === undefined
      ? []
      : [`    ${paint(cost.isOverBudget ? "warning" : "heading", visibleLine(costSentence(cost)))}`]),
    ...effects.flatMap((effect) => effectLines(effect, paint, width)),
    ...fields.slice(0, maxFields).map((field) => fieldLine(field, paint)),
    ...(left > 0 ? [paint("dim", `      … ${plural(left, "more field")}`)] : []),
  ];
}

function fieldLine(field: FieldChange, paint: Paint): string {
  const { sign, path, values } = environmentField(field);
  const line = `      ${sign} ${visibleLine(path)}: ${visibleLine(values.join(" → "))}`;
  return sign === "~" ? line : paint(sign === "+" ? "added" : "removed", line);
}

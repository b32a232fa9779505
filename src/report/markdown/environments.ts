import type { FieldChange } from "../../model/change.ts";
import type { EnvironmentChange, EnvironmentEffect } from "../../model/environment-change.ts";
import { costSentence, environmentField, pricesNote } from "../environment-wording.ts";
import { number, plural } from "../wording.ts";
import { code, text } from "./escape.ts";

const maxFields = 12;
const maxEffects = 6;

/** The Environments that change, in at most about `room` bytes: cost and effects stay, fields may go, then whole Environments. */
export function environmentsPart(changes: readonly EnvironmentChange[], room: number): string {
  if (changes.length === 0) return "";
  const note = pricesNote(changes);
  const end = note === undefined ? "" : `\n<sub>${text(note, 120)}.</sub>\n`;
  const pieces = changes.map((change) => [piece(change, maxFields), piece(change, 0)] as const);
  let used = Buffer.byteLength(end);
  const shown = pieces.flatMap((versions) => {
    const fitting = versions.find((one) => used + Buffer.byteLength(one) <= room);
    used += Buffer.byteLength(fitting ?? "");
    return fitting ?? [];
  });
  const left = changes.length - shown.length;
  const more = left > 0 ? `- ${plural(left, "more Environment")}\n` : "";
  return `### Environments\n\n${shown.join("")}${more}${end}\n`;
}

function piece({ environment, kind, file, fields, effects, cost }: EnvironmentChange, limit: number): string {
  const verb = kind === "changed" ? "" : ` is ${kind}`;
  const bill = cost === undefined ? "" : `: **${text(costSentence(cost), 120)}**`;
  const left = fields.length - limit;
  const rows = [
    ...effects.slice(0, maxEffects).map(effectItem),
    ...(effects.length > maxEffects ? [`${number(effects.length - maxEffects)} more effects`] : []),
    ...fields.slice(0, limit).map(fieldItem),
    ...(left > 0 ? [plural(left, limit === 0 ? "field" : "more field")] : []),
  ];
  return `- **${text(environment, 60)}**${verb} (${code(file, 120)})${bill}\n${rows.map((row) => `  - ${row}\n`).join("")}`;
}

function effectItem({ level, message, hint }: EnvironmentEffect): string {
  const grave = level === "note" ? "" : `**${level}** `;
  return `${grave}${text(message, 200)}${hint === undefined ? "" : `. ${text(hint, 160)}`}`;
}

function fieldItem(field: FieldChange): string {
  const { sign, path, values } = environmentField(field);
  const verb = { "+": " new", "-": " gone", "~": "" }[sign];
  return `${code(path, 80)}${verb}: ${values.map((value) => code(value, 80)).join(" → ")}`;
}

import type { Change, Effect, FieldChange } from "../../model/change.ts";
import type { Json } from "../../model/resource.ts";
import { valueLines } from "../value.ts";
import { visibleLine } from "../visible.ts";
import { changeNotes, plural, resourceName } from "../wording.ts";
import { effectDocs } from "../../model/rule.ts";
import { block, code, link, text } from "./escape.ts";

const maxFields = 60;
const maxValueLines = 60;

/** A resource that changes, in full and as the one line that stands for it where there is no room. */
export interface Piece {
  full: string;
  brief: string;
}

export function changePiece(change: Change): Piece {
  const notes = changeNotes(change).map((note) => text(note));
  const head = [code(resourceName(change.resource)), change.kind, ...notes].join(" · ");
  const counted = change.fields.filter((field) => field.path !== "").length;
  const effects = change.effects.map((effect) => `- ${effectText(effect, 300)}\n`).join("");
  const list = effects === "" ? "" : `${effects}\n`;
  const worst = change.effects.slice(0, 1).map((effect) => ` · ${effectText(effect, 160)}`);
  const brief = `${head}${counted === 0 ? "" : ` · ${plural(counted, "field")}`}${worst.join("")}\n\n`;
  if (change.fields.length === 0) return { full: `${head}\n\n${list}`, brief };
  const left = change.fields.length - maxFields;
  const lines = [
    ...change.fields.slice(0, maxFields).flatMap(fieldLines),
    ...(left > 0 ? [`@@ ${plural(left, "more field")} @@`] : []),
  ];
  return { full: `${head}\n\n${list}${block("diff", lines.join("\n"))}\n\n`, brief };
}

/** What happens, after its level where that asks for care, with the way out and a link to what it means. */
export function effectText({ kind, level, message, hint }: Effect, limit: number): string {
  const grave = level === "note" ? "" : `**${level}** `;
  const out = hint === undefined ? "" : `. ${text(hint, limit)}`;
  return `${grave}${text(message, limit)}${out} ·&nbsp;${link(kind, effectDocs(kind))}`;
}

/** A field under its path, as GitHub colours a diff. */
function fieldLines({ path, before, after, text: body }: FieldChange): string[] {
  const heading = path === "" ? [] : [`@@ ${visibleLine(path)} @@`];
  if (body !== undefined) return [...heading, ...body.split("\n")];
  return [...heading, ...valueBlock("-", before), ...valueBlock("+", after)];
}

function valueBlock(sign: "-" | "+", value: Json | undefined): string[] {
  if (value === undefined) return [];
  const lines = valueLines(value);
  const left = lines.length - maxValueLines;
  const more = left > 0 ? [`# ${plural(left, "more line")}`] : [];
  return [...lines.slice(0, maxValueLines).map((line) => `${sign}${line}`), ...more];
}

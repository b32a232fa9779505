import type { Change, Effect, EffectLevel, FieldChange } from "../../model/change.ts";
import { inlineValue, valueLines } from "../value.ts";
import { visible, visibleLine } from "../visible.ts";
import { changeNotes, number, plural, resourceName, signs } from "../wording.ts";
import { hintLines } from "./findings.ts";
import type { Paint, Tone } from "./style.ts";
import { columns, wrap } from "./wrap.ts";

const maxFields = 40;
const maxValueLines = 12;

/** One resource: its name, what the change does, then its fields. A new resource is not spelled out on a console. */
export function changeLines(change: Change, paint: Paint, width: number): string[] {
  const tone = change.kind === "added" ? "added" : change.kind === "removed" ? "removed" : "heading";
  const notes = changeNotes(change).join("; ");
  const head = `  ${signs[change.kind]} ${visibleLine(resourceName(change.resource))}`;
  const fields = change.fields.filter((field) => field.path !== "");
  const left = fields.length - maxFields;
  return [
    paint(tone, head) + (notes === "" ? "" : paint("dim", `  ${visibleLine(notes)}`)),
    ...change.effects.flatMap((effect) => effectLines(effect, paint, width)),
    ...fields.slice(0, maxFields).flatMap((field) => fieldLines(field, paint, width)),
    ...(left > 0 ? [paint("dim", `      … ${plural(left, "more field")}`)] : []),
  ];
}

const marks: Readonly<Record<EffectLevel, readonly [string, Tone]>> = {
  danger: ["!!", "error"],
  caution: ["! ", "warning"],
  note: ["· ", "dim"],
};

/** `!! deletes its volume's data`, and below it the way out. */
export function effectLines(
  { level, message, hint }: Pick<Effect, "level" | "message" | "hint">,
  paint: Paint,
  width: number,
  indent = "    ",
): string[] {
  const [mark, tone] = marks[level];
  const lines = wrap(visibleLine(message, 500), `${indent}   `, width);
  return [
    ...lines.map((line, i) => paint(tone, i === 0 ? indent + mark + line.slice(indent.length + mark.length) : line)),
    ...hintLines(hint, width, `${indent}   `),
  ];
}

function fieldLines(field: FieldChange, paint: Paint, width: number): string[] {
  const path = visibleLine(field.path);
  if (field.text?.startsWith("(") && !field.text.includes("\n")) return [`      ~ ${path}: ${visibleLine(field.text)}`];
  if (field.text !== undefined) return [`      ~ ${path}:`, ...diffLines(field.text, paint)];
  const { before, after } = field;
  if (before !== undefined && after !== undefined) {
    const line = `      ~ ${path}: ${inlineValue(before)} → ${inlineValue(after)}`;
    const isShort = columns(line) <= width && !isTree(before) && !isTree(after);
    if (isShort) return [line];
    return [`      ~ ${path}:`, ...block(before, "removed", paint), ...block(after, "added", paint)];
  }
  const [sign, tone, value] =
    before === undefined ? (["+", "added", after] as const) : (["-", "removed", before] as const);
  const line = `      ${sign} ${path}: ${inlineValue(value ?? null)}`;
  if (columns(line) <= width) return [paint(tone, line)];
  return [paint(tone, `      ${sign} ${path}:`), ...block(value ?? null, tone, paint)];
}

function isTree(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

function block(value: NonNullable<FieldChange["before"]> | null, tone: "added" | "removed", paint: Paint): string[] {
  const lines = valueLines(value);
  const left = lines.length - maxValueLines;
  const sign = tone === "added" ? "+" : "-";
  return [
    ...lines.slice(0, maxValueLines).map((line) => paint(tone, `          ${sign} ${line}`)),
    ...(left > 0 ? [paint("dim", `            … ${number(left)} more lines`)] : []),
  ];
}

function diffLines(text: string, paint: Paint): string[] {
  return visible(text)
    .split("\n")
    .map((line) => {
      const indented = `          ${line}`;
      if (line.startsWith("+")) return paint("added", indented);
      if (line.startsWith("-")) return paint("removed", indented);
      return line.startsWith("@@") || line.startsWith("(") ? paint("dim", indented) : indented;
    });
}

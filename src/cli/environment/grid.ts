import { columns } from "../../report/text/wrap.ts";

export type Alignment = "left" | "right";

/** Rows with their cells below each other, two spaces apart. */
export function grid(rows: readonly (readonly string[])[], alignments: readonly Alignment[]): string[] {
  const widths = alignments.map((_, index) => Math.max(0, ...rows.map((row) => columns(row[index] ?? ""))));
  return rows.map((row) =>
    alignments
      .map((alignment, index) => {
        const cell = row[index] ?? "";
        const space = " ".repeat((widths[index] ?? 0) - columns(cell));
        return alignment === "left" ? cell + space : space + cell;
      })
      .join("  ")
      .trimEnd(),
  );
}

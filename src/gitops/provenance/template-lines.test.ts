import { describe, expect, it } from "vitest";
import { placeInText } from "./template-lines.ts";

const template = [
  "kind: Thing",
  "metadata:",
  "  name: two",
  "spec:",
  "  sources:",
  "  - repoURL: a",
  "    path: b",
  "  {{- range .Values.more }}",
  "  - name: x",
  "    repoURL: {{ . }}",
  "  {{- end }}",
  "  after: y",
  "",
].join("\n");
const whole = { from: 1, to: Infinity };
const item = (index: number, name?: string) => ({ index, item: name === undefined ? null : { name } });

describe("a field in a template", () => {
  it.each([
    [["spec", "sources", item(1), "repoURL"], "10:5 4"],
    [["spec", "sources", item(7, "x"), "repoURL"], "10:5 4"],
    [["spec", "sources", item(0), "path"], "7:5 4"],
    [["spec", "sources", item(5), "repoURL"], "5:3 2"],
    [["spec", "after"], "12:3 2"],
    [["nothing"], "1:1 0"],
  ])("%j stands at %s", (steps, expected) => {
    const { line, column, found } = placeInText(template, steps, whole);
    expect(`${line}:${column} ${found}`).toBe(expected);
  });

  it("is searched in time, whatever the text holds", () => {
    const hostile = `kind: Thing\n ${"- ".repeat(100_000)}${"-".repeat(100_000)}\n`;
    expect(placeInText(hostile, ["spec", item(1)], whole).found).toBe(0);
  });
});

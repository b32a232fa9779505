import { describe, expect, it } from "vitest";
import { looksLikeTemplate } from "./template.ts";

describe("a template", () => {
  it.each(["{{- if .Values.x }}\na: b\n", "a:\n  {% for x in y %}\n", "a: {{ b }}\n", "- {{ x }}\n", "<% if x %>\n"])(
    "is %j",
    (text) => expect(looksLikeTemplate(text)).toBe(true),
  );

  it.each(['a: "{{ b }}"\n', "summary: Disk of {{ $labels.instance }} is full\n", "a: {b: {c: 1}}\n", "a: x {% y\n"])(
    "is not %j",
    (text) => expect(looksLikeTemplate(text)).toBe(false),
  );
});

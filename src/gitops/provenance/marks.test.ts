import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marked, withoutMarks } from "./marks.ts";

const template = `{{- if .Values.on }}
apiVersion: v1
kind: ConfigMap
data:
  a: {{ .Values.a }}
  {{- range .Values.list }}
  {{ . }}: x
  {{- end }}
  text: |
    one
{{ include "more" . | indent 2 -}}
{{- end }}
{{- define "name" }}
word
key: {{ .x }}
{{- end }}
`;

describe("marks in templates", () => {
  it("stand on lines that print something, and in named templates only where those are surely YAML", () => {
    const { text, lines } = withoutMarks(marked(template, 7));
    expect(text).toBe(template);
    expect(lines.flatMap((line) => (line === undefined ? [] : [line.line]))).toEqual([2, 3, 4, 5, 7, 9, 10, 15]);
    expect(lines[1]).toEqual({ file: 7, line: 2 });
  });

  it("leave any text as it was", () => {
    const parts = fc.constantFrom(
      "{{",
      "}}",
      "{{- ",
      " -}}",
      '"',
      "`",
      "/*",
      "*/",
      "\n",
      "\r\n",
      "a: b",
      "define",
      "end",
      " ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 40 }), (texts) => {
        const text = texts.join("");
        expect(withoutMarks(marked(text, 1)).text).toBe(text);
      }),
    );
  });
});

import { EngineError } from "go-wasm-host";

/** The template does not render: one sentence in `message`, Argo CD's and Go's words in `detail`. */
export class GoTemplateError extends EngineError {
  /** Within the template, counted from 1; Go counts columns in bytes from 0 and names none for a syntax error. */
  readonly location: { line: number; column?: number } | undefined;

  constructor(detail: string) {
    const { sentence, location } = explain(detail);
    super("invalid", sentence, { detail });
    this.location = location;
  }
}

const place = /template: base:(\d+)(?::(\d+))?: /;

/** Takes Go's words apart: `… template: base:2:7: executing "base" at <.name>: map has no entry for key "name"`. */
function explain(detail: string): { sentence: string; location: GoTemplateError["location"] } {
  const [found, line, column] = place.exec(detail) ?? [];
  if (!found) return { sentence: `the template cannot be used: ${detail}`, location: undefined };
  const words = detail.slice(detail.indexOf(found) + found.length).replace(/^executing "base" at <.*?>: /s, "");
  const sentence = detail.startsWith("failed to parse") ? "the template does not parse" : "the template fails";
  const location = { line: Number(line), ...(column === undefined ? {} : { column: Number(column) + 1 }) };
  return { sentence: `${sentence} in line ${line}: ${words}`, location };
}

/** An action of a Go template, `{{ … }}`, and where it stands. */
export interface Action {
  start: number;
  end: number;
  /** Lines from 1. */
  line: number;
  endLine: number;
  /** Without delimiters, trim markers and blanks. */
  body: string;
  trimsBefore: boolean;
  trimsAfter: boolean;
}

/** All actions of a template in order. Strings and comments may hold braces. */
export function actionsOf(text: string): Action[] {
  const actions: Action[] = [];
  let line = 1;
  let counted = 0;
  const lineAt = (offset: number): number => {
    for (let at = text.indexOf("\n", counted); at >= 0 && at < offset; at = text.indexOf("\n", counted)) {
      line += 1;
      counted = at + 1;
    }
    return line;
  };
  for (let start = text.indexOf("{{"); start >= 0;) {
    const end = endOf(text, start + 2);
    if (end === undefined) return actions;
    const inner = text.slice(start + 2, end - 2);
    const trimsBefore = /^-\s/.test(inner);
    const trimsAfter = /\s-$/.test(inner);
    const body = inner.slice(trimsBefore ? 1 : 0, trimsAfter ? -1 : undefined).trim();
    actions.push({ start, end, line: lineAt(start), endLine: lineAt(end), body, trimsBefore, trimsAfter });
    start = text.indexOf("{{", end);
  }
  return actions;
}

function endOf(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === "}" && text[at + 1] === "}") return at + 2;
    if (char === '"' || char === "'") {
      for (at += 1; at < text.length && text[at] !== char; at += 1) if (text[at] === "\\") at += 1;
    } else if (char === "`") {
      at = text.indexOf("`", at + 1);
      if (at < 0) return undefined;
    } else if (char === "/" && text[at + 1] === "*") {
      at = text.indexOf("*/", at + 2);
      if (at < 0) return undefined;
      at += 1;
    }
  }
  return undefined;
}

/** The word an action begins with, where that makes it a statement: it prints nothing itself. */
export function keywordOf({ body }: Action): string | undefined {
  if (body.startsWith("/*")) return "comment";
  const [word = ""] = /^[a-z]+/.exec(body) ?? [];
  if (["if", "else", "end", "with", "range", "define", "block", "break", "continue"].includes(word)) return word;
  return /^\$\w*(?:\s*,\s*\$\w+)?\s*:?=/.test(body) ? "assign" : undefined;
}

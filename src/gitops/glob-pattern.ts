/**
 * Glob patterns as token lists, matched by walking all possibilities at once: time grows with pattern × text and never
 * explodes, whatever pattern a stranger's pull request brings.
 */
export type Token =
  | { kind: "one"; test: (char: string) => boolean; literal?: string }
  | { kind: "many"; test: (char: string) => boolean }
  /** `**` between slashes: any number of whole segments, each with its slash. */
  | { kind: "segments" };

export interface Dialect {
  /** What `*`, `?` and sets do not cross. */
  separator: "" | "/";
  braces: boolean;
  /** Characters that negate a set when they come right after `[`. */
  negations: string;
  doubleStar: "any" | "segments" | "none";
}

const alternativesLimit = 1000;

/** The alternatives of a pattern, or `undefined` when it is malformed or has more alternatives than 1,000. */
export function parsePattern(pattern: string, dialect: Dialect): Token[][] | undefined {
  const expanded = dialect.braces ? expandBraces(pattern) : [pattern];
  if (expanded === undefined) return undefined;
  const alternatives: Token[][] = [];
  for (const alternative of expanded) {
    const tokens = tokenize(alternative, dialect);
    if (tokens === undefined) return undefined;
    alternatives.push(tokens);
  }
  return alternatives;
}

/** The longest text that stands in everything the tokens accept. */
export function literalOf(tokens: readonly Token[]): string {
  const runs = tokens
    .map((token) => (token.kind === "one" && token.literal) || "\0")
    .join("")
    .split("\0");
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), "");
}

function expandBraces(pattern: string): string[] | undefined {
  const open = indexOutsideSets(pattern, "{", 0);
  if (open < 0) return [pattern];
  const parts: string[] = [];
  let depth = 0;
  let start = open + 1;
  for (let at = open; at < pattern.length; at += 1) {
    const char = pattern.charAt(at);
    if (char === "\\") at += 1;
    else if (char === "{") depth += 1;
    else if (char === "}") depth -= 1;
    if (depth === 0 || (depth === 1 && char === ",")) {
      parts.push(pattern.slice(start, at));
      start = at + 1;
    }
    if (depth === 0) return joinAlternatives(pattern.slice(0, open), parts, pattern.slice(at + 1));
  }
  return undefined;
}

function joinAlternatives(before: string, parts: string[], after: string): string[] | undefined {
  const rest = expandBraces(after);
  if (rest === undefined) return undefined;
  const all: string[] = [];
  for (const part of parts) {
    for (const inner of expandBraces(part) ?? []) {
      for (const tail of rest) all.push(before + inner + tail);
      if (all.length > alternativesLimit) return undefined;
    }
  }
  return all;
}

function indexOutsideSets(pattern: string, wanted: string, from: number): number {
  for (let at = from; at < pattern.length; at += 1) {
    const char = pattern.charAt(at);
    if (char === "\\") at += 1;
    else if (char === wanted) return at;
  }
  return -1;
}

function tokenize(pattern: string, dialect: Dialect): Token[] | undefined {
  const tokens: Token[] = [];
  const crosses = (char: string): boolean => dialect.separator === "" || char !== "/";
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern.charAt(at);
    if (char === "*") {
      const run = /^\*+/.exec(pattern.slice(at))?.[0].length ?? 1;
      at += run - 1;
      if (run > 1 && dialect.doubleStar === "segments" && isWholeSegment(pattern, at - run + 1, run)) {
        const last = at + 1 >= pattern.length;
        tokens.push(last ? { kind: "many", test: () => true } : { kind: "segments" });
        if (!last) at += 1;
      } else {
        tokens.push({ kind: "many", test: run > 1 && dialect.doubleStar === "any" ? () => true : crosses });
      }
    } else if (char === "?") {
      tokens.push({ kind: "one", test: crosses });
    } else if (char === "[") {
      const set = parseSet(pattern, at, dialect.negations);
      if (set === undefined) return undefined;
      tokens.push({ kind: "one", test: (one) => crosses(one) && set.test(one) });
      at = set.end;
    } else {
      if (char === "\\") at += 1;
      if (at >= pattern.length) return undefined;
      const literal = pattern.charAt(at);
      tokens.push({ kind: "one", test: (one) => one === literal, literal });
    }
  }
  return tokens;
}

function isWholeSegment(pattern: string, at: number, run: number): boolean {
  const before = at === 0 || pattern.charAt(at - 1) === "/";
  return before && (at + run >= pattern.length || pattern.charAt(at + run) === "/");
}

function parseSet(
  pattern: string,
  open: number,
  negations: string,
): { test: (char: string) => boolean; end: number } | undefined {
  let at = open + 1;
  const negated = at < pattern.length && negations.includes(pattern.charAt(at));
  if (negated) at += 1;
  const ranges: [string, string][] = [];
  for (; at < pattern.length; at += 1) {
    if (pattern.charAt(at) === "]" && ranges.length > 0) {
      return { test: (char) => ranges.some(([low, high]) => low <= char && char <= high) !== negated, end: at };
    }
    if (pattern.charAt(at) === "\\") at += 1;
    const low = pattern.charAt(at);
    if (pattern.charAt(at + 1) === "-" && !["]", ""].includes(pattern.charAt(at + 2))) {
      ranges.push([low, pattern.charAt(at + 2)]);
      at += 2;
    } else {
      ranges.push([low, low]);
    }
  }
  return undefined;
}

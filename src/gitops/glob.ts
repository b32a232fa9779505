import { type Dialect, literalOf, parsePattern, type Token } from "./glob-pattern.ts";

/*
 * Argo CD matches with four dialects, and they differ where it matters: directory include/exclude and AppProjects use
 * gobwas/glob, generators and kinds Go's path.Match, Helm value files doublestar, generated files git's pathspec.
 * A malformed pattern matches nothing, as in Argo CD.
 */
const dialects = {
  gobwas: { separator: "", braces: true, negations: "!", doubleStar: "any" },
  gobwasPath: { separator: "/", braces: true, negations: "!", doubleStar: "any" },
  goPath: { separator: "/", braces: false, negations: "^", doubleStar: "none" },
  doubleStar: { separator: "/", braces: true, negations: "!^", doubleStar: "segments" },
  pathspec: { separator: "", braces: false, negations: "!^", doubleStar: "any" },
} as const satisfies Record<string, Dialect>;

type Parsed = { tokens: readonly Token[]; literal: string }[];

const cacheLimit = 5000;
const caches = new Map<keyof typeof dialects, Map<string, Parsed>>();

function matches(name: keyof typeof dialects, pattern: string, text: string): boolean {
  const cache = caches.get(name) ?? new Map<string, Parsed>();
  caches.set(name, cache);
  let alternatives = cache.get(pattern);
  if (alternatives === undefined) {
    if (cache.size >= cacheLimit) cache.clear();
    const parsed = parsePattern(pattern, dialects[name]) ?? [];
    alternatives = parsed.map((tokens) => ({ tokens, literal: literalOf(tokens) }));
    cache.set(pattern, alternatives);
  }
  return alternatives.some(({ tokens, literal }) => text.includes(literal) && accepts(tokens, text));
}

/** State 2·i: token i is next. State 2·i+1: within a segment that token i (`**`) is consuming. */
function accepts(tokens: readonly Token[], text: string): boolean {
  let states = new Set<number>();
  enter(tokens, 0, states);
  for (const char of text) {
    const next = new Set<number>();
    for (const state of states) step(tokens, state >> 1, char, next);
    if (next.size === 0) return false;
    states = next;
  }
  return states.has(tokens.length * 2);
}

function enter(tokens: readonly Token[], index: number, states: Set<number>): void {
  states.add(index * 2);
  const token = tokens[index];
  if (token !== undefined && token.kind !== "one") enter(tokens, index + 1, states);
}

function step(tokens: readonly Token[], index: number, char: string, next: Set<number>): void {
  const token = tokens[index];
  if (token === undefined) return;
  if (token.kind === "segments") {
    if (char === "/") enter(tokens, index, next);
    else next.add(index * 2 + 1);
  } else if (token.test(char)) {
    enter(tokens, token.kind === "one" ? index + 1 : index, next);
  }
}

/** gobwas/glob: lists are `{a,b}`; `*` crosses "/" unless "/" is the separator, `**` always does. */
export function matchesGlob(pattern: string, text: string, separator: "" | "/" = ""): boolean {
  return matches(separator === "" ? "gobwas" : "gobwasPath", pattern, text);
}

/** Go's path.Match: `*` stays within a segment, no lists. */
export function matchesPath(pattern: string, text: string): boolean {
  return matches("goPath", pattern, text);
}

/** doublestar: `**` between slashes is any number of segments. */
export function matchesDoubleStar(pattern: string, text: string): boolean {
  return matches("doubleStar", pattern, text);
}

/** git's own pathspec, which the ApplicationSet files generator uses by default: `*` crosses "/", a directory is all in it. */
export function matchesPathspec(pattern: string, text: string): boolean {
  const directory = pattern.replace(/\/+$/, "");
  return text === pattern || text.startsWith(`${directory}/`) || matches("pathspec", pattern, text);
}

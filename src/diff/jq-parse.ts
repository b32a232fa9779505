/**
 * The part of jq that `ignoreDifferences.jqPathExpressions` is written in: paths, `select` and the tests it needs. Own,
 * rather than a jq engine, because the expressions of a pull request are hostile input and this part always ends.
 */
export type Jq =
  | { op: "identity" }
  | { op: "recurse" }
  | { op: "literal"; value: string | number | boolean | null }
  | { op: "list"; items: Jq[] }
  | { op: "index"; of: Jq; key: Jq }
  | { op: "iterate"; of: Jq }
  | { op: "optional"; of: Jq }
  | { op: "pipe"; left: Jq; right: Jq }
  | { op: "comma"; left: Jq; right: Jq }
  | { op: "binary"; operator: JqOperator; left: Jq; right: Jq }
  | { op: "call"; name: string; args: Jq[] };

export type JqOperator = "and" | "or" | (typeof comparisons)[number];

const token =
  /\s*(?:(\.\.|==|!=|<=|>=|[.[\]()|,?<>;:-])|("(?:[^"\\]|\\["\\/bfnrtu])*")|(\d+(?:\.\d+)?)|([A-Za-z_]\w*))/y;
const maxLength = 1000;
const maxDepth = 50;
const comparisons = ["==", "!=", "<", "<=", ">", ">="] as const;

/** The functions that are known, and how many arguments each takes. */
const functions = new Map<string, readonly number[]>([
  ...["select", "first", "test", "startswith", "endswith", "contains", "has"].map((name) => [name, [1]] as const),
  ...["not", "length", "type", "recurse", "empty", "ascii_downcase"].map((name) => [name, [0]] as const),
  ...["strings", "objects", "arrays", "scalars"].map((name) => [name, [0]] as const),
  ...["any", "all"].map((name) => [name, [0, 1]] as const),
]);

/** The expression as a tree; throws a SyntaxError that says what is not understood. */
export function parseJq(source: string): Jq {
  if (source.length > maxLength) throw new SyntaxError(`longer than ${maxLength} characters`);
  const parser = new Parser(tokens(source));
  return parser.whole();
}

function tokens(source: string): string[] {
  const found: string[] = [];
  token.lastIndex = 0;
  const end = source.trimEnd().length;
  while (token.lastIndex < end) {
    const at = token.lastIndex;
    const match = token.exec(source);
    if (match === null) throw new SyntaxError(`"${source.slice(at).trim().slice(0, 20)}" is not understood`);
    found.push(match[0].trim());
  }
  return found;
}

class Parser {
  readonly #tokens: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(source: readonly string[]) {
    this.#tokens = source;
  }

  whole(): Jq {
    const tree = this.#pipe();
    if (this.#peek() !== undefined) throw new SyntaxError(`"${this.#peek()}" is not understood here`);
    return tree;
  }

  #peek(): string | undefined {
    return this.#tokens[this.#at];
  }

  #take(expected?: string): string {
    const next = this.#tokens[this.#at++];
    if (next === undefined || (expected !== undefined && next !== expected)) {
      throw new SyntaxError(
        `${expected === undefined ? "more" : `"${expected}"`} expected, found ${next ?? "the end"}`,
      );
    }
    return next;
  }

  #accept(...options: readonly string[]): string | undefined {
    const next = this.#peek();
    return next !== undefined && options.includes(next) ? this.#take() : undefined;
  }

  #pipe(): Jq {
    if (++this.#depth > maxDepth) throw new SyntaxError("nested too deeply");
    let left = this.#comma();
    while (this.#accept("|")) left = { op: "pipe", left, right: this.#comma() };
    this.#depth--;
    return left;
  }

  #comma(): Jq {
    let left = this.#or();
    while (this.#accept(",")) left = { op: "comma", left, right: this.#or() };
    return left;
  }

  #or(): Jq {
    let left = this.#and();
    while (this.#accept("or")) left = { op: "binary", operator: "or", left, right: this.#and() };
    return left;
  }

  #and(): Jq {
    let left = this.#comparison();
    while (this.#accept("and")) left = { op: "binary", operator: "and", left, right: this.#comparison() };
    return left;
  }

  #comparison(): Jq {
    const left = this.#postfix();
    const operator = comparisons.find((candidate) => candidate === this.#peek());
    if (operator === undefined) return left;
    this.#take();
    return { op: "binary", operator, left, right: this.#postfix() };
  }

  #postfix(): Jq {
    let tree = this.#primary();
    for (;;) {
      if (this.#accept("?")) tree = { op: "optional", of: tree };
      else if (this.#accept(".")) tree = this.#peek() === "[" ? tree : this.#field(tree);
      else if (this.#accept("[")) tree = this.#bracket(tree);
      else return tree;
    }
  }

  #field(of: Jq): Jq {
    const name = this.#take();
    if (/^[A-Za-z_]/.test(name)) return { op: "index", of, key: { op: "literal", value: name } };
    if (name.startsWith('"')) return { op: "index", of, key: { op: "literal", value: unquote(name) } };
    throw new SyntaxError(`a field name expected, found ${name}`);
  }

  #bracket(of: Jq): Jq {
    if (this.#accept("]")) return { op: "iterate", of };
    const key = this.#pipe();
    this.#take("]");
    return { op: "index", of, key };
  }

  #primary(): Jq {
    const next = this.#take();
    if (next === "..") return { op: "recurse" };
    if (next === ".") {
      const name = this.#peek();
      const field = name !== undefined && /^[A-Za-z_"]/.test(name) && !["and", "or"].includes(name);
      return field ? this.#field({ op: "identity" }) : { op: "identity" };
    }
    if (next === "(") {
      const inner = this.#pipe();
      this.#take(")");
      return inner;
    }
    if (next === "[") {
      const items = this.#peek() === "]" ? [] : [this.#pipe()];
      this.#take("]");
      return { op: "list", items };
    }
    if (next === "-") return { op: "literal", value: -Number(this.#take()) };
    if (next.startsWith('"')) return { op: "literal", value: unquote(next) };
    if (/^\d/.test(next)) return { op: "literal", value: Number(next) };
    if (next === "true" || next === "false") return { op: "literal", value: next === "true" };
    if (next === "null") return { op: "literal", value: null };
    return this.#call(next);
  }

  #call(name: string): Jq {
    const arity = functions.get(name);
    if (arity === undefined) throw new SyntaxError(`"${name}" is not understood`);
    const args: Jq[] = [];
    if (this.#accept("(")) {
      do args.push(this.#pipe());
      while (this.#accept(";"));
      this.#take(")");
    }
    if (!arity.includes(args.length)) throw new SyntaxError(`${name} with ${args.length} arguments is not understood`);
    return { op: "call", name, args };
  }
}

function unquote(quoted: string): string {
  const text: unknown = JSON.parse(quoted);
  if (typeof text !== "string") throw new SyntaxError(`${quoted} is no text`);
  return text;
}

/** What an expression of a template stands for, as far as that can be said without running it. */
export type Meaning =
  | { kind: "root"; chart: readonly string[] }
  | { kind: "values"; path: readonly string[] }
  | { kind: "chart"; path: readonly string[]; chart: readonly string[] }
  | { kind: "dict"; entries: ReadonlyMap<string, Meaning> }
  /** One of several, or all of them merged. */
  | { kind: "any"; of: readonly Meaning[] };

export interface Environment {
  dot: Meaning | undefined;
  variables: ReadonlyMap<string, Meaning | undefined>;
  /** What a named template refers to when it is given this. */
  included(name: string, argument: Meaning | undefined): readonly Meaning[];
}

export interface Evaluated {
  meaning: Meaning | undefined;
  /** Values and fields of Chart.yaml that are named, in the order of the text. */
  references: Meaning[];
}

/** Any item of a list or map that a loop runs over. */
export const anyItem = "*";

interface Token {
  text: string;
  /** Whether it follows the token before without a blank. */
  joined: boolean;
}

const tokenPattern = /"(?:\\.|[^"\\])*"|`[^`]*`|\$\w*(?:\.\w+)*|\.\w+(?:\.\w+)*|\.|[A-Za-z_]\w*|[()|]|-?\d+(?:\.\d+)?/g;

/** Reads a pipeline such as `default .Values.a (index .Values "b") | quote`. */
export function evaluate(expression: string, environment: Environment): Evaluated {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of expression.matchAll(tokenPattern)) {
    tokens.push({ text: match[0], joined: match.index === end });
    end = match.index + match[0].length;
  }
  return new Reader(tokens, environment).pipeline(0);
}

/** What one text may stand for, at most. */
const choices = 12;
/** Parentheses nest as deep as this; what is deeper is not followed. */
const nesting = 40;

class Reader {
  private at = 0;
  private readonly tokens: readonly Token[];
  private readonly environment: Environment;

  constructor(tokens: readonly Token[], environment: Environment) {
    this.tokens = tokens;
    this.environment = environment;
  }

  pipeline(depth: number): Evaluated {
    const references: Meaning[] = [];
    let meaning: Meaning | undefined;
    let piped: Meaning | undefined;
    while (this.at < this.tokens.length && this.tokens[this.at]?.text !== ")") {
      const found = this.command(piped, references, depth);
      meaning = found ?? meaning;
      piped = meaning;
      if (this.tokens[this.at]?.text === "|") this.at += 1;
    }
    return { meaning, references };
  }

  private command(piped: Meaning | undefined, references: Meaning[], depth: number): Meaning | undefined {
    const words: { text?: string; meaning: Meaning | undefined }[] = [];
    for (
      let token = this.tokens[this.at];
      token !== undefined && token.text !== "|" && token.text !== ")";
      token = this.tokens[this.at]
    ) {
      this.at += 1;
      if (token.text === "(" && depth < nesting) {
        const inner = this.pipeline(depth + 1);
        this.at += 1;
        references.push(...inner.references);
        let meaning = inner.meaning;
        const next = this.tokens[this.at];
        if (next?.joined === true && next.text.startsWith(".") && next.text.length > 1) {
          this.at += 1;
          meaning = within(meaning, next.text.slice(1).split("."));
          note(meaning, references);
        }
        words.push({ meaning });
        continue;
      }
      const meaning = this.operand(token.text);
      note(meaning, references);
      words.push({ text: token.text, meaning });
    }
    return this.applied(words, piped, references);
  }

  private operand(text: string): Meaning | undefined {
    const { dot, variables } = this.environment;
    if (text.startsWith("$")) {
      const [name = "", ...path] = text.slice(1).split(".");
      return within(variables.get(name), path);
    }
    if (text.startsWith(".")) return within(dot, text === "." ? [] : text.slice(1).split("."));
    return undefined;
  }

  private applied(
    words: readonly { text?: string; meaning: Meaning | undefined }[],
    piped: Meaning | undefined,
    references: Meaning[],
  ): Meaning | undefined {
    const [first, ...given] = words;
    const [one, two] = given;
    switch (first?.text ?? "") {
      case "include":
      case "template":
        references.push(...this.environment.included(unquote(one?.text), two?.meaning ?? piped));
        return undefined;
      case "index":
      case "get": {
        const found = within(
          one?.meaning,
          given.slice(1).map(({ text }) => unquote(text)),
        );
        note(found, references);
        return found;
      }
      case "dict": {
        const entries = new Map<string, Meaning>();
        for (let at = 0; at + 1 < given.length; at += 2) {
          const meaning = given[at + 1]?.meaning;
          if (meaning !== undefined) entries.set(unquote(given[at]?.text), meaning);
        }
        return { kind: "dict", entries };
      }
      default: {
        // Most functions make something else of their arguments; some choose among them or merge them.
        const all = [first?.meaning, ...given.map(({ meaning }) => meaning), piped].filter((one) => one !== undefined);
        return all.length > 1 ? { kind: "any", of: all.toReversed().flatMap(plain).slice(0, choices) } : all[0];
      }
    }
  }
}

function note(meaning: Meaning | undefined, references: Meaning[]): void {
  references.push(...plain(meaning).filter(({ kind }) => kind === "values" || kind === "chart"));
}

/** A meaning, or all that it may be. */
export function plain(meaning: Meaning | undefined): readonly Meaning[] {
  if (meaning === undefined) return [];
  return meaning.kind === "any" ? meaning.of.flatMap(plain) : [meaning];
}

const unquote = (text = ""): string => text.replace(/^["`]|["`]$/g, "");

/** What a field of something is. */
export function within(meaning: Meaning | undefined, path: readonly string[]): Meaning | undefined {
  const [step, ...rest] = path;
  if (meaning === undefined || step === undefined) return meaning;
  switch (meaning.kind) {
    case "values":
      return { kind: "values", path: [...meaning.path, ...path] };
    case "chart":
      return { ...meaning, path: [...meaning.path, ...path] };
    case "any": {
      const of = meaning.of.flatMap((one) => within(one, path) ?? []);
      return of.length > 0 ? { kind: "any", of: of.slice(0, choices) } : undefined;
    }
    case "dict":
      return within(meaning.entries.get(step), rest);
    case "root":
      if (step === "Values") return { kind: "values", path: rest[0] === "global" ? rest : [...meaning.chart, ...rest] };
      if (step === "Chart") return { kind: "chart", path: rest, chart: meaning.chart };
      return undefined;
  }
}

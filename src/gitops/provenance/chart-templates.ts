import { type Action, actionsOf, keywordOf } from "./template-actions.ts";
import { anyItem, evaluate, type Meaning, within } from "./template-expression.ts";

/** A template file, read as text. */
export interface TemplateFile {
  path: string;
  text: string;
  actions: readonly Action[];
}

interface Definition {
  file: TemplateFile;
  /** Actions of its body. */
  from: number;
  to: number;
  line: number;
  endLine: number;
}

/** An action with what it prints. */
export interface Printed {
  action: Action;
  meaning: Meaning | undefined;
  references: readonly Meaning[];
}

const depthLimit = 8;

/** The templates of a chart and its subcharts: what each line of them refers to. */
export class ChartTemplates {
  private readonly files = new Map<string, TemplateFile>();
  private readonly definitions = new Map<string, Definition>();
  private readonly printed = new Map<string, ReadonlyMap<string, readonly Printed[]>>();
  /** Of the template that is walked: what its named templates refer to, and what they print. */
  private bodies = new Map<string, readonly Meaning[]>();
  private inner = new Map<string, Printed[]>();

  constructor(texts: Iterable<readonly [path: string, text: string]>) {
    for (const [path, text] of texts) {
      const file = { path, text, actions: actionsOf(text) };
      this.files.set(path, file);
      this.define(file);
    }
  }

  file(path: string): TemplateFile | undefined {
    return this.files.get(path);
  }

  paths(): string[] {
    return [...this.files.keys()];
  }

  /** The only line of a named template that prints something, if there is one. */
  onlyLine(name: string): { file: string; line: number } | undefined {
    const definition = this.definitions.get(name);
    if (definition === undefined) return undefined;
    const { file, from, to, line, endLine } = definition;
    const lines = new Set(
      file.actions
        .slice(from, to)
        .filter((one) => keywordOf(one) === undefined)
        .map((one) => one.line),
    );
    const texts = file.text.split("\n").slice(line, endLine - 1);
    for (const [index, text] of texts.entries()) {
      if (text.replace(/\{\{.*\}\}/, "").trim() !== "" && !text.includes("{{")) lines.add(line + index + 1);
    }
    const [only, ...others] = lines;
    return only === undefined || others.length > 0 ? undefined : { file: file.path, line: only };
  }

  /**
   * What the actions of a file print when a template is rendered: the template itself, whose `.` is its chart's root, or a file with
   * named templates that it includes, whose `.` is what they are given.
   */
  actionsIn(file: string, template: string, chart: readonly string[]): readonly Printed[] {
    const key = JSON.stringify([template, chart]);
    const known = this.printed.get(key) ?? this.printedBy(template, chart);
    this.printed.set(key, known);
    return known.get(file) ?? [];
  }

  private printedBy(template: string, chart: readonly string[]): ReadonlyMap<string, readonly Printed[]> {
    this.bodies = new Map();
    this.inner = new Map();
    const file = this.files.get(template);
    const own = file === undefined ? [] : this.walk(file, 0, file.actions.length, { kind: "root", chart }, 0);
    return new Map([...this.inner, [template, [...(this.inner.get(template) ?? []), ...own]]]);
  }

  private define(file: TemplateFile): void {
    const open: { name: string | undefined; at: number }[] = [];
    for (const [at, action] of file.actions.entries()) {
      const word = keywordOf(action);
      if (word === "end") {
        const start = open.pop();
        const first = start && file.actions[start.at];
        if (start?.name === undefined || first === undefined) continue;
        this.definitions.set(start.name, {
          file,
          from: start.at + 1,
          to: at,
          line: first.endLine,
          endLine: action.line,
        });
      } else if (word === "define" || word === "block") {
        open.push({ name: /["`]([^"`]*)["`]/.exec(action.body)?.[1], at });
      } else if (word === "if" || word === "with" || word === "range") {
        open.push({ name: undefined, at });
      }
    }
  }

  private included(name: string, argument: Meaning | undefined, depth: number): readonly Meaning[] {
    const definition = this.definitions.get(name);
    if (definition === undefined || depth > depthLimit) return [];
    const key = JSON.stringify([name, argument?.kind === "dict" ? [...argument.entries] : argument]);
    const known = this.bodies.get(key);
    if (known !== undefined) return known;
    // What includes itself has told all it has to tell by then.
    this.bodies.set(key, []);
    const body = this.walk(definition.file, definition.from, definition.to, argument, depth + 1);
    const { path } = definition.file;
    this.inner.set(path, [...(this.inner.get(path) ?? []), ...body]);
    const references = body.flatMap((one) => one.references);
    this.bodies.set(key, references);
    return references;
  }

  private walk(file: TemplateFile, from: number, to: number, root: Meaning | undefined, depth: number): Printed[] {
    const printed: Printed[] = [];
    let frame: Frame = { dot: root, outer: root, variables: new Map([["", root]]) };
    const frames: Frame[] = [];
    for (const action of file.actions.slice(from, to)) {
      const word = keywordOf(action);
      const { names, expression } = parsedAction(action.body);
      const told = word === "define" || word === "comment" ? "" : expression;
      const included = (name: string, argument: Meaning | undefined) => this.included(name, argument, depth);
      const { meaning, references } = evaluate(told, { ...frame, included });
      if (word === undefined) printed.push({ action, meaning, references });
      else if (word === "end") frame = frames.pop() ?? frame;
      else if (word === "else") frame = { ...frame, dot: frame.outer };
      else if (word === "assign") frame.variables.set(names[0] ?? "", meaning);
      else if (opening.has(word)) {
        frames.push(frame);
        frame = opened(word, frame, { meaning, names, root });
      }
    }
    return printed;
  }
}

/** What `.` and the variables are between an action that opens a block and its end. */
interface Frame {
  dot: Meaning | undefined;
  /** What `.` is in an `else`. */
  outer: Meaning | undefined;
  variables: Map<string, Meaning | undefined>;
}

const opening = new Set(["if", "with", "range", "block", "define"]);

function opened(
  word: string,
  { dot, variables }: Frame,
  { meaning, names, root }: { meaning: Meaning | undefined; names: readonly string[]; root: Meaning | undefined },
): Frame {
  const inside = word === "range" ? within(meaning, [anyItem]) : word === "with" ? meaning : word === "if" ? dot : root;
  const own = new Map(variables);
  // Of `$index, $item := range …` the last is the item.
  const name = names.at(-1);
  if (name !== undefined) own.set(name, word === "range" ? inside : meaning);
  return { dot: inside, outer: dot, variables: own };
}

/** The variables that an action sets, and the expression they are set to. */
function parsedAction(body: string): { names: string[]; expression: string } {
  const told = body.replace(/^(?:else if|else with|if|with|range|else|block|define)\b/, "");
  const [assignment, first, second] = /^\s*\$(\w*)(?:\s*,\s*\$(\w+))?\s*:?=/.exec(told) ?? [];
  if (assignment === undefined || first === undefined) return { names: [], expression: told };
  return { names: second === undefined ? [first] : [first, second], expression: told.slice(assignment.length) };
}

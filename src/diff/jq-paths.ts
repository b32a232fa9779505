import type { Json } from "../model/resource.ts";
import { isObject } from "./equal.ts";
import { binary, filtered, JqError, tested, truthy, typeOf } from "./jq-functions.ts";
import type { Jq } from "./jq-parse.ts";

export type JsonPath = readonly (string | number)[];

/** A value and where in the document it is; a computed one has no path. */
interface Node {
  value: Json;
  path?: JsonPath;
}

/** More steps than any honest expression takes over any manifest. */
const maxSteps = 200_000;

/** The paths the expression selects, as `del(expression)` would remove them. */
export function selectPaths(expression: Jq, document: Json): JsonPath[] {
  return new Evaluation().evaluate(expression, { value: document, path: [] }).map((node) => {
    if (node.path === undefined) throw new JqError("not a path");
    return node.path;
  });
}

class Evaluation {
  #steps = 0;

  #step(): void {
    if (++this.#steps > maxSteps) throw new JqError("too many steps");
  }

  evaluate(tree: Jq, input: Node): Node[] {
    this.#step();
    if (tree.op === "identity") return [input];
    if (tree.op === "recurse") return this.#recurse(input);
    if (tree.op === "literal") return [{ value: tree.value }];
    if (tree.op === "list") return [{ value: tree.items.flatMap((item) => values(this.evaluate(item, input))) }];
    if (tree.op === "iterate") return this.evaluate(tree.of, input).flatMap((of) => this.#children(of));
    if (tree.op === "optional") return this.#optional(tree.of, input);
    if (tree.op === "pipe") {
      return this.evaluate(tree.left, input).flatMap((left) => this.evaluate(tree.right, left));
    }
    if (tree.op === "comma") return [...this.evaluate(tree.left, input), ...this.evaluate(tree.right, input)];
    if (tree.op === "call") return this.#call(tree.name, tree.args, input);
    if (tree.op === "binary") return this.#binary(tree, input);
    const keys = this.evaluate(tree.key, input);
    return this.evaluate(tree.of, input).flatMap((of) => keys.map((key) => child(of, key.value)));
  }

  #binary(tree: Jq & { op: "binary" }, input: Node): Node[] {
    const { operator } = tree;
    return this.evaluate(tree.left, input).flatMap((left): Node[] => {
      const decided = operator === "and" ? !truthy(left.value) : operator === "or" && truthy(left.value);
      if (decided) return [{ value: operator === "or" }];
      return this.evaluate(tree.right, input).map((right) => ({ value: binary(operator, left.value, right.value) }));
    });
  }

  #optional(of: Jq, input: Node): Node[] {
    try {
      return this.evaluate(of, input);
    } catch (error) {
      if (!(error instanceof JqError) || this.#steps > maxSteps) throw error;
      return [];
    }
  }

  #recurse(node: Node): Node[] {
    this.#step();
    const isContainer = typeof node.value === "object" && node.value !== null;
    return [node, ...(isContainer ? this.#children(node).flatMap((item) => this.#recurse(item)) : [])];
  }

  #children(of: Node): Node[] {
    if (typeof of.value !== "object" || of.value === null) throw new JqError(`cannot iterate over ${typeOf(of.value)}`);
    const entries = Array.isArray(of.value) ? [...of.value.entries()] : Object.entries(of.value);
    return entries.map(([key, value]) => {
      this.#step();
      return at(of, key, value);
    });
  }

  #call(name: string, args: readonly Jq[], input: Node): Node[] {
    const [first] = args;
    if (name === "recurse") return this.#recurse(input);
    if (name === "any" || name === "all") {
      const verdicts = this.#children(input).flatMap((item) =>
        first === undefined ? [item] : this.evaluate(first, item),
      );
      const holds = ({ value }: Node): boolean => truthy(value);
      return [{ value: name === "any" ? verdicts.some(holds) : verdicts.every(holds) }];
    }
    if (first === undefined) {
      const result = filtered(name, input.value);
      return result === "keep" ? [input] : result === "drop" ? [] : [result];
    }
    const results = this.evaluate(first, input);
    if (name === "select") return results.flatMap((verdict) => (truthy(verdict.value) ? [input] : []));
    if (name === "first") return results.slice(0, 1);
    return results.map((argument) => ({ value: tested(name, input.value, argument.value) }));
  }
}

const values = (nodes: readonly Node[]): Json[] => nodes.map((node) => node.value);

function at(node: Node, key: string | number, value: Json): Node {
  return node.path === undefined ? { value } : { value, path: [...node.path, key] };
}

function child(of: Node, key: Json): Node {
  if (typeof key === "string" && (of.value === null || isObject(of.value))) {
    return at(of, key, of.value !== null && Object.hasOwn(of.value, key) ? (of.value[key] ?? null) : null);
  }
  if (typeof key === "number" && (of.value === null || Array.isArray(of.value))) {
    return at(of, key, of.value?.at(key) ?? null);
  }
  throw new JqError(`cannot index ${typeOf(of.value)} with ${typeOf(key)}`);
}

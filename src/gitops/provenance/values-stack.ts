import type { SourceLocation } from "../../model/resource.ts";
import { isObject } from "../json.ts";

/** One text of values: a file, an option of the Application, a chart's own defaults. */
export interface ValuesLayer {
  /** Plain data, below `at`. */
  value: unknown;
  /** Where in all values this one is: a parameter's name, a subchart's key. */
  at: readonly string[];
  /** Whether the repository has it. */
  owned: boolean;
  place(path: readonly string[]): SourceLocation[];
}

export interface WrittenValue {
  value: unknown;
  /** Parses the file, so ask only for the one that is meant. */
  places(): SourceLocation[];
}

/** The values a chart is rendered with, the layer that wins first. */
export class ValuesStack {
  readonly layers: readonly ValuesLayer[];
  private plain: readonly { path: readonly string[]; value: unknown }[] | undefined;

  constructor(layers: readonly ValuesLayer[]) {
    this.layers = layers;
  }

  /** Who wrote the value at a path; undefined if nobody did. Maps merge, whatever else replaces. */
  writer(path: readonly string[]): WrittenValue | undefined {
    for (const layer of this.layers) {
      const inside = below(layer.at, path);
      if (inside === undefined) continue;
      const found = look(layer.value, inside);
      if (found === "replaced") return undefined;
      if (found !== undefined) return { value: found.value, places: () => layer.place(inside) };
    }
    return undefined;
  }

  /** The same, or the nearest one above it, with how many steps were there. */
  nearest(path: readonly string[], least: number): (WrittenValue & { found: number }) | undefined {
    for (let found = path.length; found >= least; found -= 1) {
      const written = this.writer(path.slice(0, found));
      if (written !== undefined) return { ...written, found };
    }
    return undefined;
  }

  /** Keys or indexes of what is at a path, over all layers that count. */
  keys(path: readonly string[]): string[] {
    const keys = new Set<string>();
    for (const layer of this.layers) {
      const inside = below(layer.at, path);
      const found = inside === undefined ? undefined : look(layer.value, inside);
      if (found === "replaced") break;
      if (Array.isArray(found?.value)) return found.value.slice(0, keysLimit).map((_, index) => String(index));
      for (const key of isObject(found?.value) ? Object.keys(found.value) : []) keys.add(key);
      if (found !== undefined && !isObject(found.value)) break;
    }
    return [...keys].slice(0, keysLimit);
  }

  /** All plain values that the repository wrote and that count; a few thousand at most. */
  leaves(): readonly { path: readonly string[]; value: unknown }[] {
    this.plain ??= this.leafPaths().flatMap((path) => {
      const written = this.writer(path);
      return written === undefined ? [] : [{ path, value: written.value }];
    });
    return this.plain;
  }

  private leafPaths(): string[][] {
    const found: string[][] = [];
    const visit = (value: unknown, path: string[]): void => {
      if (found.length >= leavesLimit || path.length > 40) return;
      if (typeof value !== "object" || value === null) found.push(path);
      else for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
    };
    for (const { value, at, owned } of this.layers) if (owned) visit(value, [...at]);
    return found;
  }
}

const keysLimit = 500;
const leavesLimit = 4000;

function below(at: readonly string[], path: readonly string[]): readonly string[] | undefined {
  return at.every((step, index) => path[index] === step) ? path.slice(at.length) : undefined;
}

function look(value: unknown, path: readonly string[]): { value: unknown } | "replaced" | undefined {
  let at = value;
  let inList = false;
  for (const step of path) {
    if (Array.isArray(at)) {
      inList = true;
      at = at[Number(step)];
      if (at === undefined) return "replaced";
    } else if (isObject(at) && Object.hasOwn(at, step)) {
      at = at[step];
    } else {
      return (isObject(at) && !inList) || at === undefined ? undefined : "replaced";
    }
  }
  return at === undefined ? undefined : { value: at };
}

/** `a.b[0].c\.d` from Helm's `--set`. */
export function parameterPath(name: string): string[] {
  return (name.match(/\[\d+\]|(?:\\.|[^.[\\])+/g) ?? []).map((part) =>
    /^\[\d+\]$/.test(part) ? part.slice(1, -1) : part.replaceAll(/\\(.)/g, "$1"),
  );
}

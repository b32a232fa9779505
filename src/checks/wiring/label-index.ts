import { type Labels, type Selector, selects } from "./selector.ts";

export interface Labelled {
  namespace: string;
  labels: Labels;
}

/** Finds what has labels without looking at all of it. */
export class LabelIndex<T extends Labelled> {
  readonly all: readonly T[];
  private readonly byNamespace: Map<string, T[]>;
  private readonly byLabel = new Map<string, T[]>();
  private keys: ReadonlySet<string> | undefined;

  constructor(all: readonly T[]) {
    this.all = all;
    this.byNamespace = Map.groupBy(all, ({ namespace }) => namespace);
    for (const one of all) {
      for (const [key, value] of one.labels) {
        for (const posting of [postingOf(one.namespace, key, value), postingOf(undefined, key, value)]) {
          const known = this.byLabel.get(posting);
          if (known === undefined) this.byLabel.set(posting, [one]);
          else known.push(one);
        }
      }
    }
  }

  in(namespace: string): readonly T[] {
    return this.byNamespace.get(namespace) ?? [];
  }

  /** Whether anything has a label of that key. */
  hasKey(key: string): boolean {
    this.keys ??= new Set(this.all.flatMap(({ labels }) => [...labels.keys()]));
    return this.keys.has(key);
  }

  /** What a selector matches in a namespace, or in all of them. */
  select(namespace: string | undefined, selector: Selector): T[] {
    let candidates = namespace === undefined ? this.all : this.in(namespace);
    for (const [key, value] of selector.labels) {
      // A label that nothing has may be one that is set at run time: then it narrows nothing down.
      const posting = this.byLabel.get(postingOf(namespace, key, value));
      if (posting !== undefined && posting.length < candidates.length) candidates = posting;
    }
    return candidates.filter(({ labels }) => selects(selector, labels));
  }
}

const postingOf = (namespace: string | undefined, key: string, value: string): string =>
  `${namespace === undefined ? "*" : `=${namespace}`} ${key} ${value}`;

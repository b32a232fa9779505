import type { Known, Ref } from "../plan/step.ts";

interface Entry {
  id: number;
  location?: string;
  /** Made by this run, so there is nothing in it yet that anybody could miss. */
  fresh: boolean;
}

/** Ids by kind and name: what was there before, and what has been made since. */
export class Registry {
  readonly #entries = new Map<string, Entry>();

  constructor(known: readonly Known[]) {
    for (const { kind, name, ...entry } of known) this.#entries.set(`${kind}/${name}`, { ...entry, fresh: false });
  }

  find({ kind, name }: Ref): Entry | undefined {
    return this.#entries.get(`${kind}/${name}`);
  }

  id(ref: Ref): number {
    const entry = this.find(ref);
    if (!entry) throw new TypeError(`the plan uses ${ref.kind} ${ref.name} before it is there`);
    return entry.id;
  }

  made({ kind, name }: Ref, id: number, location?: string): void {
    this.#entries.set(`${kind}/${name}`, { id, fresh: true, ...(location !== undefined && { location }) });
  }

  removed({ kind, name }: Ref): void {
    this.#entries.delete(`${kind}/${name}`);
  }
}

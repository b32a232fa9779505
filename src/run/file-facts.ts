import type { Cache } from "../engine/index.ts";
import type { Remember } from "../gitops/layout.ts";
import type { Tree } from "../tree/index.ts";

/** What was found in files, by their content: asked once per content, in this run or an earlier one. */
export interface FileFacts {
  remember: Remember;
  /** What is remembered already, if it is. */
  remembered<T>(kind: string, id: string): T | undefined;
  /** The same for what takes time to find out; asked once, too, while the answer is awaited. */
  rememberLater<T>(kind: string, id: string, make: () => Promise<T>): Promise<T>;
  /** Gives the store what this run asked for, if it is more than the store has. */
  put(): void;
}

const key = "file facts";
/** Content has an id wherever it lies. */
const noReads = { files: {}, listings: {} };

export function fileFacts(stored: Cache | undefined, tree: Tree): FileFacts {
  const before = new Map<string, unknown>(entriesOf(stored?.find(key, tree)?.body()));
  const asked = new Map<string, unknown>();
  const awaited = new Map<string, Promise<unknown>>();
  let added = false;
  return {
    remember(kind, id, make) {
      const name = `${kind} ${id}`;
      const known = asked.has(name) ? asked : before;
      if (!known.has(name)) added = true;
      const fact = known.has(name) ? known.get(name) : make();
      asked.set(name, fact);
      // The store is of this very build and whole, or it would not have been opened: what has the name has the type.
      return fact as never;
    },
    remembered(kind, id) {
      const name = `${kind} ${id}`;
      if (!asked.has(name) && before.has(name)) asked.set(name, before.get(name));
      return asked.get(name) as never;
    },
    async rememberLater(kind, id, make) {
      const name = `${kind} ${id}`;
      const known = asked.has(name) ? asked : before;
      if (!known.has(name)) {
        const waiting = awaited.get(name) ?? make();
        awaited.set(name, waiting);
        asked.set(name, await waiting);
        added = true;
      }
      const fact = asked.has(name) ? asked.get(name) : before.get(name);
      asked.set(name, fact);
      return fact as never;
    },
    put() {
      if (added) stored?.put(key, { reads: noReads, facts: null, body: Object.fromEntries(asked) });
    },
  };
}

const entriesOf = (body: unknown): [string, unknown][] =>
  typeof body === "object" && body !== null ? Object.entries(body) : [];

import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { emptyState, type State, stateSchema } from "./state.ts";

/** Where the emulator's state is kept between requests. */
export interface Store {
  load(): State;
  save(state: State): void;
}

export const memoryStore = (): Store => ({ load: emptyState, save: () => undefined });

/** A JSON file that survives restarts. It is replaced as a whole, so that a process killed while writing loses nothing. */
export function fileStore(path: string): Store {
  return {
    load() {
      if (!existsSync(path)) return emptyState();
      const parsed = stateSchema.safeParse(readJson(path));
      if (!parsed.success) throw new Error(`${path} is not a state file of this emulator: ${parsed.error.message}`);
      return parsed.data;
    },
    save(state) {
      const draft = `${path}.tmp`;
      writeFileSync(draft, `${JSON.stringify(state)}\n`);
      renameSync(draft, path);
    },
  };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new Error(`${path} is not JSON`, { cause });
  }
}

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder that only this user can enter (mkdtemp makes it 0700), gone when disposed of. */
export interface PrivateFolder extends AsyncDisposable {
  path: string;
  /** Writes a file that only this user can read, and says where. */
  write(name: string, content: string): Promise<string>;
}

/** A control socket's path may have about 100 bytes, and ssh appends 17 of its own while it makes one. */
const longestPath = 60;

export async function privateFolder(): Promise<PrivateFolder> {
  const parent = tmpdir().length > longestPath ? "/tmp" : tmpdir();
  const path = await mkdtemp(join(parent, "slw-"));
  return {
    path,
    async write(name, content) {
      const file = join(path, name);
      await writeFile(file, content, { mode: 0o600 });
      return file;
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}

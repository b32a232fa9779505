import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gitEnvironment } from "../git.ts";

/** A folder for one test, gone when the test's scope ends. */
export interface TestFolder {
  root: string;
  write(files: Record<string, string | Uint8Array>): void;
  link(path: string, target: string): void;
  remove(path: string): void;
  [Symbol.dispose](): void;
}

/** A real git repository; git reads no configuration but its own. */
export interface TestRepository extends TestFolder {
  git(...args: string[]): string;
  /** Adds and commits everything; returns the commit. */
  commit(message?: string): string;
}

export function createFolder(files: Record<string, string | Uint8Array> = {}): TestFolder {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "slipway-tree-")));
  const at = (path: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    return join(root, path);
  };
  const folder: TestFolder = {
    root,
    write(contents) {
      for (const [path, content] of Object.entries(contents)) writeFileSync(at(path), content);
    },
    link: (path, target) => symlinkSync(target, at(path)),
    remove: (path) => rmSync(join(root, path), { recursive: true }),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
  folder.write(files);
  return folder;
}

export function createRepository(files: Record<string, string | Uint8Array> = {}): TestRepository {
  const folder = createFolder(files);
  const identity = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null", GIT_CONFIG_COUNT: "0" };
  const env = { ...gitEnvironment(process.env), ...identity };
  const git = (...args: string[]) => {
    const who = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "protocol.file.allow=always"];
    return execFileSync("git", [...who, ...args], { cwd: folder.root, env, stdio: "pipe" })
      .toString()
      .trim();
  };
  git("init", "--quiet", "--initial-branch=main");
  return {
    ...folder,
    git,
    commit(message = "change") {
      git("add", "--all");
      git("commit", "--quiet", "--allow-empty", "--message", message);
      return git("rev-parse", "HEAD");
    },
  };
}

import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { blobId } from "./content.ts";
import { createFolder, createRepository } from "./testing/repository.ts";
import type { Tree } from "./tree.ts";
import { openWorkingCopy } from "./working-copy.ts";

const text = (tree: Tree, path: string) => {
  const content = tree.read(path);
  return content && Buffer.from(content).toString();
};

describe("a working copy", () => {
  test("has what git would commit: tracked files as they are now, and untracked ones that are not ignored", async () => {
    using repository = createRepository({
      "same.yaml": "1",
      "edited.yaml": "1",
      "gone.yaml": "1",
      ".gitignore": "*.log\n",
    });
    repository.commit();
    repository.write({ "edited.yaml": "2", "new/file.yaml": "new", "noise.log": "no" });
    repository.remove("gone.yaml");
    const tree = await openWorkingCopy(repository.root);
    expect([...tree.files()]).toEqual([".gitignore", "edited.yaml", "new/file.yaml", "same.yaml"]);
    expect([text(tree, "same.yaml"), text(tree, "edited.yaml"), text(tree, "new/file.yaml")]).toEqual([
      "1",
      "2",
      "new",
    ]);
    expect(text(tree, "gone.yaml")).toBeUndefined();
    expect(text(tree, "noise.log")).toBeUndefined();
  });

  test("gives every file the id that git gives it", async () => {
    using repository = createRepository({ tracked: "1", edited: "1", "binary.bin": Uint8Array.of(0, 255, 13, 10) });
    repository.commit();
    repository.write({ edited: "2", untracked: "3" });
    const tree = await openWorkingCopy(repository.root);
    repository.git("add", "--all");
    for (const path of ["tracked", "edited", "untracked", "binary.bin"]) {
      expect(tree.lookup(path)).toMatchObject({ path, type: "file", id: repository.git("rev-parse", `:${path}`) });
    }
  });

  test("keeps names with line feeds, quotes, tabs and every script", async () => {
    const names = [
      "a\nb",
      'q"uo"te',
      "t\tab",
      "ü/日本.yaml",
      "😀",
      "\uFF5E",
      "back\\slash",
      " lead",
      "-dash",
      "__proto__",
    ];
    using repository = createRepository(Object.fromEntries(names.map((name) => [name, name] as const)));
    const untracked = await openWorkingCopy(repository.root);
    repository.commit();
    const tracked = await openWorkingCopy(repository.root);
    for (const tree of [untracked, tracked]) {
      expect([...tree.files()].toSorted()).toEqual(names.toSorted());
      for (const name of names) expect(text(tree, name)).toBe(name);
    }
  });

  test("of a folder inside a repository is that folder's tree", async () => {
    using repository = createRepository({ "deploy/app/a.yaml": "a", "deploy/b.yaml": "b", "other/c.yaml": "c" });
    repository.commit();
    repository.write({ "deploy/new.yaml": "n" });
    const tree = await openWorkingCopy(join(repository.root, "deploy"));
    expect([...tree.files()]).toEqual(["app/a.yaml", "b.yaml", "new.yaml"]);
    expect(text(tree, "app/a.yaml")).toBe("a");
  });

  test("of a folder that is no repository is what lies there, without .git and node_modules", async () => {
    using folder = createFolder({ "a.yaml": "a", "b/c.yaml": "c", "node_modules/x/index.js": "" });
    const tree = await openWorkingCopy(folder.root);
    expect([...tree.files()]).toEqual(["a.yaml", "b/c.yaml"]);
    expect(tree.lookup("b/c.yaml")?.id).toBe(blobId(Buffer.from("c")));
  });

  test("of a folder that its repository ignores is what lies there", async () => {
    using repository = createRepository({ ".gitignore": "build/\n", "build/out.yaml": "o" });
    repository.commit();
    expect([...(await openWorkingCopy(join(repository.root, "build"))).files()]).toEqual(["out.yaml"]);
  });

  test("of an empty repository is empty", async () => {
    using repository = createRepository();
    const tree = await openWorkingCopy(repository.root);
    expect(tree.list("")).toEqual([]);
    expect(tree.lookup("")).toMatchObject({ type: "directory" });
    expect(tree.read("x")).toBeUndefined();
  });

  test("follows a file that became a directory, and a directory that became a file", async () => {
    using repository = createRepository({ a: "file", "b/c": "in directory" });
    repository.commit();
    repository.remove("a");
    repository.remove("b");
    repository.write({ "a/inner": "1", b: "2" });
    const tree = await openWorkingCopy(repository.root);
    expect([...tree.files()]).toEqual(["a/inner", "b"]);
    expect([tree.lookup("a")?.type, tree.lookup("b")?.type]).toEqual(["directory", "file"]);
  });

  test("has a file in conflict as it is on disk", async () => {
    using repository = createRepository({ "a.yaml": "base" });
    repository.commit();
    repository.git("checkout", "--quiet", "-b", "other");
    repository.write({ "a.yaml": "theirs" });
    repository.commit();
    repository.git("checkout", "--quiet", "main");
    repository.write({ "a.yaml": "ours" });
    repository.commit();
    expect(() => repository.git("merge", "other")).toThrow("Command failed");
    const tree = await openWorkingCopy(repository.root);
    expect([...tree.files()]).toEqual(["a.yaml"]);
    expect(text(tree, "a.yaml")).toContain("<<<<<<<");
  });

  test("lists submodules and repositories within, without their content", async () => {
    using inner = createRepository({ "inside.yaml": "x" });
    inner.commit();
    using repository = createRepository({ "a.yaml": "a" });
    repository.git("submodule", "--quiet", "add", inner.root, "vendor/inner");
    repository.commit();
    repository.git("clone", "--quiet", inner.root, "loose");
    const tree = await openWorkingCopy(repository.root);
    expect(tree.lookup("vendor/inner")).toEqual({ path: "vendor/inner", type: "submodule", id: "" });
    expect(tree.list("vendor")).toEqual([{ name: "inner", directory: true }]);
    expect(tree.list("vendor/inner")).toEqual([]);
    expect(tree.read("vendor/inner/inside.yaml")).toBeUndefined();
    expect(tree.lookup("loose")?.type).toBe("submodule");
  });

  test("reads the blob where a sparse checkout left the file out", async () => {
    using repository = createRepository({ "in/a": "a", "out/b": "b" });
    repository.commit();
    repository.git("sparse-checkout", "set", "in");
    const tree = await openWorkingCopy(repository.root);
    expect(text(tree, "out/b")).toBe("b");
  });

  test("has the blob's line feeds where git put carriage returns on disk, and other changes as they are", async () => {
    using repository = createRepository({ "a.txt": "1\n2\n", "b.txt": "1\n2\n" });
    repository.commit();
    repository.git("config", "core.autocrlf", "true");
    repository.remove("a.txt");
    repository.remove("b.txt");
    repository.git("checkout", "--", ".");
    writeFileSync(join(repository.root, "b.txt"), "1\r\n3\r\n");
    const tree = await openWorkingCopy(repository.root);
    expect(text(tree, "a.txt")).toBe("1\n2\n");
    expect(text(tree, "b.txt")).toBe("1\r\n3\r\n");
  });

  test("never names bytes by an id that is not theirs, even if git thinks them unmodified", async () => {
    using repository = createRepository({ "a.yaml": "1" });
    repository.commit();
    repository.git("update-index", "--assume-unchanged", "a.yaml");
    repository.write({ "a.yaml": "2" });
    const tree = await openWorkingCopy(repository.root);
    expect(text(tree, "a.yaml")).toBe("2");
    expect(tree.lookup("a.yaml")?.id).toBe(blobId(Buffer.from("2")));
  });

  test("needs a folder that exists", async () => {
    using folder = createFolder({ file: "" });
    for (const root of [join(folder.root, "none"), join(folder.root, "file")]) {
      await expect(openWorkingCopy(root)).rejects.toMatchObject({ code: "SLW-USAGE" });
    }
  });

  test("runs no program that the repository's configuration names", async () => {
    using repository = createRepository({ "a.yaml": "1" });
    repository.commit();
    const script = join(repository.root, ".git", "program");
    const witness = join(repository.root, ".git", "witness");
    writeFileSync(script, `#!/bin/sh\ntouch ${witness}\n`);
    chmodSync(script, 0o755);
    repository.git("config", "core.fsmonitor", script);
    repository.git("config", "core.hooksPath", join(repository.root, ".git"));
    const tree = await openWorkingCopy(repository.root);
    expect(text(tree, "a.yaml")).toBe("1");
    expect(existsSync(witness)).toBe(false);
    repository.git("status"); // which shows that the trap works
    expect(existsSync(witness)).toBe(true);
  });
});

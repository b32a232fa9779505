import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { resolveBase } from "./ref.ts";
import { createFolder, createRepository } from "./testing/repository.ts";

describe("the base of a comparison", () => {
  test("is where HEAD left the branch, not the branch's newest commit", async () => {
    using repository = createRepository({ a: "1" });
    const fork = repository.commit();
    repository.git("checkout", "--quiet", "-b", "topic");
    repository.write({ a: "2" });
    repository.commit();
    repository.git("checkout", "--quiet", "main");
    repository.write({ b: "1" });
    repository.commit();
    repository.git("checkout", "--quiet", "topic");
    expect(await resolveBase(repository.root, "main")).toEqual({ ref: "main", commit: fork, is: "merge-base" });
  });

  test("is the commit itself where histories have nothing in common, and before the first commit", async () => {
    using repository = createRepository({ a: "1" });
    const first = repository.commit();
    repository.git("checkout", "--quiet", "--orphan", "other");
    expect(await resolveBase(repository.root, "main")).toEqual({ ref: "main", commit: first, is: "ref" });
    repository.write({ a: "2" });
    repository.commit();
    expect(await resolveBase(repository.root, "main")).toEqual({ ref: "main", commit: first, is: "ref" });
  });

  test("is found on the remote when CI checked out no local branch of that name", async () => {
    using origin = createRepository({ a: "1" });
    const commit = origin.commit();
    origin.git("branch", "develop");
    using folder = createFolder();
    const clone = join(folder.root, "clone");
    origin.git("clone", "--quiet", origin.root, clone);
    expect(await resolveBase(clone, "develop")).toMatchObject({ commit, is: "merge-base" });
  });

  test("may be named by tag, short id or relation", async () => {
    using repository = createRepository({ a: "1" });
    const first = repository.commit();
    repository.git("tag", "-a", "v1", "-m", "one");
    repository.write({ a: "2" });
    repository.commit();
    for (const ref of ["v1", first.slice(0, 8), "HEAD^", "HEAD~1", "main^{commit}~1"]) {
      expect(await resolveBase(repository.root, ref)).toMatchObject({ commit: first });
    }
  });

  test("that a shallow clone lacks says which fetch-depth to set", async () => {
    using origin = createRepository({ a: "1" });
    const first = origin.commit();
    origin.write({ a: "2" });
    origin.commit();
    using folder = createFolder();
    const clone = join(folder.root, "clone");
    origin.git("clone", "--quiet", "--depth=1", `file://${origin.root}`, clone);
    await expect(resolveBase(clone, first)).rejects.toMatchObject({
      code: "SLW-BASE",
      message: expect.stringContaining("shallow"),
      hint: expect.stringContaining("fetch-depth: 0"),
    });
  });

  test("that nobody has says so", async () => {
    using repository = createRepository({ a: "1" });
    repository.commit();
    await expect(resolveBase(repository.root, "nowhere")).rejects.toMatchObject({
      code: "SLW-BASE",
      message: expect.stringContaining('"nowhere"'),
      hint: expect.stringContaining("git fetch origin nowhere"),
    });
  });

  test("needs a repository, and a revision that is no option", async () => {
    using folder = createFolder();
    await expect(resolveBase(folder.root, "main")).rejects.toMatchObject({ code: "SLW-BASE" });
    for (const ref of ["--help", "-x", "", "a b", "a\0b"]) {
      await expect(resolveBase(folder.root, ref)).rejects.toMatchObject({ code: "SLW-USAGE" });
    }
  });
});

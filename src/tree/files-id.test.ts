import { describe, expect, it } from "vitest";
import { filesId } from "./files-id.ts";
import { createFolder, createRepository } from "./testing/repository.ts";
import { openWorkingCopy } from "./working-copy.ts";

const idOf = async (root: string): Promise<string> => filesId(await openWorkingCopy(root));

describe("the id of a tree's files", () => {
  it("follows content that is not committed, and comes back with it", async () => {
    using repository = createRepository({ "a.yaml": "a", "b/c.yaml": "c" });
    repository.commit();
    const committed = await idOf(repository.root);
    repository.write({ "a.yaml": "A" });
    const changed = await idOf(repository.root);
    repository.write({ "a.yaml": "B" });
    const again = await idOf(repository.root);
    expect(new Set([committed, changed, again]).size).toBe(3);
    repository.write({ "a.yaml": "a", "untracked.yaml": "u" });
    const added = await idOf(repository.root);
    expect(added).not.toBe(committed);
    repository.commit();
    expect(await idOf(repository.root)).toBe(added);
    repository.remove("untracked.yaml");
    expect(await idOf(repository.root)).toBe(committed);
  });

  it("tells where a link leads, though the content there may be the same", async () => {
    using folder = createFolder({ "one/x.yaml": "x", "two/x.yaml": "x" });
    const ids: string[] = [];
    for (const target of ["one/x.yaml", "two/x.yaml", "../elsewhere.yaml", "nowhere.yaml"]) {
      folder.link("link.yaml", target);
      ids.push(await idOf(folder.root));
      folder.remove("link.yaml");
    }
    expect(new Set(ids).size).toBe(4);
  });
});

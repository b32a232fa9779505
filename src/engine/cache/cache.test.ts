import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openWorkingCopy, recorded } from "../../tree/index.ts";
import { createFolder } from "../../tree/testing/repository.ts";
import { cacheFixture } from "./cache.fixture.ts";
import { openCache } from "./cache.ts";

const { answers, bodies, filled, newPath, readsOf, tree, remove } = await cacheFixture();
afterAll(remove);

describe("the render cache", () => {
  test("gives back what an earlier run put in, reads and facts included", () => {
    const cache = openCache({ path: filled(), stamp: "v1" });
    const hit = cache.find("3", tree);
    expect(hit).toMatchObject({ facts: { at: 3 }, reads: readsOf(["a/x.yaml", "none-3"], ["a"]) });
    expect(answers(cache)).toEqual(bodies);
    expect(cache.find("12", tree)).toBeUndefined();
  });

  test("gives the same object to everyone who asks, so that both sides of a comparison can be told to be one", () => {
    const cache = openCache({ path: filled(), stamp: "v1" });
    expect(cache.find("1", tree)?.body()).toBe(cache.find("1", tree)?.body());
    const body = { fresh: true };
    cache.put("new", { reads: readsOf([]), facts: null, body });
    expect(cache.find("new", tree)?.body()).toBe(body);
  });

  test("answers only where every read is the same", async () => {
    const path = newPath();
    using folder = createFolder({ "a/x.yaml": "1" });
    const open = () => openWorkingCopy(folder.root);
    const noted = recorded(await open());
    noted.tree.read("a/x.yaml");
    noted.tree.read("a/none.yaml");
    noted.tree.list("a");
    const first = openCache({ path, stamp: "v1" });
    first.put("key", { reads: noted.reads(), facts: null, body: "one" });
    first.save();
    const found = async () =>
      openCache({ path, stamp: "v1" })
        .find("key", await open())
        ?.body();

    folder.write({ "elsewhere.yaml": "" });
    expect(await found()).toBe("one");
    folder.write({ "a/x.yaml": "2" });
    expect(await found()).toBeUndefined();
    folder.write({ "a/x.yaml": "1", "a/more.yaml": "" });
    expect(await found()).toBeUndefined();
    folder.remove("a/more.yaml");
    expect(await found()).toBe("one");
    folder.write({ "a/none.yaml": "" });
    expect(await found()).toBeUndefined();
  });

  test("keeps several results of one request, for as many branches", async () => {
    const path = newPath();
    using folder = createFolder();
    const trees = [];
    const cache = openCache({ path, stamp: "v1" });
    for (const content of ["1", "2"]) {
      folder.write({ file: content });
      const branch = await openWorkingCopy(folder.root);
      const noted = recorded(branch);
      noted.tree.read("file");
      cache.put("key", { reads: noted.reads(), facts: null, body: content });
      trees.push(branch);
    }
    cache.save();
    const again = openCache({ path, stamp: "v1" });
    expect(trees.map((each) => again.find("key", each)?.body())).toEqual(["1", "2"]);
  });

  test.skipIf(process.platform === "win32")("is for this user's eyes only", () => {
    const path = filled();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(path, "..")).mode & 0o777).toBe(0o700);
  });

  test("makes room by dropping what was of no use for longest", () => {
    const path = newPath();
    const block = (text: string) => createHash("sha512").update(text).digest("hex");
    const body = (at: number) => Array.from({ length: 16 }, (_, n) => block(`${at} ${n}`)).join("");
    const run = (keys: number[]) => {
      const cache = openCache({ path, stamp: "v1", maxBytes: 5500 });
      const missed = keys.filter((at) => cache.find(String(at), tree) === undefined);
      for (const at of missed) cache.put(String(at), { reads: readsOf([]), facts: null, body: body(at) });
      cache.save();
      cache.close();
      return missed;
    };
    run([0, 1, 2]);
    run([2, 3, 4]);
    run([2, 4, 5]);
    expect(run([2, 4, 5])).toEqual([]);
    expect(run([0])).toEqual([0]);
  });

  test("is not written when there is nothing new", () => {
    const path = filled();
    const before = statSync(path).mtimeMs;
    const cache = openCache({ path, stamp: "v1" });
    cache.find("1", tree);
    expect(cache.save()).toEqual({});
    expect(statSync(path).mtimeMs).toBe(before);
    const none = newPath();
    openCache({ path: none, stamp: "v1" }).save();
    expect(existsSync(none)).toBe(false);
  });

  test("says why it could not be written, and leaves nothing half done", () => {
    const path = newPath();
    filled(join(path, "inside")); // so that the file's name is taken by a folder
    const cache = openCache({ path, stamp: "v1" });
    cache.put("key", { reads: readsOf([]), facts: null, body: 1 });
    expect(cache.save().failed).toMatch(/EISDIR|ENOTEMPTY|EPERM/);
    expect(readdirSync(join(path, "..")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("is shared by runs at the same time: the last one to finish wins, and both are right", () => {
    const path = filled();
    const [one, other] = [openCache({ path, stamp: "v1" }), openCache({ path, stamp: "v1" })];
    one.put("one", { reads: readsOf([]), facts: null, body: 1 });
    other.put("other", { reads: readsOf([]), facts: null, body: 2 });
    one.save();
    other.save();
    expect(answers(one)).toEqual(bodies);
    const after = openCache({ path, stamp: "v1" });
    expect(after.find("other", tree)?.body()).toBe(2);
    expect(answers(after)).toEqual(bodies);
  });
});

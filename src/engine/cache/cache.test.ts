import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { openWorkingCopy, recorded } from "../../tree/index.ts";
import { createFolder } from "../../tree/testing/repository.ts";
import { openCache } from "./cache.ts";
import type { Cache } from "./cache.ts";
import { headerLength } from "./format.ts";

const repository = createFolder({ "a/x.yaml": "x", "a/y.yaml": "y", "b/z.yaml": "z" });
const caches = createFolder();
afterAll(() => {
  repository[Symbol.dispose]();
  caches[Symbol.dispose]();
});
const tree = await openWorkingCopy(repository.root);

let files = 0;
const newPath = () => join(caches.root, `folder ${++files}`, "renders");

function readsOf(paths: string[], listings: string[] = []) {
  const noted = recorded(tree);
  for (const path of paths) noted.tree.read(path);
  for (const path of listings) noted.tree.list(path);
  return noted.reads();
}

const bodies = Array.from({ length: 12 }, (_, at) => ({
  manifests: [{ kind: "Secret", n: at, text: "å".repeat(at * 50) }],
}));

/** A cache as an earlier run left it, with one result per key "0" … "11". */
function filled(path = newPath(), stamp = "v1"): string {
  const cache = openCache({ path, stamp });
  for (const [at, body] of bodies.entries()) {
    cache.put(String(at), { reads: readsOf(["a/x.yaml", `none-${at}`], ["a"]), facts: { at }, body });
  }
  expect(cache.save()).toEqual({});
  return path;
}

/** What a run gets: per key the body, or undefined where it has to render. */
function answers(cache: Cache): unknown[] {
  const found = bodies.map((_, at) => cache.find(String(at), tree)?.body());
  cache.close();
  return found;
}

const nothing = bodies.map(() => undefined);

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

  test("of another version, another engine or another format counts as empty", () => {
    const path = filled();
    expect(answers(openCache({ path, stamp: "v2" }))).toEqual(nothing);
    expect(answers(openCache({ path, stamp: "v1" }))).toEqual(bodies);
    writeFileSync(path, JSON.stringify({ renders: [] }));
    expect(answers(openCache({ path, stamp: "v1" }))).toEqual(nothing);
  });

  test("never gives a wrong answer, whatever bytes of it are changed", () => {
    const original = readFileSync(filled());
    const path = newPath();
    openCache({ path, stamp: "v1" }).put("x", { reads: readsOf([]), facts: null, body: null });
    filled(path);
    const change = fc.record({ at: fc.nat(original.length - 1), with: fc.integer({ min: 1, max: 255 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = Buffer.from(original);
        for (const each of changes) bytes[each.at] = (bytes[each.at] ?? 0) ^ each.with;
        writeFileSync(path, bytes);
        for (const [at, answer] of answers(openCache({ path, stamp: "v1" })).entries()) {
          expect([undefined, bodies[at]]).toContainEqual(answer);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("with one damaged body still answers for the others, and is whole again after the next run", () => {
    const path = filled();
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const cache = openCache({ path, stamp: "v1" });
    const found = bodies.map((_, at) => cache.find(String(at), tree)?.body());
    expect(found.filter((body) => body === undefined)).toHaveLength(1);
    const lost = found.indexOf(undefined);
    cache.put(String(lost), { reads: readsOf(["a/x.yaml"]), facts: null, body: bodies[lost] });
    expect(cache.find(String(lost), tree)?.body()).toEqual(bodies[lost]);
    cache.save();
    expect(answers(openCache({ path, stamp: "v1" }))).toEqual(bodies);
  });

  test("cut off anywhere never gives a wrong answer", () => {
    const original = readFileSync(filled());
    const path = filled();
    for (let length = 0; length < original.length; length += length < headerLength + 8 ? 1 : 97) {
      writeFileSync(path, original);
      truncateSync(path, length);
      for (const [at, answer] of answers(openCache({ path, stamp: "v1" })).entries()) {
        expect([undefined, bodies[at]]).toContainEqual(answer);
      }
    }
  });

  test.skipIf(process.platform === "win32")(
    "is not trusted behind a symbolic link, where others may write, or in no plain file",
    () => {
      const path = filled();
      const link = newPath();
      filled(link);
      chmodSync(path, 0o602);
      expect(answers(openCache({ path, stamp: "v1" }))).toEqual(nothing);
      chmodSync(path, 0o600);
      symlinkSync(path, `${link} link`);
      expect(answers(openCache({ path: `${link} link`, stamp: "v1" }))).toEqual(nothing);
      expect(answers(openCache({ path: caches.root, stamp: "v1" }))).toEqual(nothing);
      expect(answers(openCache({ path, stamp: "v1" }))).toEqual(bodies);
    },
  );

  test.skipIf(process.platform === "win32")("is for this user's eyes only", () => {
    const path = filled();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(path, "..")).mode & 0o777).toBe(0o700);
  });

  test("larger than allowed is not read, and none is written", () => {
    const path = filled();
    const { size } = statSync(path);
    expect(answers(openCache({ path, stamp: "v1", maxBytes: size - 1 }))).toEqual(nothing);
    const small = newPath();
    const cache = openCache({ path: small, stamp: "v1", maxBytes: 4000 });
    for (let at = 0; at < 100; at++) {
      cache.put(`key ${at}`, { reads: readsOf(["a/x.yaml"]), facts: null, body: `${at}`.repeat(40) });
    }
    cache.save();
    expect(statSync(small).size).toBeLessThanOrEqual(4000);
    expect(openCache({ path: small, stamp: "v1", maxBytes: 4000 }).find("key 0", tree)?.body()).toBe("0".repeat(40));
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

import { chmodSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { cacheFixture } from "./cache.fixture.ts";
import { openCache } from "./cache.ts";
import { headerLength } from "./format.ts";

const { folder: caches, answers, bodies, filled, newPath, nothing, readsOf, tree, remove } = await cacheFixture();
afterAll(remove);

describe("a render cache that is not as it was written", () => {
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
      expect(answers(openCache({ path: caches, stamp: "v1" }))).toEqual(nothing);
      expect(answers(openCache({ path, stamp: "v1" }))).toEqual(bodies);
    },
  );

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
});

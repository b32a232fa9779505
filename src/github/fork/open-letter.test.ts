import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { expect, test } from "vitest";

import { letterFile } from "./letter.ts";
import { letterLimit, openLetter } from "./open-letter.ts";

const letter = { version: 1, pullRequest: 7, headSha: "a".repeat(40), body: "report" };
const archive = (files: Record<string, Uint8Array>) => zipSync(files);
const enclosed = (content: unknown) => archive({ [letterFile]: strToU8(JSON.stringify(content)) });

test("a letter is read from its archive", () => {
  expect(openLetter(enclosed(letter))).toEqual({ letter });
});

test("other files are neither read nor written, whatever their names", () => {
  const files = {
    "../../escape.sh": strToU8("echo"),
    "/etc/passwd": strToU8("x"),
    [letterFile]: strToU8(JSON.stringify(letter)),
  };
  expect(openLetter(archive(files))).toEqual({ letter });
});

test("a bomb is refused by its declared size", () => {
  const bomb = archive({ [letterFile]: new Uint8Array(50_000_000) });
  expect(bomb.byteLength).toBeLessThan(letterLimit);
  expect(openLetter(bomb)).toEqual({ refused: expect.stringMatching(/has no slipway-comment\.json of at most/u) });
});

test("a bomb that lies about its size is cut at the size it claims", () => {
  const bomb = archive({ [letterFile]: new Uint8Array(50_000_000) });
  const claimed = Buffer.alloc(4);
  claimed.writeUInt32LE(50_000_000);
  for (let at = bomb.length - 4; at >= 0; at -= 1) {
    if (Buffer.from(bomb.subarray(at, at + 4)).equals(claimed)) bomb.set([16, 0, 0, 0], at);
  }
  expect(openLetter(bomb)).toEqual({ refused: expect.stringMatching(/not JSON|not a readable zip/u) });
});

test("an archive over the limit is not even looked into", () => {
  expect(openLetter(new Uint8Array(letterLimit + 1))).toEqual({ refused: expect.stringMatching(/larger than/u) });
});

test.each([
  ["another version", { ...letter, version: 2 }],
  ["a number that is none", { ...letter, pullRequest: "7" }],
  ["a head that is no commit", { ...letter, headSha: "main" }],
  ["an empty body", { ...letter, body: "" }],
  ["a body that is too long", { ...letter, body: "x".repeat(65_537) }],
  ["fields nobody asked for", { ...letter, token: "x" }],
  ["no object", [letter]],
])("%s is refused without quoting it", (_, content) => {
  expect(openLetter(enclosed(content))).toEqual({ refused: `${letterFile} does not have the expected fields` });
});

test("any bytes at all give an answer, never an exception", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), fc.nat(255), (noise, at, value) => {
      const damaged = enclosed(letter);
      damaged[at % damaged.length] = value;
      for (const bytes of [noise, damaged, damaged.subarray(0, at % damaged.length)]) {
        expect(Object.keys(openLetter(bytes))).toHaveLength(1);
      }
    }),
  );
});

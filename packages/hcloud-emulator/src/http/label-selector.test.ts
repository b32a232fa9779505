import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelSelector } from "./label-selector.ts";

const labels = { tier: "web", "shop.example.org/stage": "prod", empty: "" };

describe("a label selector", () => {
  it.each([
    ["tier=web", true],
    ["tier==web", true],
    ["tier = web", true],
    ["tier=db", false],
    ["tier!=db", true],
    ["tier!=web", false],
    ["missing!=web", true],
    ["tier", true],
    ["missing", false],
    ["!missing", true],
    ["!tier", false],
    ["empty", true],
    ["empty=", true],
    ["tier in (web,db)", true],
    ["tier in ( db )", false],
    ["missing in (web)", false],
    ["tier notin (db)", true],
    ["tier notin (web, db)", false],
    ["missing notin (web)", true],
    ["shop.example.org/stage=prod,tier in (web,db),!missing", true],
    ["shop.example.org/stage=prod,tier in (web,db),missing", false],
  ])("%s matches: %s", (selector, matches) => {
    expect(labelSelector(selector)(labels)).toBe(matches);
  });

  it.each(["a b", "=", "a in b", "a in (b", ",", "a,,b", "!", "a=b=c"])("%s is refused", (selector) => {
    expect(() => labelSelector(selector)).toThrow(/invalid input/);
  });

  it("is the opposite of its negation, whatever the labels", () => {
    const word = fc.stringMatching(/^[a-z]{1,3}$/);
    fc.assert(
      fc.property(fc.dictionary(word, word), word, word, (some, key, value) => {
        expect(labelSelector(`${key}=${value}`)(some)).toBe(!labelSelector(`${key}!=${value}`)(some));
        expect(labelSelector(`${key} in (${value},x)`)(some)).toBe(!labelSelector(`${key} notin (${value},x)`)(some));
        expect(labelSelector(key)(some)).toBe(!labelSelector(`!${key}`)(some));
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonError } from "./json-error.ts";

describe("what is wrong with JSON", () => {
  it.each([
    ['{"a": 1,}', 8, "expected double-quoted property name"],
    ['{"a": 1', 6, "expected ',' or '}' after property value"],
    ['{"a": tru}', 9, "unexpected token '}'"],
    ['{"a": }', 6, "unexpected token '}'"],
    ["// note\n{}", 0, "unexpected token '/'"],
    ['{"a": 1} {"b": 2}', 9, "unexpected non-whitespace character after JSON"],
    ['\uFEFF{"a" 1}\n', 6, "expected ':' after property name"],
    ['{"a": [1,\n', 8, "unexpected end of JSON input"],
    ["", 0, "unexpected end of JSON input"],
  ])("%j", (text, offset, reason) => {
    expect(jsonError(text)).toEqual({ reason, offset });
  });

  it("is nothing where JSON is written, and lies within the text where half of it is missing", () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, cut) => {
        expect(jsonError(json)).toBeUndefined();
        const half = json.slice(0, cut % json.length);
        expect(jsonError(half)?.offset ?? 0).toBeLessThanOrEqual(half.length);
      }),
    );
  });
});

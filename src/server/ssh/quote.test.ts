import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandLine } from "./quote.ts";

describe("a command line", () => {
  it("reaches a POSIX shell as the words it was made of", () => {
    const word = fc.string({
      unit: fc.constantFrom(..."ab '\"\\$`!*?~#&|;<>(){}[]=%\n\t-/ü".split("")),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), (words) => {
        const line = commandLine(["printf", "%s\\0", "first", ...words]);
        const printed = execFileSync("sh", ["-c", line], { encoding: "utf8" });
        expect(printed.split("\0").slice(0, -1)).toEqual(["first", ...words]);
      }),
      { numRuns: 50 },
    );
  });

  it("leaves what is plain as it is", () => {
    expect(commandLine(["systemctl", "restart", "k3s.service"])).toBe("systemctl restart k3s.service");
  });
});

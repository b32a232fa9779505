import { expect, test } from "vitest";
import { explainTrap } from "./trap.ts";

const explain = (output: string, cause: unknown = new Error("unreachable")) =>
  explainTrap(new Error("stopped", { cause }), output, 256 * 1024 ** 2);

test.each([
  [
    "runtime: out of memory: cannot allocate 4194304-byte block (267386880 in use)\nfatal error: out of memory",
    "limit",
  ],
  ["fatal error: runtime: cannot allocate memory", "limit"],
  ["runtime: goroutine stack exceeds 250000000-byte limit\nfatal error: stack overflow", "limit"],
  ["panic: nil map\n\ngoroutine 1 [running]:", "crashed"],
  ["panic: a message about out of memory", "crashed"],
  ["", "crashed"],
])("%j is a %s", (output, code) => {
  expect(explain(output).code).toBe(code);
});

test("a host that runs out of its own stack is a limit too", () => {
  expect(explain("", new RangeError("Maximum call stack size exceeded")).code).toBe("limit");
});

test("a crash says what Go said, and keeps the rest as detail", () => {
  const output = "panic: nil map\n\ngoroutine 1 [running]:\n";
  expect(explain(output)).toMatchObject({ message: "the engine crashed: nil map", detail: output.trim() });
});

import { expect, test } from "vitest";

import { readCommands } from "../tests/github/runner-commands.ts";
import { printVerbatim, runnerLog, withoutCommands } from "./runner-log.ts";

const hostile = [
  "::error::pwned",
  "  ::set-output name=x::y",
  "fine\r::add-mask::e",
  "\u0085::add-path::x",
  "text ##[set-env name=PATH]/evil",
  "a\n\n\t::debug::x",
];

test.each(hostile)("%o is a command to the runner, and none once it is written as a sentence", (text) => {
  expect(readCommands(text)).toHaveLength(1);
  expect(readCommands(withoutCommands(text))).toEqual([]);
  const lines: string[] = [];
  runnerLog((line) => lines.push(line)).info(text);
  expect(readCommands(lines.join("\n"))).toEqual([]);
});

test("foreign text is printed letter by letter while the runner looks away", () => {
  const lines: string[] = [];
  const text = `${hostile.join("\n")}\n::resume-me::`;
  printVerbatim(text, "6d1f", (line) => lines.push(line));
  const log = `${lines.join("\n")}\n::notice::ours`;
  expect(log).toContain(text);
  expect(readCommands(log)).toEqual([{ name: "notice", properties: { "": "" }, message: "ours" }]);
});

test("the word that ends it cannot be guessed", () => {
  const words = [0, 1].map(() => {
    const lines: string[] = [];
    printVerbatim("x", undefined, (line) => lines.push(line));
    return lines.join().split("\n")[0];
  });
  expect(words[0]).toMatch(/^::stop-commands::[0-9a-f-]{36}$/u);
  expect(words[0]).not.toBe(words[1]);
});

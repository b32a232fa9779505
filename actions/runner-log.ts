import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import { debug, warning } from "@actions/core";

import type { Clock, Log } from "../src/model/ports.ts";

/** The runner reads commands out of whatever a step prints, also out of text that a manifest brought along. */
export function runnerLog(write: (line: string) => void = writeLine): Log {
  // `debug` and `warning` are commands themselves, whose data @actions/core escapes.
  return { debug, warning, info: (message) => write(withoutCommands(message)) };
}

/** Breaks both command forms: `::name::` at the start of a line, and the older `##[name]` anywhere in one. */
export function withoutCommands(message: string): string {
  return message.replaceAll(/^([\s\u0085]*):(?=:)/gmu, "$1:\u200B").replaceAll("##[", "##\u200B[");
}

/** Prints foreign text as it is, while the runner looks away. Nobody can guess the word that ends this. */
export function printVerbatim(
  text: string,
  word: string = randomUUID(),
  write: (line: string) => void = writeLine,
): void {
  write(`::stop-commands::${word}\n${text}\n::${word}::`);
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await sleep(milliseconds, undefined, signal ? { signal } : {});
  },
};

function writeLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

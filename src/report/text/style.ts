import { styleText } from "node:util";
import type { Severity } from "../../model/finding.ts";

export type Tone = Severity | "heading" | "added" | "removed" | "dim";

/** Marks a piece of text as something; without colours it is the text itself. */
export type Paint = (tone: Tone, text: string) => string;

const formats = {
  error: ["bold", "red"],
  warning: ["bold", "yellow"],
  notice: ["bold", "cyan"],
  heading: ["bold"],
  added: ["green"],
  removed: ["red"],
  dim: ["dim"],
} as const satisfies Record<Tone, unknown>;

export const plain: Paint = (_, text) => text;

export const coloured: Paint = (tone, text) => styleText([...formats[tone]], text, { validateStream: false });

/** https://no-color.org and FORCE_COLOR: either one set decides, NO_COLOR first; else a terminal has colours. */
export function wantsColour(environment: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (environment.NO_COLOR) return false;
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return isTerminal && environment.TERM !== "dumb";
}

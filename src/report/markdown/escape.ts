import { visible, visibleLine } from "../visible.ts";

/** Breaks what GitHub would turn into a mention, a reference or a link, without being seen. */
const breaker = "\u200b";

/**
 * Foreign text as inline Markdown that shows exactly its characters: nothing in it is markup, HTML, a mention, an issue
 * reference or a link. Only `|` needs care beyond that, so the result also fits a table cell.
 */
export function text(foreign: string, limit = 300): string {
  return visibleLine(foreign, limit)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_[\]()#!|~$]|^[-+=]/g, (character) => `\\${character}`)
    .replaceAll(/^(\d+)([.)])/g, "$1\\$2")
    .replaceAll("@", `@${breaker}`)
    .replaceAll(/(#|GH-)(?=\d)/gi, `$1${breaker}`)
    .replaceAll("://", `:${breaker}//`)
    .replaceAll(/www\./gi, (www) => `${www.slice(0, 3)}${breaker}.`);
}

/** Foreign text as a code span; in one, GitHub knows no mentions, references or links. */
export function code(foreign: string, limit = 200): string {
  const line = visibleLine(foreign, limit);
  if (line.trim() === "") return "``` ```";
  const fence = "`".repeat(longestRun(line) + 1);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Foreign text inside HTML that this room writes itself (`<summary>`), where Markdown does not apply. */
export function html(foreign: string, limit = 300): string {
  return visibleLine(foreign, limit)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("@", `@${breaker}`)
    .replaceAll(/(#|GH-)(?=\d)/gi, `$1${breaker}`)
    .replaceAll("://", `:${breaker}//`);
}

/** A fenced block whose fence is longer than any the content has. */
export function block(language: string, content: string): string {
  const shown = visible(content);
  const fence = "`".repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
}

function longestRun(line: string): number {
  return Math.max(0, ...(line.match(/`+/g) ?? []).slice(0, 10_000).map((run) => run.length));
}

/** A link with text that is Markdown already; an address that is not http(s) leaves the text alone. */
export function link(markdown: string, address: string | undefined): string {
  if (address === undefined || !/^https?:\/\//.test(address)) return markdown;
  const safe = encodeURI(address.toWellFormed())
    .replaceAll(/%25(?=[0-9A-Fa-f]{2})/g, "%")
    .replaceAll(/[()<>|'"\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return `[${markdown}](${safe})`;
}

/** Invisible, and enough to keep two characters from meaning something together. */
const gap = "\u200B";

/** Tags that only arrange text. Attributes are not allowed on any of them. */
const tags = ["details", "summary", "b", "i", "sub", "sup", "code", "kbd", "ins", "del"];
const tag = `</?(?:${tags.join("|")})>|<br ?/?>`;
const entity = "&(?:lt|gt|amp|quot|nbsp|#39|#124|#96);";
const link = String.raw`\]\(https://[\w./:#%~+-]*\)`;
const candidate = new RegExp(`(${tag}|${entity}|${link})`, "u");

/** Highlighted languages. Others are dropped, because GitHub runs some of them (mermaid, geojson, stl, math). */
const languages = new Set(["diff", "yaml", "yml", "json", "text", "console"]);

export interface SanitiseOptions {
  /** A link survives if it starts with one of these. Each must end in "/" and be https. */
  linkPrefixes: readonly string[];
  /** Characters of the result. */
  limit: number;
}

/**
 * Makes hostile Markdown harmless without parsing it: a parser that disagrees with GitHub's would be the hole. What
 * could start a tag, link, image, reference, mention or cross-reference gets an invisible gap, so that it is shown and
 * means nothing; every line becomes part of one block quote, which no line can leave.
 */
export function sanitise(markdown: string, { linkPrefixes, limit }: SanitiseOptions): string {
  const lines = withoutControls(markdown)
    .split("\n")
    .map((line) => `> ${neutralise(line, linkPrefixes)}`.trimEnd());
  return cut(lines, limit);
}

/** Control, format and direction characters go first: no gap of ours can then be confused with theirs. */
function withoutControls(text: string): string {
  return text
    .replaceAll(/\r\n?/gu, "\n")
    .replaceAll(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu, "")
    .trim();
}

function neutralise(line: string, linkPrefixes: readonly string[]): string {
  return line
    .split(candidate)
    .map((piece, index) => (index % 2 === 1 && isSafe(piece, linkPrefixes) ? piece : disarm(piece)))
    .join("");
}

function isSafe(piece: string, linkPrefixes: readonly string[]): boolean {
  if (!piece.startsWith("](")) return true;
  const address = piece.slice(2, -1);
  // No way up out of a prefix, plain or encoded.
  return !/\.\.|%2e|%2f|%5c/iu.test(address) && linkPrefixes.some((prefix) => address.startsWith(prefix));
}

function disarm(text: string): string {
  return text
    .replaceAll(/(`{3,}|~{3,})([ \t]*)([^\s`~]+)/gu, (all, fence: string, space: string, language: string) =>
      languages.has(language) ? all : `${fence}${space}${gap}${language}`,
    )
    .replaceAll(/[<@$&!]/gu, (sign) => `${sign}${gap}`)
    .replaceAll(/\](?=[([:])/gu, `]${gap}`)
    .replaceAll(/#(?=\d)/gu, `#${gap}`)
    .replaceAll(/(?<=gh)-(?=\d)/giu, `-${gap}`)
    .replaceAll(/(?<=www)(?=\.)|(?=:\/\/)|(?<=mailto|xmpp)(?=:)/giu, gap);
}

function cut(lines: string[], limit: number): string {
  const whole = lines.join("\n");
  if (whole.length <= limit) return whole;
  const note = "\n>\n> … the rest is left out, see the run's summary";
  const room = whole.slice(0, limit - note.length);
  return `${room.slice(0, Math.max(0, room.lastIndexOf("\n")))}${note}`;
}

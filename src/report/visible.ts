/**
 * Characters that a terminal or a browser would act upon rather than show: C0 and C1 controls (so ANSI escapes too),
 * bidirectional overrides, zero-width and other invisible format characters, lone surrogates. Tab and line feed stay.
 */
const invisible = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The text with every such character spelled out, `<U+202E>`; a CR before a line feed is dropped. */
export function visible(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll(invisible, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
  });
}

/** The same on one line, cut at `limit` characters. */
export function visibleLine(text: string, limit = 300): string {
  // Cut before spelling out, which multiplies the length, and after, which bounds it.
  const line = visible(text.slice(0, limit + 1).replaceAll(/\s*\n\s*/g, " "));
  return line.length <= limit ? line : `${line.slice(0, limit - 1).toWellFormed()}…`;
}

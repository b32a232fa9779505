/** How many columns the text takes; wide characters are counted as one, which only makes a line a little long. */
export function columns(text: string): number {
  return Array.from(text).length;
}

/** Lines of at most `width` columns, each after the indent; a word that is longer keeps its line to itself. */
export function wrap(text: string, indent: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && columns(indent) + columns(longer) > width) {
      lines.push(indent + line);
      line = word;
    } else line = longer;
  }
  return [...lines, indent + line];
}

/** At most `width` columns, with an ellipsis for what is left out. */
export function clip(text: string, width: number): string {
  const characters = Array.from(text);
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join("")}…`;
}

/** The same, keeping the end: of a path it tells more. */
export function clipStart(text: string, width: number): string {
  const characters = Array.from(text);
  return characters.length <= width
    ? text
    : `…${characters.slice(characters.length - Math.max(0, width - 1)).join("")}`;
}

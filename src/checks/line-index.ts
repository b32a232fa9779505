/** Turns offsets in a text into lines and columns, both from 1. Lines end at LF; a CR before it belongs to the line. */
export function lineIndex(text: string): { position(offset: number): { line: number; column: number } } {
  let starts: number[] | undefined;
  const index = (): number[] => {
    const found = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) found.push(at + 1);
    return found;
  };
  return {
    position(offset) {
      starts ??= index();
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
  };
}

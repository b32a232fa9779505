/** Where and why a text is no JSON; undefined when it is. A byte order mark before it means nothing. */
export function jsonError(text: string): { reason: string; offset: number } | undefined {
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  const json = text.slice(mark);
  const complaint = complaintOf(json);
  if (complaint === undefined) return undefined;
  const [first = ""] = complaint.split(/ (?:in JSON )?at position |, (?:"|\.\.\.)/, 1);
  const reason = first.charAt(0).toLowerCase() + first.slice(1);
  const offset = Math.min(positionIn(complaint) ?? wrongCharacter(json), Math.max(json.trimEnd().length - 1, 0));
  return { reason, offset: offset + mark };
}

function complaintOf(json: string): string | undefined {
  try {
    JSON.parse(json);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function positionIn(complaint: string): number | undefined {
  const position = / at position (\d+)/.exec(complaint)?.[1];
  return position === undefined ? undefined : Number(position);
}

/** The engine does not place every complaint: this is the first character without which there would be nothing but an early end. */
function wrongCharacter(json: string): number {
  let [low, high] = [0, json.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const complaint = complaintOf(json.slice(0, middle + 1));
    const onlyShort =
      complaint === undefined || /end of JSON/.test(complaint) || (positionIn(complaint) ?? -1) > middle;
    if (onlyShort) low = middle + 1;
    else high = middle;
  }
  return low;
}

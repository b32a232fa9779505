import { Document, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { YAMLMap, YAMLSeq } from "yaml";
import { z } from "zod";
import { chartKey, fileKey, gitKey } from "./lock.ts";
import type { ChartLock } from "./lock.ts";
import { writeAtomically } from "./files.ts";

const header = ` Written by "slipway lock": charts, Git sources and value files from elsewhere, pinned to their content.`;

const chartNode = z
  .object({ repository: z.string(), chart: z.string(), version: z.coerce.string() })
  .transform(chartKey);
const fileNode = z.object({ url: z.string() }).transform(fileKey);
const gitNode = z.object({ repoURL: z.string(), revision: z.string() }).transform(gitKey);

function sequence(document: Document, name: string): YAMLSeq {
  const existing = document.get(name, true);
  if (isSeq(existing)) return existing;
  const made = document.createNode([]);
  document.set(name, made);
  return made;
}

/** Puts entries into a sequence in order, each in the node it had before, so that comments stay with their entry. */
function arrange(
  document: Document,
  name: string,
  entries: readonly { key: string; fields: object }[],
  keyOf: z.ZodType<string>,
): void {
  if (entries.length === 0) {
    document.delete(name);
    return;
  }
  const list = sequence(document, name);
  const [first] = list.items;
  if (isMap(first)) {
    // The parser gives a comment above the first entry to the list; it is meant for the entry.
    first.commentBefore = [list.commentBefore, first.commentBefore].filter(Boolean).join("\n") || null;
    list.commentBefore = null;
  }
  const nodes = new Map<string, YAMLMap>();
  for (const item of list.items) {
    const key = isMap(item) ? keyOf.safeParse(item.toJS(document)) : undefined;
    if (isMap(item) && key?.success) nodes.set(key.data, item);
  }
  list.flow = false;
  list.items = entries.map(({ key, fields }) => {
    const node = nodes.get(key);
    if (!node) return document.createNode(fields);
    node.items = node.items.filter(({ key: field }) => isScalar(field) && String(field.value) in fields);
    for (const [field, value] of Object.entries(fields)) {
      const scalar = node.get(field, true);
      if (isScalar(scalar)) scalar.value = value;
      else node.set(field, value);
    }
    return node;
  });
}

/** The text of a lock file: entries in the lock's order, with the comments of the text it replaces. */
export function formatLock(lock: ChartLock, previous?: string): string {
  const { charts, git, files, ...head } = lock;
  const parsed = previous === undefined ? undefined : parseDocument(previous);
  const usable = parsed?.errors.length === 0 && isMap(parsed.contents);
  const document: Document = usable ? parsed : new Document(head);
  if (!usable) document.commentBefore = header;
  const chartEntries = charts.map((entry) => ({ key: chartKey(entry), fields: { ...entry } }));
  const gitEntries = git.map((entry) => ({ key: gitKey(entry), fields: { ...entry } }));
  arrange(document, "charts", chartEntries, chartNode);
  const fileEntries = files.map((entry) => ({ key: fileKey(entry), fields: { ...entry } }));
  arrange(document, "git", gitEntries, gitNode);
  arrange(document, "files", fileEntries, fileNode);
  return document.toString({ lineWidth: 0 });
}

/** Writes a planned lock; answers whether the file changed. */
export async function writeLock(file: string, lock: ChartLock, previous: string | undefined): Promise<boolean> {
  const text = formatLock(lock, previous);
  if (text === previous) return false;
  await writeAtomically(file, text);
  return true;
}

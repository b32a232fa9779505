import type { FileTree } from "./contracts.ts";
import { ifReadable } from "./if-readable.ts";
import { PositionedDocument } from "./yaml-positions.ts";
import { contentLine, parseYaml, splitDocuments, type TextDocument } from "./yaml-read.ts";

/** A document that is read when its content is asked for, and once. */
class IndexedDocument {
  readonly source: TextDocument;
  /** Where its content starts, from 1. */
  readonly line: number;
  private parsed: { value: unknown } | undefined;
  private positioned: PositionedDocument | undefined;

  constructor(source: TextDocument) {
    this.source = source;
    this.line = contentLine(source);
  }

  /** Undefined where it is empty or broken. */
  get value(): unknown {
    this.parsed ??= { value: valueOf(this.source.text) };
    return this.parsed.value;
  }

  get positions(): PositionedDocument {
    this.positioned ??= new PositionedDocument(this.source);
    return this.positioned;
  }
}

function valueOf(text: string): unknown {
  try {
    return parseYaml(text);
  } catch {
    return undefined;
  }
}

const documentsOf = (text: string): IndexedDocument[] =>
  splitDocuments(text).map((document) => new IndexedDocument(document));

export interface IndexedFile {
  text: string;
  documents: IndexedDocument[];
}

/** Characters that are kept apart at a time. */
const capacity = 8_000_000;

/** The documents of files, each taken apart once although a thousand findings may ask for them. */
class DocumentIndex {
  private readonly tree: FileTree;
  private readonly files = new Map<string, IndexedFile | undefined>();
  private size = 0;

  constructor(tree: FileTree) {
    this.tree = tree;
  }

  /** Undefined for a file that is not there, or that the tree refuses. */
  file(path: string): IndexedFile | undefined {
    if (this.files.has(path)) return this.files.get(path);
    const content = ifReadable(() => this.tree.read(path));
    const text = content && new TextDecoder().decode(content);
    const file = text === undefined ? undefined : { text, documents: documentsOf(text) };
    this.files.set(path, file);
    this.size += text?.length ?? 0;
    this.makeRoom(path);
    return file;
  }

  /** Lets go of what has been there longest. */
  private makeRoom(newest: string): void {
    for (const [path, file] of this.files) {
      if (this.size <= capacity || path === newest) return;
      this.size -= file?.text.length ?? 0;
      this.files.delete(path);
    }
  }
}

const indexes = new WeakMap<FileTree, DocumentIndex>();

/** The index of a tree, which lasts as long as the tree. */
export function documentIndex(tree: FileTree): DocumentIndex {
  const index = indexes.get(tree) ?? new DocumentIndex(tree);
  indexes.set(tree, index);
  return index;
}

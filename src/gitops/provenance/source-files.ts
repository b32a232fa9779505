import type { FileTree } from "../contracts.ts";
import { type EmbeddedText, PositionedDocument } from "../yaml-positions.ts";
import { contentLine, parseYaml, splitDocuments, type TextDocument } from "../yaml-read.ts";

/** A document of a file, or a text inside one, that is parsed when somebody asks, and once. */
export class SourceDocument {
  readonly source: TextDocument & Partial<EmbeddedText>;
  private read: { value: unknown } | undefined;
  private placed: PositionedDocument | undefined;

  constructor(source: TextDocument & Partial<EmbeddedText>) {
    this.source = source;
  }

  /** Plain data; undefined for what cannot be read. */
  get value(): unknown {
    this.read ??= { value: parsed(this.source.text) };
    return this.read.value;
  }

  get positions(): PositionedDocument {
    this.placed ??= new PositionedDocument(this.source);
    return this.placed;
  }

  get line(): number {
    return contentLine(this.source);
  }
}

function parsed(text: string): unknown {
  try {
    return parseYaml(text);
  } catch {
    return undefined;
  }
}

/** The files of a tree as documents, each file parsed once per run however many findings ask for it. */
export class SourceFiles {
  readonly tree: FileTree;
  private readonly texts = new Map<string, string | undefined>();
  private readonly documentsOf = new Map<string, SourceDocument[]>();

  constructor(tree: FileTree) {
    this.tree = tree;
  }

  has(file: string): boolean {
    return this.text(file) !== undefined;
  }

  text(file: string): string | undefined {
    if (!this.texts.has(file)) this.texts.set(file, this.readText(file));
    return this.texts.get(file);
  }

  private readText(file: string): string | undefined {
    try {
      const content = this.tree.read(file);
      return content === undefined ? undefined : new TextDecoder().decode(content);
    } catch {
      // A path that leads out of the repository is nobody's place here.
      return undefined;
    }
  }

  documents(file: string): readonly SourceDocument[] {
    const known = this.documentsOf.get(file);
    if (known !== undefined) return known;
    const documents = splitDocuments(this.text(file) ?? "").map((one) => new SourceDocument(one));
    this.documentsOf.set(file, documents);
    return documents;
  }
}

/** The documents of a text that stands inside another document. */
export function embeddedDocuments(embedded: EmbeddedText): SourceDocument[] {
  return splitDocuments(embedded.text).map(
    (one) =>
      new SourceDocument({ ...embedded, text: one.text, line: embedded.line + (embedded.single ? 0 : one.line - 1) }),
  );
}

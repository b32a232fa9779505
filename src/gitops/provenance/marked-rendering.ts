import { isObject } from "../json.ts";
import type { Again } from "../render-again.ts";
import type { ChartFiles } from "./chart-files.ts";
import { declaredName, isOfKind } from "./declared-object.ts";
import { marked, type MarkedLine, withoutMarks } from "./marks.ts";
import type { Question } from "./question.ts";
import { SourceDocument } from "./source-files.ts";
import { splitDocuments } from "../yaml-read.ts";
import { placeInObject } from "./declared-object.ts";

/** The templates of a chart with marks, by path. */
export function markedTemplates({ templates }: ChartFiles): { files: Map<string, string>; paths: string[] } {
  const paths = templates.paths().filter((path) => /\.(?:ya?ml|tpl|json)$/.test(path));
  const files = new Map(paths.map((path, index) => [path, marked(templates.file(path)?.text ?? "", index)]));
  return { files, paths };
}

interface MarkedDocument {
  document: SourceDocument;
  lines: readonly (MarkedLine | undefined)[];
}

/** What a marked chart printed: for each field, the line of the template that it came from. */
export class MarkedRendering {
  private readonly documents: readonly MarkedDocument[];
  private readonly paths: readonly string[];
  private readonly chart: ChartFiles;

  constructor({ texts }: Again, paths: readonly string[], chart: ChartFiles) {
    this.chart = chart;
    this.paths = paths;
    this.documents = texts
      .flatMap((text) => splitDocuments(text))
      .map((source) => {
        const { text, lines } = withoutMarks(source.text);
        return { document: new SourceDocument({ text, line: 1 }), lines };
      });
  }

  /** The template's line for a field or for what is nearest to it, and how many of its steps are written down to there. */
  line({ resource, steps, names }: Question): { file: string; line: number; found: number } | undefined {
    const { id } = resource;
    const found = this.documents.find(({ document }) => {
      if (!document.source.text.includes(id.kind)) return false;
      const { value } = document;
      return isOfKind(value, id) && declaredName(value) === id.name && inNamespace(value, id.namespace);
    });
    if (found === undefined) return undefined;
    const { document, lines } = found;
    const place = placeInObject({ document, prefix: [], value: {} }, steps);
    const own = this.markFrom(lines, place.position.line);
    if (own === undefined) return undefined;
    for (let count = place.found; count > 0; count -= 1) {
      const above = document.positions.nearest(steps.slice(0, count));
      const line = this.markFrom(lines, above.position.line);
      if (line !== undefined && this.writes(line, names[count - 1] ?? "", typeof steps[count - 1] === "object")) {
        return { ...own, found: count };
      }
    }
    return { ...own, found: 0 };
  }

  /** What prints several lines has its mark at the end of the last one. */
  private markFrom(
    lines: readonly (MarkedLine | undefined)[],
    from: number,
  ): { file: string; line: number } | undefined {
    const found = lines.slice(from - 1).find((one) => one !== undefined);
    const file = this.paths[found?.file ?? -1];
    return found === undefined || file === undefined ? undefined : { file, line: found.line };
  }

  private writes({ file, line }: { file: string; line: number }, name: string, isItem: boolean): boolean {
    const text = this.chart.templates.file(file)?.text.split("\n")[line - 1] ?? "";
    const plain = text.replace(/\{\{[^}]*\}\}/g, "");
    return isItem ? /^\s*-(?:\s|$)/.test(plain) : new RegExp(`(?:^|[\\s"'{,])${escaped(name)}["']?\\s*:`).test(plain);
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function inNamespace(value: unknown, namespace: string | undefined): boolean {
  const written = isObject(value) && isObject(value["metadata"]) ? value["metadata"]["namespace"] : undefined;
  return written === undefined || written === namespace;
}

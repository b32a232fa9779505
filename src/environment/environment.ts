import { isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from "yaml";
import type { SourceLocation } from "../model/resource.ts";

/** What the checks of manifests want to know of an Environment file; everything else in it is left alone. */
export interface Environment {
  name: string;
  at: SourceLocation;
  /** The file of the Application at the top of everything that runs there. */
  bootstrap?: string;
  /** Server types in the order they are tried; empty where the cluster is somebody else's. */
  serverTypes: readonly { name: string; at: SourceLocation }[];
}

/** The Environments that a file declares. A file that is none, or cannot be read, has none. */
export function environmentsIn(file: string, text: string): Environment[] {
  if (!/^kind:[ \t]*["']?Environment\b/m.test(text) || !text.includes("slipway.dev/")) return [];
  const counter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: counter, uniqueKeys: false, logLevel: "silent" });
  if (!Array.isArray(documents)) return [];
  const at = (node: unknown): SourceLocation => {
    const start = isNode(node) ? node.range?.[0] : undefined;
    const { line, col } = counter.linePos(start ?? 0);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  return documents.flatMap((document): Environment[] => {
    const { contents } = document;
    const text = (...path: string[]): string | undefined => textIn(contents, path);
    const name = text("metadata", "name");
    if (text("kind") !== "Environment" || text("apiVersion")?.startsWith("slipway.dev/") !== true) return [];
    if (document.errors.length > 0 || name === undefined) return [];
    const types = isMap(contents) ? contents.getIn(["spec", "server", "types"], true) : undefined;
    const bootstrap = text("spec", "argocd", "bootstrap");
    const items = isSeq(types) && text("spec", "server", "provider") === "hetzner" ? types.items : [];
    return [
      {
        name,
        at: at(contents),
        ...(bootstrap !== undefined && { bootstrap: bootstrap.replace(/^\.\//, "") }),
        serverTypes: items.flatMap((item) =>
          isScalar(item) && typeof item.value === "string" ? [{ name: item.value, at: at(item) }] : [],
        ),
      },
    ];
  });
}

function textIn(contents: unknown, path: readonly string[]): string | undefined {
  const found: unknown = isMap(contents) ? contents.getIn(path) : undefined;
  return typeof found === "string" ? found : undefined;
}

const isNode = (node: unknown): node is Node => typeof node === "object" && node !== null && "range" in node;

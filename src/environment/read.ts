import { basename } from "node:path";
import { type Document, LineCounter, parseAllDocuments } from "yaml";
import { closest } from "../model/closest.ts";
import { fieldPath } from "../model/field-path.ts";
import type { Finding } from "../model/finding.ts";
import type { SourceLocation } from "../model/resource.ts";
import { conflictsIn } from "./conflicts.ts";
import { type FieldPath, placeIn } from "./place.ts";
import { type Problem, problemsOf } from "./problem.ts";
import { finding } from "./rules.ts";
import { type Environment, environmentSchema, formatVersion } from "./schema.ts";

/** What one YAML document says of an environment, as far as it can be read. */
export interface EnvironmentDocument {
  /** `metadata.name`; the file's name where it has none. */
  name: string;
  at: SourceLocation;
  /** With defaults; absent where a field is wrong. */
  environment?: Environment;
  /** As it is written, without defaults. */
  declared: unknown;
  /** All that is wrong with the file itself. */
  problems: Finding[];
  /** It is no YAML: then its one problem says why, and nothing else is known of it. */
  unreadable: boolean;
  /** The file of the Application at the top of everything that runs there. */
  bootstrap?: string;
  /** Server types in the order they are tried; empty where the cluster is somebody else's. */
  serverTypes: readonly { name: string; at: SourceLocation }[];
  /** Where a field stands, or the nearest mapping around it. */
  place: (path: FieldPath) => SourceLocation;
}

/** No honest Environment is longer. In characters. */
const lengthLimit = 256 * 1024;

/** The Environments that a file declares; none where it is about something else. Never throws. */
export function readEnvironments(file: string, text: string): EnvironmentDocument[] {
  if (!looksLikeEnvironment(text)) return [];
  const lines = new LineCounter();
  const documents = text.length > lengthLimit ? "it is longer than 256 KiB" : parse(text, lines);
  if (typeof documents === "string") return [unreadable(file, { line: 1, column: 1 }, documents)];
  return documents.flatMap((document): EnvironmentDocument[] => {
    const [broken] = document.errors;
    if (broken) {
      const { line, col } = broken.linePos?.[0] ?? { line: 1, col: 1 };
      const [words = "it is not YAML"] = broken.message.split(/ at line \d+/);
      return [unreadable(file, { line, column: col }, words)];
    }
    return document.contents === null ? [] : readDocument(file, document, lines);
  });
}

/** Cheap, so that a repository full of other YAML costs nothing. */
function looksLikeEnvironment(text: string): boolean {
  return /^(?:kind:[ \t]*["']?Environment\b|apiVersion:[ \t]*["']?slipway)/m.test(text);
}

function parse(text: string, lineCounter: LineCounter): Document[] | string {
  try {
    const documents = parseAllDocuments(text, { lineCounter, merge: true, prettyErrors: true, logLevel: "silent" });
    return Array.isArray(documents) ? documents : [];
  } catch (error) {
    if (error instanceof RangeError) return "its values are nested too deeply";
    throw error;
  }
}

function unreadable(file: string, position: { line: number; column: number }, why: string): EnvironmentDocument {
  const at = { file, ...position };
  const problem = finding("environment/invalid", `The file cannot be read: ${why}`, { at: [at] });
  return {
    name: nameOfFile(file),
    at,
    declared: undefined,
    problems: [problem],
    unreadable: true,
    serverTypes: [],
    place: () => at,
  };
}

function readDocument(file: string, document: Document, lines: LineCounter): EnvironmentDocument[] {
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return [unreadable(file, { line: 1, column: 1 }, error instanceof Error ? error.message : String(error))];
  }
  if (isRecord(value) && isForeign(value)) return [];
  const place = (path: FieldPath, key?: string): SourceLocation => placeIn(document, path, key, { file, lines });
  const told = ({ path, key, message, hint }: Problem): Finding =>
    finding("environment/invalid", message, {
      path: fieldPath(key === undefined ? path : [...path, key]),
      at: [place(path, key)],
      ...(hint !== undefined && { hint }),
    });
  const parsed = environmentSchema.safeParse(value);
  const problems = parsed.success ? [] : parsed.error.issues.flatMap((issue) => problemsOf(issue, value)).map(told);
  const conflicts = conflictsIn(value).map(({ path, message, hint, severity }) =>
    finding("environment/conflict", message, { path: fieldPath(path), at: [place(path)], hint, severity }),
  );
  const name = textAt(value, "metadata", "name") ?? nameOfFile(file);
  const bootstrap = textAt(value, "spec", "argocd", "bootstrap");
  const isHetzner = textAt(value, "spec", "server", "provider") === "hetzner";
  const types = isHetzner ? valueAt(value, ["spec", "server", "types"]) : [];
  return [
    {
      name,
      at: place([]),
      declared: value,
      ...(parsed.success && { environment: parsed.data }),
      problems: [...problems, ...conflicts].toSorted(byPlace),
      unreadable: false,
      ...(bootstrap !== undefined && { bootstrap: bootstrap.replace(/^\.\//, "") }),
      serverTypes: (Array.isArray(types) ? types : []).flatMap((type: unknown, index) =>
        typeof type === "string" ? [{ name: type, at: place(["spec", "server", "types", index]) }] : [],
      ),
      place,
    },
  ];
}

/** Somebody else's kind of that name; a misspelt apiVersion is still meant to be ours. */
function isForeign({ apiVersion, kind }: Record<string, unknown>): boolean {
  if (apiVersion === undefined) return kind !== "Environment";
  if (typeof apiVersion !== "string") return true;
  return !apiVersion.startsWith("slipway") && closest(apiVersion, [formatVersion]) === undefined;
}

const nameOfFile = (file: string): string => basename(file).replace(/\.ya?ml$/, "");
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value);
}

function textAt(value: unknown, ...path: string[]): string | undefined {
  const found = valueAt(value, path);
  return typeof found === "string" ? found : undefined;
}

function byPlace({ at: [a] }: Finding, { at: [b] }: Finding): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}

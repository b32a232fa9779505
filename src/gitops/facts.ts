import { YAMLException } from "js-yaml";
import type { JsonObject, ResourceId } from "../model/resource.ts";
import { isJson, isObject, stringAt, withoutNulls } from "./json.ts";
import { depthLimit } from "../yaml/limits.ts";
import { type ArgoKind, argoKinds, idOfObject, isArgoKind, objectIssues } from "./object-issues.ts";
import type { GitopsRule } from "./rules.ts";
import { type FieldPath, formatPath, PositionedDocument } from "./yaml-positions.ts";
import { contentLine, parseYaml, splitDocuments, type TextDocument } from "./yaml-read.ts";

/** An Argo CD object as a file declares it. */
export interface DeclaredObject {
  kind: ArgoKind;
  object: JsonObject;
  /** Where it starts, from 1. */
  line: number;
  /** Whether Argo CD would accept it. */
  valid: boolean;
}

/** Something wrong with one of them; becomes a finding once the file is known. */
interface FactProblem {
  rule: GitopsRule;
  severity?: "warning";
  message: string;
  /** What is wrong; absent where that is not known. */
  resource?: ResourceId;
  path?: string;
  line: number;
  column: number;
}

/** What one file says about Argo CD. Plain data that depends on the text alone, so it can be cached by blob id. */
export interface ApplicationFacts {
  declared: DeclaredObject[];
  problems: FactProblem[];
}

const versionMention = /["']?apiVersion["']?\s*:\s*["']?argoproj\.io\/v1alpha1/;
const kindMention = /["']?kind["']?\s*:\s*["']?(?:Application|ApplicationSet|AppProject)["']?(?=[\s,}]|$)/;
/** Above this a document is data, not an Application. In characters. */
const documentLimit = 2_000_000;

/** Reads every Argo CD object of a YAML or JSON text; nothing else in it is parsed. Never throws. */
export function applicationFacts(text: string): ApplicationFacts {
  const facts: ApplicationFacts = { declared: [], problems: [] };
  if (!text.includes("argoproj.io/")) return facts;
  for (const document of splitDocuments(text)) {
    if (!versionMention.test(document.text) || !kindMention.test(document.text)) continue;
    readDocument(document, facts);
  }
  return facts;
}

function readDocument(document: TextDocument, facts: ApplicationFacts): void {
  const unreadable = (why: string): void => {
    const message = `This document looks like an Argo CD object but was not read: ${why}`;
    facts.problems.push({ rule: "gitops/unreadable-document", message, line: contentLine(document), column: 1 });
  };
  if (document.text.length > documentLimit) return unreadable(`it has more than ${documentLimit} characters`);
  try {
    const value = parseYaml(document.text);
    if (isJson(value)) visit(value, [], document, facts);
  } catch (error) {
    // The yaml check lists every syntax error; here only the consequence is told.
    unreadable(reasonOf(error));
  }
}

/** The parser's own message ends in a line of the document, which is not a line of the file. */
function reasonOf(error: unknown): string {
  if (error instanceof YAMLException) {
    return /maxDepth/.test(error.reason)
      ? `it nests mappings and lists more than ${depthLimit} levels deep`
      : error.reason;
  }
  return error instanceof Error ? error.message : String(error);
}

function visit(value: unknown, at: FieldPath, document: TextDocument, facts: ApplicationFacts): void {
  if (!isObject(value)) return;
  const kind = stringAt(value, "kind");
  if (Array.isArray(value["items"]) && kind?.endsWith("List") === true) {
    for (const [index, item] of value["items"].entries()) visit(item, [...at, "items", index], document, facts);
  } else if (value["apiVersion"] === "argoproj.io/v1alpha1" && isArgoKind(kind)) {
    const object = withoutNulls(value);
    if (isObject(object)) declare(kind, object, at, document, facts);
  }
}

function declare(
  kind: ArgoKind,
  object: JsonObject,
  at: FieldPath,
  document: TextDocument,
  facts: ApplicationFacts,
): void {
  const issues = objectIssues(kind, object);
  const positions = issues.length > 0 || at.length > 0 ? new PositionedDocument(document) : undefined;
  const name = stringAt(object, "metadata", "name") ?? "without a name";
  for (const { path, message, severity } of issues) {
    facts.problems.push({
      rule: argoKinds[kind].rule,
      ...(severity && { severity }),
      message: `${kind} ${name}: ${message}`,
      resource: idOfObject(object),
      ...(path.length > 0 && { path: formatPath(path) }),
      ...(positions?.nearest([...at, ...path]).value ?? { line: contentLine(document), column: 1 }),
    });
  }
  facts.declared.push({
    kind,
    object,
    line: positions?.nearest(at).position.line ?? contentLine(document),
    valid: issues.every((issue) => issue.severity === "warning"),
  });
}

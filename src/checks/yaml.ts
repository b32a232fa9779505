import { isUtf8 } from "node:buffer";
import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from "js-yaml";
import type { Finding } from "../model/finding.ts";
import { readFlowsAsGo } from "../yaml/flow-indent.ts";
import { depthLimit, manifestFileLimit } from "../yaml/limits.ts";
import { lineIndex } from "./line-index.ts";
import { finding } from "./rules.ts";
import { jsonError } from "./json-error.ts";
import { keyTrap, meansText, noJsonNumber, scalarTrap } from "./yaml-traps.ts";

/** Kubernetes' own parser gives up on documents whose aliases outweigh their text; this is far above any honest use. */
const expandedNodeLimit = 100_000;

interface Frame {
  keys: Set<string> | undefined;
  /** The key whose value comes next; undefined where a key comes next. */
  key: string | undefined;
  anchor: string | undefined;
  nodes: number;
  /** The key it stands under, for an item of a list that of the list. */
  name: string | undefined;
  /** Whether it is the data of a ConfigMap or a Secret. */
  data: boolean;
}

interface Issue {
  rule: "yaml/syntax" | "yaml/duplicate-key" | "yaml/ambiguous-scalar" | "yaml/alias-bomb";
  message: string;
  hint?: string;
  offset: number;
}

/** Everything wrong with one YAML or JSON file as such. Depends on the bytes alone, so the caller may cache it by blob id. */
export function checkYaml(file: string, bytes: Uint8Array): Finding[] {
  const top = [{ file, line: 1, column: 1 }];
  if (bytes.length > manifestFileLimit) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    const hint = "Split it into files of one resource each, or list it in ignore of slipway.yaml if it is data.";
    return [finding("yaml/too-large", `${file} has ${size} MiB, so it is not checked as YAML`, { at: top, hint })];
  }
  const misread = checkEncoding(file, bytes);
  if (misread !== undefined) return misread;
  const text = new TextDecoder().decode(bytes);
  const json = file.endsWith(".json");
  const broken = json ? jsonError(text) : undefined;
  if (broken !== undefined) {
    const place = { file, ...lineIndex(text).position(broken.offset) };
    return [finding("yaml/syntax", `${file} is not valid JSON: ${broken.reason}`, { at: [place] })];
  }
  try {
    const {
      value: events,
      text: read,
      moved,
    } = readFlowsAsGo(text, (source) => parseEvents(source, { maxDepth: depthLimit }));
    const lines = lineIndex(read);
    const issues = walk(read, events);
    // Who writes no quotes in JSON means a number.
    return issues
      .filter(({ rule }) => !json || rule !== "yaml/ambiguous-scalar")
      .map(({ rule, message, hint, offset }) => {
        const { line, column } = lines.position(offset);
        const at = [{ file, line, column: column - (moved.get(line) ?? 0) }];
        return finding(rule, message, { at, ...(hint !== undefined && { hint }) });
      });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const position = error.mark ? placeOf(text, error.mark) : { line: 1, column: 1 };
    const message = /maxDepth/.test(error.reason)
      ? `${file} nests mappings and lists more than ${depthLimit} levels deep`
      : `${file} is not valid YAML: ${error.reason}`;
    return [finding("yaml/syntax", message, { at: [{ file, ...position }] })];
  }
}

/** What is wrong with the bytes of a text file; undefined when they are UTF-8. */
export function checkEncoding(file: string, bytes: Uint8Array): Finding[] | undefined {
  if (isUtf8(bytes)) return undefined;
  const wide = isUtf16(bytes);
  const hint = wide
    ? "Save the file as UTF-8."
    : "Save the file as UTF-8; if it is no text at all, give it another ending.";
  const at = [{ file, line: 1, column: 1 }];
  return [finding("yaml/encoding", `${file} is ${wide ? "UTF-16" : "not UTF-8 text"}`, { at, hint })];
}

/** Flows are read with some lines indented further, and a text that ends too early is complained about behind its end. */
function placeOf(text: string, mark: { line: number; column: number }): { line: number; column: number } {
  const lines = text.split("\n");
  const last = lines.findLastIndex((line) => line.trim() !== "");
  const line = Math.max(Math.min(mark.line, last), 0);
  const length = lines[line]?.trimEnd().length ?? 0;
  const column = mark.line === line && mark.column <= length ? mark.column : Math.max(length - 1, 0);
  return { line: line + 1, column: column + 1 };
}

/** By its byte order mark. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function walk(text: string, events: Event[]): Issue[] {
  const issues: Issue[] = [];
  let traps: Issue[] = [];
  let stack: Frame[] = [];
  let sizes = new Map<string, number>();
  let anchors = new Set<string>();
  let bombed = false;

  const close = (nodes: number, anchor: string | undefined, offset: number): void => {
    if (anchor !== undefined) sizes.set(anchor, nodes);
    const parent = stack.at(-1);
    if (!parent) return;
    parent.nodes += nodes;
    if (parent.nodes > expandedNodeLimit && !bombed && sizes.size > 0) {
      bombed = true;
      const message = `Aliases expand to more than ${expandedNodeLimit} values`;
      issues.push({ rule: "yaml/alias-bomb", message, hint: "Kubernetes' parser refuses such a document.", offset });
    }
  };
  /** Takes a finished key or value of the enclosing mapping. */
  const placed = (scalar: string | undefined, offset: number): void => {
    const parent = stack.at(-1);
    if (!parent?.keys) return;
    if (parent.key !== undefined) {
      parent.key = undefined;
      return;
    }
    parent.key = scalar ?? "";
    if (scalar === undefined || scalar === "<<") return;
    if (parent.keys.has(scalar)) {
      const hint = "Remove one of them: some parsers refuse the file, the others keep the last one.";
      issues.push({ rule: "yaml/duplicate-key", message: `The key "${scalar}" is given twice`, hint, offset });
    }
    parent.keys.add(scalar);
  };

  for (const event of events) {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        traps = [];
        sizes = new Map();
        anchors = new Set();
        stack = [];
        break;
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE: {
        if (event.anchorStart >= 0) anchors.add(text.slice(event.anchorStart, event.anchorEnd));
        const keys = event.type === EVENT_ID.MAPPING ? new Set<string>() : undefined;
        const anchor = event.anchorStart < 0 ? undefined : text.slice(event.anchorStart, event.anchorEnd);
        const parent = stack.at(-1);
        if (parent?.keys !== undefined && parent.key === undefined) {
          const message = "A mapping or list is used as a key, which Kubernetes' parser refuses";
          const hint = "A value that begins with {{ must be in quotes.";
          issues.push({ rule: "yaml/syntax", message, hint, offset: event.start });
        }
        // Placed before its content: a collection as a key is legal YAML, and its content must not count as the parent's.
        const name = parent?.keys === undefined ? parent?.name : parent.key;
        // At the top, or in an item of a List.
        const data = name === "data" && parent?.keys?.has("apiVersion") === true;
        placed(undefined, event.start);
        stack.push({ keys, key: undefined, anchor, nodes: 1, name, data });
        break;
      }
      case EVENT_ID.SCALAR: {
        const parent = stack.at(-1);
        const isKey = parent?.keys !== undefined && parent.key === undefined;
        const value = getScalarValue(text, event);
        if (event.anchorStart >= 0) anchors.add(text.slice(event.anchorStart, event.anchorEnd));
        if (!isKey && (parent?.keys === undefined ? parent?.name : parent.key) === "<<") {
          const message = "A merge key (<<) takes a mapping or a list of mappings";
          issues.push({ rule: "yaml/syntax", message, offset: event.valueStart });
        }
        if (event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0) {
          const key = parent?.key;
          const trap = isKey
            ? keyTrap(value)
            : scalarTrap(value, { key, text: parent !== undefined && meansText(key, parent) });
          const hint = `Write "${value}" in quotes if you mean the text.`;
          const rule = trap === noJsonNumber ? "yaml/syntax" : "yaml/ambiguous-scalar";
          if (trap) traps.push({ rule, message: `${value} ${trap}`, hint, offset: event.valueStart });
        }
        // A quoted key begins at its quote.
        placed(value, event.valueStart - (/["']/.test(text.charAt(event.valueStart - 1)) ? 1 : 0));
        close(1, event.anchorStart < 0 ? undefined : text.slice(event.anchorStart, event.anchorEnd), event.valueStart);
        break;
      }
      case EVENT_ID.ALIAS:
        if (!anchors.has(text.slice(event.anchorStart, event.anchorEnd))) {
          const message = `There is no anchor before the alias *${text.slice(event.anchorStart, event.anchorEnd)}`;
          issues.push({ rule: "yaml/syntax", message, offset: event.anchorStart - 1 });
        }
        placed(undefined, event.anchorStart);
        close(sizes.get(text.slice(event.anchorStart, event.anchorEnd)) ?? 1, undefined, event.anchorStart);
        break;
      case EVENT_ID.POP: {
        const frame = stack.pop();
        if (!frame) break;
        // Only manifests are read by Kubernetes: `on:` in a workflow or `yes` in a values file is not its business.
        if (stack.length === 0 && frame.keys?.has("apiVersion") === true && frame.keys.has("kind"))
          issues.push(...traps);
        close(frame.nodes, frame.anchor, 0);
        break;
      }
    }
  }
  return issues.sort((a, b) => a.offset - b.offset);
}

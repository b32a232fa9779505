import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from "js-yaml";
import type { Finding } from "../model/finding.ts";
import { readFlowsAsGo } from "../yaml/flow-indent.ts";
import { lineIndex } from "./line-index.ts";
import { finding } from "./rules.ts";
import { keyTrap, scalarTrap } from "./yaml-traps.ts";

/** Above this a file is data, not manifests: etcd refuses requests over 1.5 MiB, so no single manifest is larger. In bytes. */
export const yamlSizeLimit = 8 * 1024 * 1024;
/** Kubernetes' own parser gives up on documents whose aliases outweigh their text; this is far above any honest use. */
const expandedNodeLimit = 100_000;
const maxDepth = 500;

interface Frame {
  keys: Set<string> | undefined;
  /** The key whose value comes next; undefined where a key comes next. */
  key: string | undefined;
  anchor: string | undefined;
  nodes: number;
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
  if (bytes.length > yamlSizeLimit) {
    const size = (bytes.length / 1024 / 1024).toFixed(0);
    return [finding("yaml/too-large", `${file} has ${size} MiB and is not read as manifests`, { at: top })];
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const hint = "Save the file as UTF-8; if it is no text at all, give it another ending.";
    return [finding("yaml/encoding", `${file} is not UTF-8 text`, { at: top, hint })];
  }
  try {
    const { value: events, text: read, moved } = readFlowsAsGo(text, (source) => parseEvents(source, { maxDepth }));
    const lines = lineIndex(read);
    return walk(read, events).map(({ rule, message, hint, offset }) => {
      const { line, column } = lines.position(offset);
      const at = [{ file, line, column: column - (moved.get(line) ?? 0) }];
      return finding(rule, message, { at, ...(hint !== undefined && { hint }) });
    });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const position = error.mark ? { line: error.mark.line + 1, column: error.mark.column + 1 } : { line: 1, column: 1 };
    return [finding("yaml/syntax", `${file} is not valid YAML: ${error.reason}`, { at: [{ file, ...position }] })];
  }
}

function walk(text: string, events: Event[]): Issue[] {
  const issues: Issue[] = [];
  let traps: Issue[] = [];
  let stack: Frame[] = [];
  let sizes = new Map<string, number>();
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
        stack = [];
        break;
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE: {
        const keys = event.type === EVENT_ID.MAPPING ? new Set<string>() : undefined;
        const anchor = event.anchorStart < 0 ? undefined : text.slice(event.anchorStart, event.anchorEnd);
        const parent = stack.at(-1);
        if (parent?.keys !== undefined && parent.key === undefined) {
          const message = "A mapping or list is used as a key, which Kubernetes' parser refuses";
          const hint = "A value that begins with {{ must be in quotes.";
          issues.push({ rule: "yaml/syntax", message, hint, offset: event.start });
        }
        // Placed before its content: a collection as a key is legal YAML, and its content must not count as the parent's.
        placed(undefined, event.start);
        stack.push({ keys, key: undefined, anchor, nodes: 1 });
        break;
      }
      case EVENT_ID.SCALAR: {
        const parent = stack.at(-1);
        const isKey = parent?.keys !== undefined && parent.key === undefined;
        const value = getScalarValue(text, event);
        if (event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0) {
          const trap = isKey ? keyTrap(value) : scalarTrap(value, parent?.key);
          const hint = `Write "${value}" in quotes if you mean the text.`;
          if (trap)
            traps.push({ rule: "yaml/ambiguous-scalar", message: `${value} ${trap}`, hint, offset: event.valueStart });
        }
        placed(value, event.valueStart);
        close(1, event.anchorStart < 0 ? undefined : text.slice(event.anchorStart, event.anchorEnd), event.valueStart);
        break;
      }
      case EVENT_ID.ALIAS:
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

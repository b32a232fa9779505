import { LineCounter, isNode, parseDocument } from "yaml";
import type { Document } from "yaml";
import { z } from "zod";
import { normalRepository } from "./address.ts";

const digest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, "must be sha256: and 64 hexadecimal digits")
  .describe("sha256 of the chart's archive, the same over HTTP and OCI");
const commit = z
  .string()
  .regex(/^[0-9a-f]{40}$/, "must be a full commit of 40 hexadecimal digits")
  .describe("The commit the revision meant when it was locked");

const lockedChart = z
  .strictObject({
    repository: z.string().min(1).describe("Chart repository (https://…) or registry (oci://…), as declared"),
    chart: z.string().describe("Name of the chart; empty for an artifact that is the OCI address itself"),
    version: z.string().describe("Version or constraint, as declared"),
    resolved: z.string().min(1).describe("The version that was chosen"),
    digest,
    contents: z.literal("files").optional().describe("Set on an OCI artifact that holds plain files, not a Helm chart"),
  })
  .meta({ id: "LockedChart" });

const lockedGit = z
  .strictObject({
    repoURL: z.string().min(1).describe("Git repository, as declared"),
    revision: z.string().describe("Branch, tag, constraint or commit, as declared"),
    commit,
  })
  .meta({ id: "LockedGit" });

const lockedFile = z
  .strictObject({
    url: z.string().min(1).describe("Address of a Helm value file, as declared"),
    digest: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/, "must be sha256: and 64 hexadecimal digits")
      .describe("sha256 of its content"),
  })
  .meta({ id: "LockedFile" });

const chartLock = z
  .strictObject({
    apiVersion: z.literal("slipway.dev/v1alpha1"),
    kind: z.literal("ChartLock"),
    charts: z.array(lockedChart).default([]),
    git: z.array(lockedGit).default([]),
    files: z.array(lockedFile).default([]),
  })
  .meta({
    title: "Slipway chart lock",
    description:
      "Pins every chart, Git source and value file outside the repository to its content. Written by `slipway lock`.",
  });

export type ChartLock = z.infer<typeof chartLock>;
export type LockedChart = z.infer<typeof lockedChart>;
export type LockedFile = z.infer<typeof lockedFile>;
export type LockedGit = z.infer<typeof lockedGit>;

/** Something wrong with a lock file; line and column count from 1. */
export interface LockProblem {
  message: string;
  line: number;
  column: number;
}

export const emptyLock: ChartLock = {
  apiVersion: "slipway.dev/v1alpha1",
  kind: "ChartLock",
  charts: [],
  git: [],
  files: [],
};

/** What makes two declarations the same source. */
export function chartKey({
  repository,
  chart,
  version,
}: {
  repository: string;
  chart: string;
  version: string;
}): string {
  return JSON.stringify([normalRepository(repository), chart, version.trim()]);
}

export function fileKey({ url }: { url: string }): string {
  return url.trim();
}

export function gitKey({ repoURL, revision }: { repoURL: string; revision: string }): string {
  return JSON.stringify([normalRepository(repoURL), revision.trim() === "" ? "HEAD" : revision.trim()]);
}

function repeated(lock: ChartLock): { path: (string | number)[]; message: string }[] {
  const seen = new Map<string, string>();
  const entries = [
    ...lock.charts.map((entry, i) => ({
      path: ["charts", i],
      key: chartKey(entry),
      name: entry.chart || entry.repository,
    })),
    ...lock.git.map((entry, i) => ({ path: ["git", i], key: gitKey(entry), name: entry.repoURL })),
    ...lock.files.map((entry, i) => ({ path: ["files", i], key: fileKey(entry), name: entry.url })),
  ];
  return entries.flatMap(({ path, key, name }) => {
    if (!seen.has(key)) return seen.set(key, name) && [];
    return [{ path, message: `${name} is locked twice` }];
  });
}

/** Reads a lock file. Every problem is reported, each at its line. */
export function readLock(text: string): { lock: ChartLock } | { problems: LockProblem[] } {
  const lines = new LineCounter();
  const at = (offset: number, message: string): LockProblem => {
    const { line, col } = lines.linePos(offset);
    return { message, line, column: col };
  };
  let document: Document;
  let value: unknown;
  try {
    document = parseDocument(text, { lineCounter: lines });
    const problems = document.errors.map(({ message, pos }) => at(pos[0], message.split("\n", 1)[0] ?? message));
    if (problems.length > 0) return { problems };
    value = document.toJS();
  } catch (error) {
    // Nesting or aliases beyond what the parser takes.
    return { problems: [{ message: error instanceof Error ? error.message : String(error), line: 1, column: 1 }] };
  }
  const parsed = chartLock.safeParse(value);
  const issues = parsed.success ? repeated(parsed.data) : parsed.error.issues;
  if (parsed.success && issues.length === 0) return { lock: parsed.data };
  return {
    problems: issues.map(({ path, message }) =>
      at(offsetOf(document, path), path.length === 0 ? message : `${path.join(".")}: ${message}`),
    ),
  };
}

/** Where a field starts, or the nearest thing around it that is there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** The JSON Schema of a lock file, published as schemas/chart-lock.v1.json. */
export function chartLockJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(chartLock, { io: "input" });
  return {
    $schema,
    $id: "https://raw.githubusercontent.com/slipway-dev/slipway/main/schemas/chart-lock.v1.json",
    ...schema,
  };
}

import type { SourceLocation } from "../model/resource.ts";
import type { ChartRef, Tree } from "./contracts.ts";
import { ifReadable } from "./if-readable.ts";
import type { GitopsRule } from "./rules.ts";
import type { FieldPath } from "./yaml-positions.ts";

/** Why one Application has no resources: expected, and told as a finding while the others go on. */
export class RenderFailure extends Error {
  readonly rule: GitopsRule;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  readonly at: readonly SourceLocation[];
  /** The field of the Application to blame; of its source as long as nobody has said which of them it is. */
  readonly field: FieldPath | undefined;
  /** Charts that are missing. */
  readonly charts: readonly ChartRef[];

  constructor(rule: GitopsRule, message: string, rest: FailureDetails = {}) {
    super(message, rest.cause === undefined ? undefined : { cause: rest.cause });
    this.rule = rule;
    this.detail = rest.detail;
    this.hint = rest.hint;
    this.at = rest.at ?? [];
    this.field = rest.field;
    this.charts = rest.charts ?? [];
  }

  /** The same failure, with more known about it. */
  with(more: FailureDetails & { message?: string }): RenderFailure {
    const { rule, message, detail, hint, at, field, charts, cause } = this;
    return new RenderFailure(rule, more.message ?? message, { detail, hint, at, field, charts, cause, ...more });
  }
}

interface FailureDetails {
  detail?: string | undefined;
  hint?: string | undefined;
  at?: readonly SourceLocation[];
  field?: FieldPath | undefined;
  charts?: readonly ChartRef[];
  cause?: unknown;
}

const rulesOfCodes: Record<string, GitopsRule> = { refused: "render/refused", limit: "render/limit" };
/** Argo CD would let kustomize fetch it: no mistake, but nothing that can be rendered here. */
const remoteBase = /" is (?:on the network|in another repository), /;

/** Any error of an engine or a tree as the failure of one rendering. */
export function asFailure(error: unknown, what: string): RenderFailure {
  if (error instanceof RenderFailure) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const detail =
    error instanceof Error && "detail" in error && typeof error.detail === "string" ? error.detail : undefined;
  const first = message.split("\n", 1)[0] ?? "";
  if (/call stack size exceeded/.test(first))
    return new RenderFailure("render/limit", `${what}: what it makes is nested too deeply`, { cause: error });
  const rest = { detail: detail ?? (message === first ? undefined : message), cause: error };
  if (code === "refused" && remoteBase.test(first)) {
    const hint = "Commit a copy of it to have it rendered and checked";
    return new RenderFailure("render/source-unavailable", `${what}: ${first}`, { cause: error, hint });
  }
  const known = locationOf(error);
  const at = known.length > 0 ? known : locationIn(first);
  return new RenderFailure(rulesOfCodes[code] ?? "render/failed", `${what}: ${first}`, { ...rest, at });
}

/** The failure with those of its places that are in this repository: not a file that is missing, nor one of elsewhere. */
export function placedIn(failure: RenderFailure, tree: Pick<Tree, "lookup"> | undefined): RenderFailure {
  return failure.with({
    at: failure.at.filter(({ file }) => ifReadable(() => tree?.lookup(file)?.type) === "file"),
  });
}

/** Kustomize's sentences begin with the file they are about, and the line where it is known. */
function locationIn(sentence: string): SourceLocation[] {
  const [, file, line] = /^((?:[^\s:"]+\/)?(?:[^\s:"/]+\.ya?ml|Kustomization))(?::(\d+))?[: ]/.exec(sentence) ?? [];
  return file === undefined ? [] : [{ file, line: Number(line ?? 1), column: 1 }];
}

/** Engines that know the file say so in `location`; a line of 0 is an unknown one. */
function locationOf(error: unknown): SourceLocation[] {
  const location = error instanceof Error && "location" in error ? error.location : undefined;
  if (typeof location !== "object" || location === null || !("file" in location)) return [];
  const { file } = location;
  if (typeof file !== "string" || file === "" || file.startsWith(".slipway/")) return [];
  const number = (key: "line" | "column"): number => {
    const value: unknown = Reflect.get(location, key);
    return typeof value === "number" && value > 0 ? value : 1;
  };
  return [{ file, line: number("line"), column: number("column") }];
}

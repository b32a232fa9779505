import { matchesDoubleStar } from "../../gitops/glob.ts";
import { ifReadable } from "../../gitops/if-readable.ts";
import type { Remember } from "../../gitops/layout.ts";
import type { Finding } from "../../model/finding.ts";
import type { Tree } from "../../tree/index.ts";
import { finding } from "./rules.ts";
import { coversRule, unknownRule } from "./rule-patterns.ts";
import { type IgnoreComment, ignoreComments, ignoreMark } from "./ignore-comments.ts";

export type CommentsByFile = ReadonlyMap<string, readonly IgnoreComment[]>;

export interface IgnoreContext {
  /** Whether everything was rendered: only then is a comment known to ignore nothing. */
  complete: boolean;
  /** Rules that are off: comments about them are neither used nor unused. */
  isOff: (rule: string, file: string) => boolean;
}

export interface Heeded {
  findings: Finding[];
  /** What is wrong with comments. */
  about: Finding[];
  /** How many findings comments ignore. */
  ignored: number;
}

/** Leaves out findings that a comment at one of their places ignores, and says which comments are wrong or useless. */
export function heedIgnores(findings: readonly Finding[], comments: CommentsByFile, context: IgnoreContext): Heeded {
  if (comments.size === 0) return { findings: [...findings], about: [], ignored: 0 };
  const used = new Set<IgnoreComment>();
  const kept = findings.filter(({ rule, at }) => {
    const ignoring = at.flatMap(({ file, line }) =>
      (comments.get(file) ?? []).filter(
        (one) => isValid(one) && one.from <= line && line <= one.to && covers(one, rule),
      ),
    );
    for (const one of ignoring) used.add(one);
    return ignoring.length === 0;
  });
  const about = [...comments].flatMap(([file, ofFile]) =>
    ofFile.flatMap((one) => judged(one, file, used.has(one), context)),
  );
  return { findings: kept, about, ignored: findings.length - kept.length };
}

const covers = ({ rules }: IgnoreComment, rule: string): boolean => rules.some((pattern) => coversRule(pattern, rule));

const isValid = ({ rules, reason }: IgnoreComment): boolean =>
  reason !== "" && rules.every((rule) => unknownRule(rule) === undefined);

function judged(comment: IgnoreComment, file: string, isUsed: boolean, context: IgnoreContext): Finding[] {
  const { rules, reason, line } = comment;
  const at = [{ file, line, column: 1 }];
  const [unknown] = rules.flatMap((rule) => unknownRule(rule) ?? []);
  if (unknown !== undefined) return [finding("ignore/invalid", `This comment ignores nothing: ${unknown}`, { at })];
  if (reason === "") {
    const hint = `Write why: # ${ignoreMark} ${rules.join(", ")}: the reason.`;
    return [finding("ignore/invalid", "This comment ignores nothing: it gives no reason", { at, hint })];
  }
  if (isUsed || rules.some((rule) => context.isOff(rule, file))) return [];
  if (!context.complete && !rules.every((rule) => rule.startsWith("yaml/"))) return [];
  const message = `Nothing here is found by ${rules.join(" or ")}, so this comment ignores nothing`;
  return [finding("ignore/unused", message, { at, hint: "Remove it." })];
}

/** The comments of every file that may have some; `ignore` are globs of files not to look at. */
export function readComments(
  tree: Pick<Tree, "files" | "lookup" | "read">,
  ignore: readonly string[],
  remember: Remember,
): CommentsByFile {
  const found = new Map<string, IgnoreComment[]>();
  for (const file of tree.files()) {
    if (!/(?:\.(?:ya?ml|tpl)|\/Kustomization)$/.test(file)) continue;
    if (ignore.some((pattern) => matchesDoubleStar(pattern, file))) continue;
    const comments = ifReadable(() => remember("ignores", tree.lookup(file)?.id ?? file, () => read(tree, file)));
    if (comments !== undefined && comments.length > 0) found.set(file, comments);
  }
  return found;
}

function read(tree: Pick<Tree, "read">, file: string): IgnoreComment[] {
  const bytes = Buffer.from(tree.read(file) ?? []);
  return bytes.includes(ignoreMark) ? ignoreComments(bytes.toString("utf8")) : [];
}

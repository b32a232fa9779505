/** One page of docs/rules/, read as what the tests need to know of it. */
export interface RulePage {
  /** The title. */
  rule: string;
  severity: string;
  /** The sentence beside the severity, without its period. */
  summary: string;
  /** Why no repository can show the rule; absent where `bad` and `good` do. */
  withoutExample?: string;
  /** Set where the finding needs a base revision: the examples are compared with themselves. */
  compared: boolean;
  /** What the base revision has, where the finding is about a change. */
  before: ExampleTree;
  bad: ExampleTree;
  good: ExampleTree;
}

export interface ExampleTree {
  /** Path → text. */
  files: Record<string, string>;
  /** Lines that end in the comment `# ← here`. */
  marks: { file: string; line: number }[];
}

const frontMatter = /^---\n(?<fields>[\s\S]*?)\n---\n+/;
const head = /^# (?<rule>\S+)\n\n\*\*(?<severity>\w+)\*\* · (?<summary>[^\n]+)\.\n/;
const block = /^```\w+ title="(?<tree>before|bad|good|both)\/(?<file>[^"]+)"\n(?<text>[\s\S]*?)^```$/gm;
const mark = /# ← here\s*$/;

/** Throws where the page does not start with its title and its severity. */
export function readPage(text: string): RulePage {
  const { fields = "" } = frontMatter.exec(text)?.groups ?? {};
  const body = text.replace(frontMatter, "");
  const { rule, severity, summary } = head.exec(body)?.groups ?? {};
  if (rule === undefined || severity === undefined || summary === undefined) {
    throw new Error('a page starts with "# family/name", an empty line and "**severity** · One sentence."');
  }
  const withoutExample = /^example: none — (.+)$/m.exec(fields)?.[1];
  return {
    rule,
    severity,
    summary,
    ...(withoutExample !== undefined && { withoutExample }),
    compared: /^base: the same files$/m.test(fields),
    before: treeOf(body, "before"),
    bad: treeOf(body, "bad"),
    good: treeOf(body, "good"),
  };
}

function treeOf(body: string, tree: "before" | "bad" | "good"): ExampleTree {
  const found: ExampleTree = { files: {}, marks: [] };
  for (const { groups = {} } of body.matchAll(block)) {
    const { file = "", text = "" } = groups;
    if (groups["tree"] !== tree && groups["tree"] !== "both") continue;
    found.files[file] = text;
    for (const [index, line] of text.split("\n").entries()) {
      if (mark.test(line)) found.marks.push({ file, line: index + 1 });
    }
  }
  return found;
}

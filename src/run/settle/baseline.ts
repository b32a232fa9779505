import { z } from "zod";
import { SlipwayError } from "../../model/error.ts";
import type { Finding } from "../../model/finding.ts";
import { resourceKey } from "../../model/resource.ts";
import type { Tree } from "../../tree/index.ts";
import { finding } from "./rules.ts";

export const baselineFile = ".slipway-baseline.json";

const entry = z.strictObject({
  rule: z.string().describe("The rule's id"),
  file: z.string().exactOptional().describe("Where the finding points first, without the line, which moves"),
  resource: z.string().exactOptional().describe("group/Kind namespace/name"),
  path: z.string().exactOptional().describe("Field path within the resource"),
  says: z.string().exactOptional().describe("Its sentence with # for numbers, where it is about no resource"),
  count: z.int().min(1).describe("How many findings are alike"),
});
export type BaselineEntry = z.output<typeof entry>;

/** What was found before slipway was adopted, and is not told again. */
const baselineSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  version: z.literal(1),
  findings: z.array(entry),
});
export type Baseline = z.output<typeof baselineSchema>;

/** The baseline of a tree; undefined where there is none. Throws SLW-CONFIG where it cannot be read. */
export function readBaseline(tree: Pick<Tree, "read">): Baseline | undefined {
  const bytes = tree.read(baselineFile);
  if (bytes === undefined) return undefined;
  try {
    return baselineSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    const [issue] = cause instanceof z.ZodError ? cause.issues : [];
    const why = issue === undefined ? "it is not JSON" : `${issue.path.join(".") || "the file"}: ${issue.message}`;
    const hint = "Run slipway baseline to write it anew.";
    throw new SlipwayError("SLW-CONFIG", `${baselineFile} is not valid: ${why}`, { hint, cause });
  }
}

/** The baseline that hides exactly these findings. */
export function baselineOf(findings: readonly Finding[]): Baseline {
  const alike = Map.groupBy(findings.filter(isKept), keyOf);
  const entries = [...alike].map(([, members]) => ({ ...identityOf(members[0]), count: members.length }));
  return { version: 1, findings: entries.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1)) };
}

/** What is left of a baseline when that which is no longer found is taken out; nothing is added. */
export function withoutFixed(baseline: Baseline, findings: readonly Finding[]): Baseline {
  const now = new Map(baselineOf(findings).findings.map((one) => [textOf(one), one.count]));
  const left = baseline.findings.map((one) => ({ ...one, count: Math.min(one.count, now.get(textOf(one)) ?? 0) }));
  return { ...baseline, findings: left.filter(({ count }) => count > 0) };
}

export interface Hidden {
  findings: Finding[];
  /** What is to be said of the baseline itself. */
  about: Finding[];
  /** How many findings the baseline hides. */
  baselined: number;
}

/** Leaves out what the baseline has, and says what of it is gone. Nothing is known to be gone from what was not rendered. */
export function hideBaseline(findings: readonly Finding[], baseline: Baseline, complete: boolean): Hidden {
  const left = new Map(baseline.findings.map((one) => [textOf(one), one.count]));
  const kept = findings.filter((one) => {
    const key = keyOf(one);
    const count = isKept(one) ? (left.get(key) ?? 0) : 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
  const baselined = findings.length - kept.length;
  const fixed = [...left.values()].reduce((sum, count) => sum + count, 0);
  if (fixed === 0 || !complete) return { findings: kept, about: [], baselined };
  const message = `${fixed} of the findings in the baseline ${fixed === 1 ? "is" : "are"} no longer there`;
  const at = [{ file: baselineFile, line: 1, column: 1 }];
  const hint = "Run slipway baseline --update to take them out.";
  return { findings: kept, about: [finding("baseline/fixed", message, { at, hint })], baselined };
}

/** What the baseline says itself is not for the baseline. */
const isKept = ({ rule }: Finding): boolean => !rule.startsWith("baseline/");

function identityOf(one: Finding | undefined): Omit<BaselineEntry, "count"> {
  const { rule = "", at = [], resource, path, message = "" } = one ?? {};
  const file = at[0]?.file;
  return {
    rule,
    ...(file !== undefined && { file }),
    ...(resource !== undefined && { resource: resourceKey(resource) }),
    ...(path !== undefined && { path }),
    ...(resource === undefined && { says: message.replaceAll(/\d+/g, "#") }),
  };
}

const textOf = ({ rule, file, resource, path, says }: Omit<BaselineEntry, "count">): string =>
  JSON.stringify([rule, file, resource, path, says]);
const keyOf = (one: Finding): string => textOf(identityOf(one));

/** JSON Schema of the baseline, as published in schemas/. */
export function baselineJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(baselineSchema, { io: "input" });
  return {
    $schema,
    $id: "https://raw.githubusercontent.com/slipway-dev/slipway/main/schemas/baseline.v1.json",
    title: "slipway baseline",
    description: "Findings that `slipway baseline` wrote down, which are hidden until they are fixed",
    ...schema,
  };
}

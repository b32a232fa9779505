import { comparePrereleases, compareVersions, parseVersion } from "./version.ts";
import type { Version } from "./version.ts";

/** How many leading parts of the bound were written: `1.x` gives "major", `1.2` gives "minor", `*` gives "none". */
type Precision = "none" | "major" | "minor" | "full";

interface Comparison {
  operator: string;
  bound: Version;
  precision: Precision;
}

/** Version constraints as github.com/Masterminds/semver v3 reads them: alternatives of comparisons that all must hold. */
export interface Constraint {
  alternatives: { comparisons: Comparison[]; prereleases: boolean }[];
}

const longestConstraint = 512;
const mostAlternatives = 32;
const space = "[\\t\\n\\f\\r ]";
const part = "[0-9|xX*]+";
const identifiers = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
const versionPattern = `v?(${part})(?:\\.(${part}))?(?:\\.(${part}))?(-${identifiers})?(?:\\+${identifiers})?`;
const comparisonPattern = new RegExp(`(=|!=|>|<|>=|=>|<=|=<|~|~>|\\^|)${space}*(${versionPattern})`, "y");
const separatorPattern = new RegExp(`${space}*,${space}*|${space}+|$`, "y");
const hyphenRange = new RegExp(`${space}*(${versionPattern})${space}+-${space}+(${versionPattern})${space}*`, "g");
const secondBound = 6;

function expandHyphenRanges(text: string): string {
  let expanded = text;
  for (const match of text.matchAll(hyphenRange)) {
    expanded = expanded.replace(match[0], () => `>= ${match[1]}, <= ${match[secondBound]} `);
  }
  return expanded;
}

const isWildcard = (text: string | undefined): boolean => text === undefined || /^[xX*]$/.test(text);

function parseComparison(match: RegExpExecArray): Comparison | undefined {
  const [, operator = "", whole = "", major, minor, patch, pre = ""] = match;
  const [text, precision]: [string, Precision] = isWildcard(major)
    ? [`0.0.0${pre}`, "none"]
    : isWildcard(minor)
      ? [`${major}.0.0${pre}`, "major"]
      : isWildcard(patch)
        ? [`${major}.${minor}.0${pre}`, "minor"]
        : [whole, "full"];
  const bound = parseVersion(text);
  return bound && { operator, bound, precision };
}

function parseAlternative(text: string): Comparison[] | undefined {
  const comparisons: Comparison[] = [];
  let position = text.length - text.replace(new RegExp(`^${space}+`), "").length;
  do {
    comparisonPattern.lastIndex = position;
    const match = comparisonPattern.exec(text);
    const comparison = match && parseComparison(match);
    if (!match || !comparison) return undefined;
    comparisons.push(comparison);
    separatorPattern.lastIndex = position + match[0].length;
    const separator = separatorPattern.exec(text);
    if (!separator) return undefined;
    position = separatorPattern.lastIndex = separator.index + separator[0].length;
    if (position === text.length && separator[0].includes(",")) return undefined;
  } while (position < text.length);
  return comparisons;
}

/** Reads a constraint such as `^1.2`, `>=1.0 <2.0 || 3.x` or `1.2 - 1.4`; `undefined` when it is none. */
export function parseConstraint(text: string): Constraint | undefined {
  if (text.length > longestConstraint) return undefined;
  const alternatives: Constraint["alternatives"] = [];
  for (const alternative of expandHyphenRanges(text).split("||")) {
    const comparisons = parseAlternative(alternative);
    if (!comparisons || alternatives.length === mostAlternatives) return undefined;
    alternatives.push({ comparisons, prereleases: comparisons.some(({ bound }) => bound.pre !== "") });
  }
  return { alternatives };
}

/** Whether the first `parts` of major, minor and patch are the same. */
function sharesParts(version: Version, bound: Version, parts: number): boolean {
  return (
    (parts < 1 || version.major === bound.major) &&
    (parts < 2 || version.minor === bound.minor) &&
    (parts < 3 || version.patch === bound.patch)
  );
}

function tildeParts({ bound, precision }: Comparison): number {
  if (precision === "major") return 1;
  const everything = bound.major === 0n && bound.minor === 0n && bound.patch === 0n && precision !== "minor";
  return everything ? 0 : 2;
}

function caretParts({ bound, precision }: Comparison): number {
  if (bound.major > 0n || precision === "major") return 1;
  return bound.minor > 0n || precision === "minor" ? 2 : 3;
}

/** The bound's unwritten parts are cut off before comparing: 1.2.9 is not greater than `1.2`. */
function compareWritten(version: Version, { bound, precision }: Comparison): number {
  const coarse = (v: Version): Version => ({ ...v, minor: precision === "major" ? 0n : v.minor, patch: 0n, pre: "" });
  return compareVersions(coarse(version), coarse(bound));
}

function isDifferent(version: Version, comparison: Comparison): boolean {
  const { bound, precision } = comparison;
  if (precision === "major") return !sharesParts(version, bound, 1);
  if (precision !== "minor") return compareVersions(version, bound) !== 0;
  const prerelease = version.pre !== "" || bound.pre !== "";
  return !sharesParts(version, bound, 2) || (prerelease && comparePrereleases(version.pre, bound.pre) !== 0);
}

function holds(version: Version, comparison: Comparison): boolean {
  const { operator, bound, precision } = comparison;
  const order = compareVersions(version, bound);
  switch (operator) {
    case "!=":
      return isDifferent(version, comparison);
    case ">":
      return precision === "major" || precision === "minor" ? compareWritten(version, comparison) > 0 : order > 0;
    case "<":
      return order < 0;
    case ">=":
    case "=>":
      return order >= 0;
    case "<=":
    case "=<":
      return precision === "full" ? order <= 0 : compareWritten(version, comparison) <= 0;
    case "^":
      return order >= 0 && sharesParts(version, bound, caretParts(comparison));
    case "~":
    case "~>":
      return order >= 0 && sharesParts(version, bound, tildeParts(comparison));
    default:
      return precision === "full" ? order === 0 : order >= 0 && sharesParts(version, bound, tildeParts(comparison));
  }
}

/** Whether a version satisfies a constraint. A pre-release does so only in an alternative that names a pre-release. */
export function satisfies(version: Version, constraint: Constraint): boolean {
  return constraint.alternatives.some(
    ({ comparisons, prereleases }) =>
      (prereleases || version.pre === "") && comparisons.every((comparison) => holds(version, comparison)),
  );
}

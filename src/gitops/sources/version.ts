/** A version as Helm and Argo CD read it: github.com/Masterminds/semver v3, `NewVersion`. */
export interface Version {
  major: bigint;
  minor: bigint;
  patch: bigint;
  /** The pre-release without its hyphen; empty for a stable version. */
  pre: string;
  /** As written. */
  original: string;
}

const longestVersion = 256;
const uint64Max = 2n ** 64n - 1n;
const identifiers = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
const loose = new RegExp(`^v?([0-9]+)(?:\\.([0-9]+))?(?:\\.([0-9]+))?(?:-(${identifiers}))?(?:\\+${identifiers})?$`);
const strict = new RegExp(`^[0-9]+\\.[0-9]+\\.[0-9]+(?:-${identifiers})?(?:\\+${identifiers})?$`);
const leadingZero = /(?:^|\.)0[0-9]+(?:\.|$)/;

function uint64(digits: string | undefined): bigint | undefined {
  const value = BigInt(digits ?? "0");
  return value > uint64Max ? undefined : value;
}

/** Reads a version leniently (`v1`, `1.2` are fine, missing parts are 0); `undefined` when it is none. */
export function parseVersion(text: string): Version | undefined {
  const match = text.length > longestVersion ? null : loose.exec(text);
  if (!match) return undefined;
  const [major, minor, patch] = [uint64(match[1]), uint64(match[2]), uint64(match[3])];
  const pre = match[4] ?? "";
  if (major === undefined || minor === undefined || patch === undefined || leadingZero.test(pre)) return undefined;
  return { major, minor, patch, pre, original: text };
}

/** Whether a version has all of its three parts and no leading v, as Helm asks of the tags in an OCI registry. */
export function isStrictVersion(text: string): boolean {
  return strict.test(text) && !leadingZero.test(text.split(/[-+]/, 1)[0] ?? "") && parseVersion(text) !== undefined;
}

function compareNumbers(a: bigint, b: bigint): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function compareIdentifiers(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "" || b === "") return a === "" ? -1 : 1;
  const numericA = /^[0-9]+$/.test(a) && BigInt(a) <= uint64Max;
  const numericB = /^[0-9]+$/.test(b) && BigInt(b) <= uint64Max;
  if (numericA && numericB) return compareNumbers(BigInt(a), BigInt(b));
  if (numericA !== numericB) return numericA ? -1 : 1;
  return a < b ? -1 : 1;
}

/** Compares two pre-releases identifier by identifier; a missing identifier sorts first. */
export function comparePrereleases(a: string, b: string): number {
  const left = a.split(".");
  const right = b.split(".");
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const order = compareIdentifiers(left[i] ?? "", right[i] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}

/** SemVer precedence: negative when `a` is older, 0 when only build metadata differs. */
export function compareVersions(a: Version, b: Version): number {
  const core = compareNumbers(a.major, b.major) || compareNumbers(a.minor, b.minor) || compareNumbers(a.patch, b.patch);
  if (core !== 0) return core;
  if (a.pre === "" || b.pre === "") return a.pre === b.pre ? 0 : a.pre === "" ? 1 : -1;
  return comparePrereleases(a.pre, b.pre);
}

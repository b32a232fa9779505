/** What a plain scalar is to Kubernetes. */
export type ScalarReading =
  | { kind: "text" }
  | { kind: "null" }
  | { kind: "boolean"; value: boolean }
  /** `json` as the API server gets it. Infinity and NaN have none: the reader refuses them. */
  | { kind: "number"; json: string | undefined };

const nulls = new Set(["", "~", "null", "Null", "NULL"]);
const truths = ["y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"];
const falsehoods = ["n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"];
const booleans = new Map([
  ...truths.map((word) => [word, true] as const),
  ...falsehoods.map((word) => [word, false] as const),
]);
const notFinite = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const numberStart = /^[-+.0-9]/;
const bases: readonly [RegExp, string][] = [
  [/^0[xX]([0-9a-fA-F]+)$/, "0x"],
  [/^0[bB]([01]+)$/, "0b"],
  [/^0[oO]?([0-7]+)$/, "0o"],
];
const float = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

const text: ScalarReading = { kind: "text" };

/**
 * A plain scalar as sigs.k8s.io/yaml reads it, on its way from go-yaml v2 to JSON: the words and octals of YAML 1.1, no dates and
 * no base 60, and underscores anywhere in a number.
 */
export function readAsGo(scalar: string): ScalarReading {
  if (nulls.has(scalar)) return { kind: "null" };
  const truth = booleans.get(scalar);
  if (truth !== undefined) return { kind: "boolean", value: truth };
  if (notFinite.test(scalar)) return { kind: "number", json: undefined };
  // Only after a leading dot does Go insist that underscores stand between digits.
  if (!numberStart.test(scalar) || (scalar.startsWith(".") && /\D_|_(?:\D|$)/.test(scalar))) return text;
  const digits = scalar.replaceAll("_", "");
  const integer = readInteger(digits);
  if (integer !== undefined) return { kind: "number", json: String(integer) };
  if (!float.test(digits)) return text;
  const value = Number(digits);
  // Go's parser calls that an error, and then it is text.
  if (!Number.isFinite(value)) return text;
  return { kind: "number", json: Object.is(value, -0) ? "-0" : String(value) };
}

/** Undefined for what is no integer, or none of 64 bits. */
function readInteger(digits: string): bigint | undefined {
  const negative = digits.startsWith("-");
  const plain = digits.replace(/^[-+]/, "");
  const value = magnitude(plain);
  if (value === undefined) return undefined;
  if (negative) return value <= 2n ** 63n ? -value : undefined;
  // What is above 63 bits is read as unsigned, and that takes no sign.
  return value < 2n ** 63n || (value < 2n ** 64n && plain === digits) ? value : undefined;
}

/** Longer digits are no integer of 64 bits in any base, and a hostile file may have a million of them. */
const mostDigits = 70;

function magnitude(plain: string): bigint | undefined {
  if (plain.length > mostDigits) return undefined;
  if (/^(?:0|[1-9]\d*)$/.test(plain)) return BigInt(plain);
  for (const [pattern, prefix] of bases) {
    const found = pattern.exec(plain)?.[1];
    if (found !== undefined) return BigInt(prefix + found);
  }
  return undefined;
}

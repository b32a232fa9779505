import type { Json } from "./resource.ts";

/** Exponent of ten, or of 1024, that a suffix stands for. */
const decimal: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, "": 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const binary = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

/** A quantity has at most 18 significant digits; a longer text is none, however it looks. */
const form = /^([+-]?)(\d{1,30})?(?:\.(\d{0,30}))?(?:([KMGTPE]i)|[eE]([+-]?\d{1,2})|([numkMGTPE]))?$/;

/** The value as mantissa × 10^exponent, or undefined when it is not a Kubernetes quantity. */
function parse(value: Json): { mantissa: bigint; exponent: number } | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const match = form.exec(String(value));
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = "", binarySuffix, power, suffix = ""] = match;
  if (whole === "" && fraction === "") return undefined;
  const digits = BigInt(`${whole}${fraction}`) * (sign === "-" ? -1n : 1n);
  const scale = binarySuffix === undefined ? 1n : 1024n ** BigInt(binary.indexOf(binarySuffix) + 1);
  const exponent = (power === undefined ? (decimal[suffix] ?? 0) : Number(power)) - fraction.length;
  return { mantissa: digits * scale, exponent };
}

/** Whether both are quantities of the same amount: `1000m` and `1`, `1Gi` and `1024Mi`, `0.5` and `"500m"`. */
export function sameQuantity(left: Json, right: Json): boolean {
  const a = parse(left);
  const b = parse(right);
  if (a === undefined || b === undefined) return false;
  const low = Math.min(a.exponent, b.exponent);
  return a.mantissa * 10n ** BigInt(a.exponent - low) === b.mantissa * 10n ** BigInt(b.exponent - low);
}

/** The value as a number, exact enough to compare and to add up; undefined where it is no quantity. */
export function quantityOf(value: Json): number | undefined {
  const parsed = parse(value);
  return parsed === undefined ? undefined : Number(parsed.mantissa) * 10 ** parsed.exponent;
}

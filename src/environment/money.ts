/** Euros as whole millionths, so that sums never drift; always net of VAT. */
export type MicroEuro = number;

const perEuro = 1_000_000;
const perCent = 10_000;
const decimal = /^(\d+)(?:\.(\d+))?$/;

/** `"5.49"`, as price lists have it, in millionths; further digits are rounded half up. Throws a RangeError on anything else. */
export function microEuros(amount: string): MicroEuro {
  const [, whole = "", fraction = ""] = decimal.exec(amount) ?? [];
  if (whole === "") throw new RangeError(`"${amount}" is not an amount of euros`);
  const micro = Number(fraction.padEnd(6, "0").slice(0, 6));
  return Number(whole) * perEuro + micro + (Number(fraction[6] ?? "0") >= 5 ? 1 : 0);
}

/** `1,016.25`: euros and cents, half a cent rounded up. A difference may be negative. */
export function formatEuro(amount: MicroEuro): string {
  const cents = Math.round(Math.abs(amount) / perCent);
  const text = `${Math.floor(cents / 100).toLocaleString("en-US")}.${String(cents % 100).padStart(2, "0")}`;
  return amount < 0 && cents > 0 ? `-${text}` : text;
}

/** `9.12`, for data: without separators of thousands. */
export const decimalEuro = (amount: MicroEuro): string => formatEuro(amount).replaceAll(",", "");

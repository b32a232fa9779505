import { invalid } from "./errors.ts";

type Sortable = string | number | null;

/** Sorts by each `sort=field[:asc|desc]` in turn; by id where nothing is said. */
export function sorted<T>(
  entries: readonly T[],
  sorts: readonly string[],
  fields: Readonly<Record<string, (entry: T) => Sortable>>,
): T[] {
  const orders = sorts.map((sort) => {
    const [name = "", direction = "asc"] = sort.split(":");
    const field = fields[name];
    if (field === undefined || (direction !== "asc" && direction !== "desc")) {
      throw invalid("sort", `"${sort}" is not one of ${Object.keys(fields).join(", ")}, with :asc or :desc`);
    }
    return (a: T, b: T): number => compare(field(a), field(b)) * (direction === "asc" ? 1 : -1);
  });
  return [...entries].sort((a, b) => orders.map((order) => order(a, b)).find((result) => result !== 0) ?? 0);
}

function compare(a: Sortable, b: Sortable): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}

import { invalid } from "./errors.ts";

export interface Pagination {
  page: number;
  per_page: number;
  previous_page: number | null;
  next_page: number | null;
  last_page: number | null;
  total_entries: number | null;
}

/** One page of a list; 25 entries unless told, 50 at most. A page past the end is empty, not an error. */
export function paginate<T>(entries: readonly T[], query: URLSearchParams): { entries: T[]; pagination: Pagination } {
  const page = positive(query, "page", 1);
  const perPage = Math.min(positive(query, "per_page", 25), 50);
  const last = Math.max(1, Math.ceil(entries.length / perPage));
  return {
    entries: entries.slice((page - 1) * perPage, page * perPage),
    pagination: {
      page,
      per_page: perPage,
      previous_page: page > 1 ? page - 1 : null,
      next_page: page < last ? page + 1 : null,
      last_page: last,
      total_entries: entries.length,
    },
  };
}

function positive(query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name);
  if (text === null || text === "") return fallback;
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1) throw invalid(name, "must be a positive number");
  return Number(text);
}

import { describe, expect, it } from "vitest";
import { labelsSchema } from "./labels.ts";
import { paginate } from "./paging.ts";
import { sorted } from "./sorting.ts";

const numbers = Array.from({ length: 120 }, (_, index) => index);
const page = (query: string) => paginate(numbers, new URLSearchParams(query));

describe("paging", () => {
  it("gives 25 entries unless told, and 50 at most", () => {
    expect(page("").entries).toHaveLength(25);
    expect(page("per_page=50").entries).toHaveLength(50);
    expect(page("per_page=500").pagination.per_page).toBe(50);
  });

  it("has no page before the first and none after the last", () => {
    expect(page("per_page=50").pagination).toEqual({
      page: 1,
      per_page: 50,
      previous_page: null,
      next_page: 2,
      last_page: 3,
      total_entries: 120,
    });
    expect(page("per_page=50&page=3").pagination).toMatchObject({ previous_page: 2, next_page: null });
  });

  it("is empty past the end", () => {
    expect(page("page=9").entries).toEqual([]);
    expect(paginate([], new URLSearchParams()).pagination).toMatchObject({ last_page: 1, total_entries: 0 });
  });

  it.each(["page=0", "page=-1", "per_page=x"])("refuses %s", (query) => {
    expect(() => page(query)).toThrow(/invalid input/);
  });
});

describe("sorting", () => {
  const fields = { id: ({ id }: { id: number }) => id, name: ({ name }: { name: string }) => name };
  const entries = [
    { id: 1, name: "b" },
    { id: 2, name: "a" },
    { id: 3, name: "b" },
  ];
  it("goes by each field in turn", () => {
    expect(sorted(entries, ["name:desc", "id:desc"], fields).map(({ id }) => id)).toEqual([3, 1, 2]);
    expect(sorted(entries, ["name"], fields).map(({ id }) => id)).toEqual([2, 1, 3]);
  });
  it.each(["size", "name:up"])("refuses %s", (sort) => {
    expect(() => sorted(entries, [sort], fields)).toThrow(/invalid input/);
  });
});

describe("labels", () => {
  it.each([{ a: "b" }, { "example.org/a": "" }, { a: "A-1_2.z" }, { ["a".repeat(63)]: "b".repeat(63) }])(
    "%j are fine",
    (labels) => {
      expect(labelsSchema.safeParse(labels).success).toBe(true);
    },
  );
  it.each([
    { "": "b" },
    { "-a": "b" },
    { a: "b-" },
    { "hetzner.cloud/a": "b" },
    { ["a".repeat(64)]: "b" },
    { a: "b c" },
    { "A_B/c": "d" },
  ])("%j are refused", (labels) => {
    expect(labelsSchema.safeParse(labels).success).toBe(false);
  });
});

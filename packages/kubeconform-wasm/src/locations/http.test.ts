import { describe, expect, test } from "vitest";
import { fetchSchemas, httpLocation } from "./http.ts";
import type { Fetch } from "./http.ts";

const query = { apiVersion: "example.com/v1", kind: "Widget", kubernetesVersion: "1.36.3", strict: false };
const template = "https://example.com/{{ .Group }}/{{ .ResourceKind }}.json";
const url = "https://example.com/example.com/widget.json";

function serving(pages: Record<string, string | number>): { fetch: Fetch; asked: string[] } {
  const asked: string[] = [];
  const fetch: Fetch = async (address) => {
    asked.push(address);
    const page = pages[address] ?? 404;
    if (page === 0) throw new TypeError("connection refused");
    return typeof page === "number" ? { status: page, text: async () => "" } : { status: 200, text: async () => page };
  };
  return { fetch, asked };
}

test("each URL is fetched once, and what the schemas refer to with them", async () => {
  const { fetch, asked } = serving({
    [url]:
      '{"allOf": [{"$ref": "base.json#/a"}, {"$ref": "#/definitions/own"}, {"$ref": "https://example.org/other.json"}]}',
    "https://example.com/example.com/base.json": '{"a": {"$ref": "base.json#/b"}}',
  });
  const fetched = await fetchSchemas(
    [template, "default", "local/{{ .ResourceKind }}.json"],
    [query, { ...query }],
    fetch,
  );
  expect(asked.sort()).toEqual(
    [url, "https://example.com/example.com/base.json", "https://example.org/other.json"].sort(),
  );
  expect(fetched.get("https://example.org/other.json")).toEqual({ missing: true });
});

describe("what a URL answers becomes", () => {
  const find = async (answer: string | number) => {
    const fetched = await fetchSchemas([template], [query], serving({ [url]: answer }).fetch);
    return () => httpLocation(template, fetched).find(query);
  };

  test("a schema, whose text the engine may find to be none", async () => {
    expect((await find("<html>"))()).toEqual({ url, text: "<html>", tolerant: true });
  });

  test("nothing, when it is not found", async () => {
    expect((await find(404))()).toBeUndefined();
  });

  test("an error in kubeconform's words otherwise", async () => {
    expect(await find(429)).toThrow(`error while downloading schema at ${url} - received HTTP status 429`);
    expect(await find(0)).toThrow(`failed downloading schema at ${url}: connection refused`);
  });
});

test("a schema nobody fetched is an error, never a silent miss", () => {
  expect(() => httpLocation(template, new Map()).find(query)).toThrow("was not fetched beforehand");
});

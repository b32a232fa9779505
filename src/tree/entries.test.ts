import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { letters, openEntries, packEntries } from "./entries.ts";
import type { Entry } from "./entries.ts";

const name = fc.constantFrom("a", "b", "a-b", "a.b", "a0", "B", "ü", "😀", "\uFF5E", "__proto__", "constructor");
const id = fc.option(fc.stringMatching(/^[0-9a-f]{40}$/), { nil: undefined });
const entry = fc
  .record({ names: fc.array(name, { minLength: 1, maxLength: 4 }), id })
  .map(({ names, id: known }): Entry => {
    return { path: names.join("/"), type: letters.file, ...(known === undefined ? {} : { id: known }) };
  });
/** Like a real tree: no path is both a file and a directory. */
const index = fc
  .uniqueArray(entry, { selector: ({ path }) => path, maxLength: 40 })
  .map((found) => found.filter(({ path }) => !found.some((other) => other.path.startsWith(`${path}/`))));

describe("an index", () => {
  test("finds exactly what was put in, with its id", () => {
    fc.assert(
      fc.property(index, name, (found, stranger) => {
        const entries = openEntries(structuredClone(packEntries(found)));
        expect(entries.paths).toEqual(found.map(({ path }) => path).toSorted((a, b) => (a < b ? -1 : 1)));
        for (const { path, id: known } of found) {
          const place = entries.find(path);
          expect(typeof place === "number" && entries.paths[place] === path && entries.id(place) === known).toBe(true);
          expect(entries.find(`${path}/${stranger}`)).toBeUndefined();
        }
      }),
    );
  });

  test("lists the children of every directory, in order, as a scan of all paths would", () => {
    fc.assert(
      fc.property(index, (found) => {
        const entries = openEntries(packEntries(found));
        const directories = new Set(
          found.flatMap(({ path }) => path.split("/").map((_, depth, names) => names.slice(0, depth).join("/"))),
        );
        for (const directory of directories) {
          const start = directory === "" ? "" : `${directory}/`;
          const inside = found
            .filter(({ path }) => path.startsWith(start))
            .map(({ path }) => path.slice(start.length).split("/"));
          const expected = new Map(inside.map(([first = "", ...rest]) => [first, rest.length > 0]));
          expect(entries.find(directory)).toBe("directory");
          expect(entries.children(directory)).toEqual(
            [...expected]
              .map(([child, isDirectory]) => ({ name: child, directory: isDirectory }))
              .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
          );
        }
      }),
    );
  });

  test("leaves out names that no manifest can refer to", () => {
    const paths = ["../up", "a/../b", "/root", "a//b", "./c", "a/", "", "not utf-8 \uFFFD", "fine"];
    expect(openEntries(packEntries(paths.map((path) => ({ path, type: letters.file })))).paths).toEqual(["fine"]);
  });
});

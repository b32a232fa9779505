import { expect, it } from "vitest";
import type { Json } from "../model/resource.ts";
import { isObject } from "./json.ts";
import { itemIndex } from "./list-items.ts";

const find = (index: number, item: Json, list: Json[]): number | undefined =>
  itemIndex({ index, item }, list.length, (at, key) => {
    const other = list[at];
    return key === undefined ? other : isObject(other) ? other[key] : undefined;
  });

it.each([
  [1, { name: "web" }, [{ name: "web" }, { name: "side" }], 0],
  [0, { name: "web" }, [{ name: "side" }], undefined],
  [1, { containerPort: 80, protocol: "TCP" }, [{ containerPort: 80 }, { containerPort: 81 }], 0],
  [1, { path: "/a" }, [{ other: 1 }, { other: 2 }], 1],
  [2, "x", ["x", "y", "x"], 2],
  [1, "x", ["x", "y"], 0],
  [5, { a: 1 }, [{ a: 1 }], undefined],
])("item %i, %j, of %j is %s", (index, item, list, expected) => {
  expect(find(index, item, list)).toBe(expected);
});

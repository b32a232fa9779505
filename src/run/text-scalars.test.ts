import { describe, expect, it } from "vitest";
import { checkYaml } from "../checks/yaml.ts";
import type { JsonObject, Resource } from "../model/resource.ts";
import { staysText } from "./text-scalars.ts";

const text = "apiVersion: v1\nkind: X\nspec:\n  mode: Off # quietly\n  list: [no]\n  version: 1.10\n";
const made = (spec: JsonObject): Resource[] => [
  { id: { apiVersion: "v1", kind: "X", name: "x" }, manifest: { apiVersion: "v1", kind: "X", spec }, origin: [] },
];
const left = (resources: readonly Resource[]): string[] =>
  checkYaml("x.yaml", Buffer.from(text))
    .filter((one) => !staysText(one, text, resources))
    .map(({ message }) => message);

describe("ambiguous scalars", () => {
  it("were not misread where the rendered resource has them as text", () => {
    expect(left(made({ mode: "Off", list: ["no"], version: 1.1 }))).toEqual(["1.10 is read as the number 1.1"]);
    expect(left(made({ Off: { no: true } }))).toEqual(["1.10 is read as the number 1.1"]);
  });

  it("were misread where it has something else", () => {
    expect(left(made({ mode: false, list: [false], version: 1.1 }))).toEqual([
      "Off is read as the boolean false",
      "no is read as the boolean false",
      "1.10 is read as the number 1.1",
    ]);
  });

  it("say nothing of a file that no resource was made of", () => {
    expect(left([])).toEqual([]);
  });
});

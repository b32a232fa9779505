import { describe, expect, it } from "vitest";

import { loadInputs } from "../load-inputs.ts";
import { inputsSchema } from "./inputs.ts";

const given: Record<string, string> = {
  mode: "teardown",
  environment: "dev",
  root: ".",
  "hcloud-token": "token",
  keep: "primary-ip\nvolumes",
  delete: "false",
  "time-limit": "15",
};
const read = (inputs: Record<string, string>) => loadInputs(inputsSchema, (name) => inputs[name] ?? "");

describe("the inputs of teardown", () => {
  it("name what is kept, or say that nothing is", () => {
    expect(read(given).keep).toEqual(["primary-ip", "volumes"]);
    expect(read({ ...given, keep: "nothing" }).keep).toEqual([]);
    expect(read({ ...given, keep: "" }).keep).toEqual([]);
    expect(() => read({ ...given, keep: "server" })).toThrow(/keep/u);
  });

  it("need an Environment unless every one of them is swept", () => {
    expect(() => read({ ...given, environment: "" })).toThrow(/environment: a teardown needs/u);
    expect(read({ ...given, mode: "sweep", environment: "" }).environment).toBeUndefined();
  });
});

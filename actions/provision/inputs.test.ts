import { describe, expect, it } from "vitest";

import { loadInputs } from "../load-inputs.ts";
import { inputsSchema } from "./inputs.ts";

const given: Record<string, string> = {
  environment: "dev",
  mode: "plan",
  root: ".",
  "hcloud-token": "token",
  "ssh-private-key": "key",
  contact: "ssh",
  "allow-destroy": "false",
  adopt: "false",
  "over-budget": "false",
  "time-limit": "15",
};
const read = (inputs: Record<string, string>) => loadInputs(inputsSchema, (name) => inputs[name] ?? "");

describe("the inputs of provision", () => {
  it("are typed once they are read", () => {
    expect(read(given)).toEqual({
      environment: "dev",
      mode: "plan",
      root: ".",
      "hcloud-token": "token",
      "ssh-private-key": "key",
      contact: "ssh",
      "allow-destroy": false,
      adopt: false,
      "over-budget": false,
      "time-limit": 15,
    });
  });

  it.each([
    ["environment", "", /environment: which Environment/u],
    ["environment", "../etc", /environment: expected the name/u],
    ["ssh-private-key", "", /ssh-private-key: it is the key/u],
    ["hcloud-token", "", /hcloud-token: it is the API token/u],
    ["mode", "destroy", /mode: /u],
    ["allow-destroy", "yes", /allow-destroy: /u],
    ["time-limit", "soon", /time-limit: expected a number/u],
    ["time-limit", "0", /time-limit: expected a positive/u],
    ["time-limit", "900", /time-limit: expected at most/u],
  ])("refuse %s %j", (name, value, words) => {
    expect(() => read({ ...given, [name]: value })).toThrow(words);
  });
});

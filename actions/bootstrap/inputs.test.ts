import { describe, expect, it } from "vitest";
import { loadInputs } from "../load-inputs.ts";
import { inputsSchema, repositoryCredentials, secretInputs } from "./inputs.ts";

const usual: Record<string, string> = {
  environment: "dev",
  root: ".",
  "time-limit": "20",
  "if-busy": "wait",
  "take-over": "false",
  "output-kubeconfig": "false",
};
const load = (given: Record<string, string>) =>
  loadInputs(inputsSchema, (name) => ({ ...usual, ...given })[name] ?? "");

describe("the inputs of bootstrap", () => {
  it("are typed, an absent one undefined", () => {
    expect(load({})).toMatchObject({ environment: "dev", "time-limit": 20, "take-over": false });
    expect(load({}).kubeconfig).toBeUndefined();
  });

  it("are all checked before anything happens", () => {
    expect(() => load({ environment: "", "if-busy": "hope" })).toThrow(/environment: .*if-busy: /s);
  });

  it("give credentials of one kind", () => {
    expect(repositoryCredentials(load({}))).toBeUndefined();
    expect(repositoryCredentials(load({ "repository-token": "t" }))).toMatchObject({ kind: "token", token: "t" });
  });

  it("that are secret are named, so that they are masked first", () => {
    const secret = Object.keys(inputsSchema.shape).filter((name) => /key|token|password/.test(name));
    expect([...secretInputs].toSorted()).toEqual(secret.toSorted());
  });
});

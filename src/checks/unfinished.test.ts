import type { ValidationResult } from "kubeconform-wasm";
import { describe, expect, it } from "vitest";
import type { Resource } from "../model/resource.ts";
import { withoutUnfinished } from "./unfinished.ts";

const resource: Resource = {
  id: { apiVersion: "v1", kind: "Secret", name: "a" },
  manifest: {
    sops: { mac: "x" },
    spec: { host: "web.${DOMAIN}", replicas: "three", addresses: [{ value: "${IP:=10.0.0.1}" }] },
  },
  origin: [],
};
const problem = (path: string, rule = "pattern") => ({ path: path.split("."), rule, message: "" });
const left = (...problems: ReturnType<typeof problem>[]): [string, string[] | undefined] => {
  const result: ValidationResult = {
    document: 0,
    kind: "Secret",
    name: "a",
    version: "v1",
    status: "statusInvalid",
    problems,
  };
  const [found] = withoutUnfinished([result], [resource]);
  return [found?.status ?? "", found?.problems?.map(({ path }) => path.join("."))];
};

describe("manifests that are not finished", () => {
  it("are valid if what is wrong will be gone when they are applied", () => {
    const addresses = problem("spec.addresses.0", "anyOf");
    expect(left(problem("sops", "unknown-field"), problem("spec.host"), addresses)).toEqual(["statusValid", []]);
  });

  it("are still wrong where nothing will be put in", () => {
    const wrong = [
      problem("spec.replicas", "type"),
      problem("spec.sops", "unknown-field"),
      problem("spec", "required"),
    ];
    expect(left(problem("spec.host"), ...wrong)).toEqual(["statusInvalid", ["spec.replicas", "spec.sops", "spec"]]);
  });
});

import { describe, expect, it } from "vitest";
import type { Finding } from "../model/finding.ts";
import { mergeFindings } from "./merge-findings.ts";

const base: Finding = {
  rule: "schema/invalid",
  severity: "error",
  message: "Deployment web: spec.replicas: got string, want integer",
  application: "dev",
  resource: { apiVersion: "apps/v1", kind: "Deployment", name: "web" },
  path: "spec.replicas",
  at: [{ file: "base/web.yaml", line: 4, column: 3 }],
  docs: "",
};
const of = (application: string, rest: Partial<Finding> = {}): Finding => ({ ...base, application, ...rest });
const named = (application: string, name: string): Finding =>
  of(application, { message: base.message.replace("web", name), resource: { ...base.resource!, name } });

describe("merging findings", () => {
  it("tells once what several Applications have from one place, and who has it too", () => {
    expect(mergeFindings([of("dev"), of("test"), of("prod")])).toEqual([
      {
        ...base,
        alsoIn: [
          { application: "test", severity: "error" },
          { application: "prod", severity: "error" },
        ],
      },
    ]);
    const twice = mergeFindings([of("dev"), of("dev"), of("prod", { severity: "warning" }), of("prod")]);
    expect(twice[0]?.alsoIn).toEqual([{ application: "prod", severity: "error" }]);
  });

  it("knows it again when overlays rename the resource", () => {
    const found = mergeFindings([named("dev", "dev-web"), named("prod", "prod-web")]);
    expect(found).toMatchObject([
      { message: "Deployment dev-web: spec.replicas: got string, want integer", alsoIn: [{ application: "prod" }] },
    ]);
  });

  it("keeps the gravest, at the place of the first", () => {
    const other = of("x", { rule: "schema/missing" });
    const found = mergeFindings([of("fixture", { severity: "warning" }), other, of("prod")]);
    expect(found.map(({ application, severity }) => [application, severity])).toEqual([
      ["prod", "error"],
      ["x", "error"],
    ]);
    expect(found[0]?.alsoIn).toEqual([{ application: "fixture", severity: "warning" }]);
  });

  it.each([
    ["another line", { at: [{ file: "base/web.yaml", line: 5, column: 3 }] }],
    ["another field", { path: "spec.paused" }],
    ["another sentence", { message: "Deployment web: spec.replicas is required" }],
    ["another rule", { rule: "render/failed" }],
  ])("keeps %s apart", (_, rest) => {
    expect(mergeFindings([of("dev"), of("prod", rest)])).toEqual([of("dev"), of("prod", rest)]);
  });

  it("keeps findings without a place apart by Application, and says a repeated one once", () => {
    expect(mergeFindings([of("dev", { at: [] }), of("prod", { at: [] })])).toHaveLength(2);
    expect(mergeFindings([of("dev"), of("dev")])).toEqual([base]);
  });
});

import { describe, expect, it } from "vitest";
import type { RenderedApplication } from "../gitops/rendered-repository.ts";
import type { Finding } from "../model/finding.ts";
import { reachOf, weigh } from "./reach.ts";

const application = (name: string, kind: "Application" | "implicit", files: string[]): RenderedApplication => ({
  report: { name, kind, wave: 0, file: "", line: 1, sources: [], status: "rendered", resources: 0 },
  rendered: {
    application: name,
    resources: [],
    reads: { files: { ...Object.fromEntries(files.map((file) => [file, "id"])), "absent.yaml": null }, listings: {} },
    findings: [],
  },
  application: { name, namespace: "", annotations: {}, spec: { project: "", destination: {} }, object: {}, at: [] },
  reused: false,
});
const web = application("web", "Application", ["web/a.yaml"]);
const fixture = application("tests/x", "implicit", ["tests/x/a.yaml"]);
const finding = (severity: Finding["severity"], name?: string): Finding => ({
  rule: "schema/invalid",
  severity,
  message: "",
  ...(name !== undefined && { application: name }),
  at: [],
  docs: "",
});

describe("what is deployed", () => {
  it("is what declared Applications read, where there are any", () => {
    expect(reachOf([web, fixture])).toEqual({ files: new Set(["web/a.yaml"]), outside: new Set(["tests/x"]) });
  });

  it("is everything that renders, where there are none", () => {
    expect(reachOf([fixture])).toEqual({ files: new Set(["tests/x/a.yaml"]), outside: new Set() });
  });

  it("is what a rendering failed on, of which there is no record", () => {
    const rule = "render/failed";
    const failed = { ...finding("error"), rule, at: [{ file: "web/values.yaml", line: 2, column: 1 }] };
    const broken = { ...web, rendered: { ...web.rendered, findings: [failed] } };
    expect(reachOf([broken]).files).toEqual(new Set(["web/a.yaml", "web/values.yaml"]));
  });

  it("is not what a kustomization leaves out", () => {
    expect(reachOf([fixture, { ...application("patches", "implicit", []), aside: true }]).outside).toEqual(
      new Set(["patches"]),
    );
  });

  it("weighs more than what is not: there, errors are warnings", () => {
    const findings = [
      finding("error", "web"),
      finding("error", "tests/x"),
      finding("notice", "tests/x"),
      finding("error"),
    ];
    expect(weigh(findings, reachOf([web, fixture])).map(({ severity }) => severity)).toEqual([
      "error",
      "warning",
      "notice",
      "error",
    ]);
    expect(weigh(findings, reachOf([fixture]))).toEqual(findings);
  });

  it("includes the root Application, which nothing renders", () => {
    const resource = { apiVersion: "argoproj.io/v1alpha1", kind: "Application", name: "root" };
    const findings = [{ ...finding("error", "tests/x"), resource }];
    expect(weigh(findings, reachOf([web, fixture]))).toEqual(findings);
  });
});

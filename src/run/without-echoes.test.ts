import { expect, it } from "vitest";
import type { Finding } from "../model/finding.ts";
import { withoutEchoes } from "./without-echoes.ts";

const about = (name: string, kind = "Application") => ({ apiVersion: "argoproj.io/v1alpha1", kind, name });
const found = (rule: string, name: string, path: string, message = "got number, want string"): Finding => ({
  rule,
  severity: "error",
  message,
  resource: about(name),
  path,
  at: [],
  docs: "",
});

it("tells once what Argo CD refuses and the schema refuses too", () => {
  const own = found("gitops/invalid-application", "web", "spec.source");
  const other = [
    found("schema/invalid", "web", "spec.source.foo", "spec.source.foo is not a field of this kind"),
    found("schema/invalid", "web", "spec.sourceHydrator.x", "spec.sourceHydrator.x is required"),
    found("schema/invalid", "api", "spec.source"),
    { ...found("schema/invalid", "web", "spec.source"), resource: about("web", "AppProject") },
    found("schema/missing", "web", "spec.source"),
  ];
  const echoes = [
    found("schema/invalid", "web", "spec.source"),
    found("schema/invalid", "web", "spec.source.repoURL", "spec.source.repoURL is required"),
  ];
  expect(withoutEchoes([own, ...echoes, ...other])).toEqual([own, ...other]);
});

import { describe, expect, it } from "vitest";
import { argoNamespaceOf } from "./argo-namespace.ts";
import { type Declared, type Discovered } from "./discover.ts";

const declared = (kind: Declared["kind"], namespace?: string): Declared => ({
  kind,
  object: { metadata: { name: "x", ...(namespace !== undefined && { namespace }) } },
  line: 1,
  valid: true,
  file: "x.yaml",
});
const nothing: Discovered = { applications: [], applicationSets: [], projects: [], findings: [] };

describe("the namespace Argo CD runs in", () => {
  it("is that of the AppProjects, whatever Applications say", () => {
    const applications = ["team-a", "team-a"].map((name) => declared("Application", name));
    const projects = [declared("AppProject"), declared("AppProject", "openshift-gitops")];
    expect(argoNamespaceOf({ ...nothing, applications, projects })).toBe("openshift-gitops");
  });

  it("is without AppProjects the one most Applications and ApplicationSets are in", () => {
    const applications = ["a", "b", undefined].map((name) => declared("Application", name));
    expect(argoNamespaceOf({ ...nothing, applications, applicationSets: [declared("ApplicationSet", "b")] })).toBe("b");
  });

  it("is argocd where nothing tells", () => {
    expect(argoNamespaceOf({ ...nothing, applications: [declared("Application")] })).toBe("argocd");
  });
});

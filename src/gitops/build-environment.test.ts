import { describe, expect, it } from "vitest";
import { buildEnvironment, namesRevision, substitute } from "./build-environment.ts";

const environment = buildEnvironment({
  applicationName: "web",
  destinationNamespace: "shop",
  project: "default",
  revision: "0123456789abcdef",
  repoURL: "https://example.com/repo.git",
  path: "apps/web",
  targetRevision: "HEAD",
});

describe("build environment", () => {
  it("has every variable of Argo CD and the short revisions", () => {
    expect(environment).toEqual({
      ARGOCD_APP_NAME: "web",
      ARGOCD_APP_NAMESPACE: "shop",
      ARGOCD_APP_PROJECT_NAME: "default",
      ARGOCD_APP_REVISION: "0123456789abcdef",
      ARGOCD_APP_REVISION_SHORT: "0123456",
      ARGOCD_APP_REVISION_SHORT_8: "01234567",
      ARGOCD_APP_SOURCE_REPO_URL: "https://example.com/repo.git",
      ARGOCD_APP_SOURCE_PATH: "apps/web",
      ARGOCD_APP_SOURCE_TARGET_REVISION: "HEAD",
    });
  });

  it.each([
    ["$ARGOCD_APP_NAME.yaml", "web.yaml"],
    ["app:${ARGOCD_APP_REVISION_SHORT}", "app:0123456"],
    ["costs $$5", "costs $5"],
    ["a${UNKNOWN}b$NOPE", "ab"],
    ["$$ARGOCD_APP_NAME", "$ARGOCD_APP_NAME"],
    ["x${}y", "xy"],
    ["plain", "plain"],
    ["end$", "end$"],
    ["$1st", "st"],
    ["a${ARGOCD_APP_NAME b $ARGOCD_APP_NAME", "aARGOCD_APP_NAME b web"],
    ["${$}", "$"],
  ])("expands %s as os.Expand does", (text, expected) => {
    expect(substitute(text, environment)).toBe(expected);
  });

  it("tells which texts depend on the commit", () => {
    expect(namesRevision("img:${ARGOCD_APP_REVISION_SHORT}")).toBe(true);
    expect(namesRevision("img:1")).toBe(false);
  });
});

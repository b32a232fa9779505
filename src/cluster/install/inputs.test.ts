import { describe, expect, it } from "vitest";
import { credentialsFrom } from "./credentials-input.ts";
import { repositorySecret } from "./credentials.ts";
import { installationOf } from "./manifest.ts";
import { releaseOf } from "./release.ts";
import { withSettings } from "./settings.ts";

describe("a release", () => {
  it("has its flavour's address and the hash that is known for it", () => {
    expect(releaseOf({ version: "v3.6.1", flavour: "ha" }, "https://mirror.example.com/argo-cd/")).toEqual({
      url: "https://mirror.example.com/argo-cd/v3.6.1/manifests/ha/install.yaml",
      digest: "sha256:37b0e8f5ff512017cda28578fecdb585267ec69e02954a67449296724635b05a",
    });
  });

  it("of an unknown version wants a hash from whoever declares it", () => {
    expect(() => releaseOf({ version: "v9.9.9", flavour: "core" })).toThrow(/nobody says what .* must hash to/);
    const digest = `sha256:${"0".repeat(64)}`;
    expect(releaseOf({ version: "v9.9.9", flavour: "core", digest }).digest).toBe(digest);
  });
});

describe("an installation", () => {
  const text = `apiVersion: v1
kind: ConfigMap
metadata: { name: argocd-cm }
data: { timeout.reconciliation: 120s }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: server }
subjects: [{ kind: ServiceAccount, name: server, namespace: argocd }]
`;

  it("is placed where it shall be, its bindings included", () => {
    const [settings, binding] = installationOf(text, "gitops");
    expect(settings).toMatchObject({ metadata: { namespace: "gitops" } });
    expect(binding).toMatchObject({ metadata: { name: "server" }, subjects: [{ namespace: "gitops" }] });
    expect(binding).not.toHaveProperty("metadata.namespace");
  });

  it("keeps its own settings and the options that are there, and gains what the platform needs", () => {
    const current = { data: { "kustomize.buildOptions": "--load-restrictor LoadRestrictionsNone --enable-helm" } };
    const data = (live?: typeof current) => withSettings(installationOf(text, "argocd"), live)[0]?.["data"];
    expect(data()).toMatchObject({ "timeout.reconciliation": "120s", "kustomize.buildOptions": "--enable-helm" });
    expect(data(current)).toMatchObject(current.data);
    expect(Object.keys(Object(data()))).toContain("resource.customizations.health.argoproj.io_Application");
  });
});

describe("repository credentials", () => {
  it("are those that the environment gives, one kind at a time", () => {
    expect(credentialsFrom({})).toBeUndefined();
    expect(credentialsFrom({ SLIPWAY_REPOSITORY_TOKEN: "t" })).toEqual({
      kind: "token",
      username: "x-access-token",
      token: "t",
    });
    expect(credentialsFrom({ SLIPWAY_DEPLOY_KEY: "KEY" })).toEqual({ kind: "deploy-key", privateKey: "KEY\n" });
    expect(() => credentialsFrom({ SLIPWAY_DEPLOY_KEY: "k", SLIPWAY_REPOSITORY_TOKEN: "t" })).toThrow(
      /more than one kind/,
    );
    expect(() => credentialsFrom({ SLIPWAY_GITHUB_APP_ID: "1" })).toThrow(/in part/);
  });

  it("are refused where they do not open the address", () => {
    const key = { kind: "deploy-key", privateKey: "KEY\n" } as const;
    expect(() => repositorySecret("https://github.com/a/b.git", key, "argocd")).toThrow(/does not open/);
    const secret = repositorySecret("git@github.com:a/b.git", key, "argocd");
    expect(secret).toMatchObject({ metadata: { labels: { "argocd.argoproj.io/secret-type": "repository" } } });
    expect(Buffer.from(String(Object(secret["data"]).sshPrivateKey), "base64").toString()).toBe("KEY\n");
  });
});

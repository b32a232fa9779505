import { SlipwayError } from "../../model/error.ts";
import type { JsonObject } from "../../model/resource.ts";

/** How Argo CD gets into a private repository. */
export type RepositoryCredentials =
  | { kind: "deploy-key"; privateKey: string }
  | { kind: "github-app"; appId: string; installationId: string; privateKey: string }
  | { kind: "token"; username: string; token: string };

const encoded = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, Buffer.from(text).toString("base64")]));

/**
 * The Secret that Argo CD knows a repository by. Throws SLW-CONFIG where the credentials do not go with the address.
 * Format: https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#repositories
 */
export function repositorySecret(url: string, credentials: RepositoryCredentials, namespace: string): JsonObject {
  const overSsh = /^(ssh:\/\/|[^/]+@[^/]+:)/.test(url);
  if (overSsh !== (credentials.kind === "deploy-key")) {
    throw new SlipwayError("SLW-CONFIG", `a ${credentials.kind} does not open ${url}`, {
      hint: overSsh
        ? "an address over SSH is opened by a deploy key"
        : "a deploy key opens git@github.com:OWNER/NAME.git: write that in repoURL, or give a token or a GitHub App",
    });
  }
  return {
    apiVersion: "v1",
    kind: "Secret",
    metadata: {
      name: "slipway-repository",
      namespace,
      labels: { "argocd.argoproj.io/secret-type": "repository", "app.kubernetes.io/managed-by": "slipway" },
    },
    type: "Opaque",
    data: encoded({ type: "git", url, ...keysOf(credentials) }),
  };
}

function keysOf(credentials: RepositoryCredentials): Record<string, string> {
  switch (credentials.kind) {
    case "deploy-key":
      return { sshPrivateKey: credentials.privateKey };
    case "github-app":
      return {
        githubAppID: credentials.appId,
        githubAppInstallationID: credentials.installationId,
        githubAppPrivateKey: credentials.privateKey,
      };
    case "token":
      return { username: credentials.username, password: credentials.token };
  }
}

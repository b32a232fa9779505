import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { git, startGitServer } from "../../registries/git-server.ts";
import type { LoopbackServer } from "../../registries/loopback-server.ts";
import { startCharts } from "./charts.ts";

const manifests = fileURLToPath(new URL("../../../manifests", import.meta.url));

/** A repository with this one's manifests, on a Git server of this machine, beside a chart server. */
export interface Platform extends AsyncDisposable {
  /** The working copy. */
  root: string;
  repoURL: string;
  /** Writes files (undefined deletes one), commits and pushes; answers the commit. */
  push(files: Record<string, string | undefined>, message?: string): string;
  read(file: string): string;
  git(...args: string[]): string;
}

/** Where the platform's sources really are → a server of this machine. */
const addresses = (git: string, charts: string): [RegExp, string][] => [
  [/https:\/\/github\.com\/slipway-dev\/slipway\.git/g, git],
  [
    /https:\/\/(?:prometheus-community|grafana-community|grafana|bitnami)\.github\.io\/(?:helm-charts|sealed-secrets)/g,
    charts,
  ],
];

/**
 * The platform as it is, but for the addresses and two things that want the world outside: previews of GitHub's pull requests, and
 * which Environment it is. `ownAddress` is where the servers listen, where that is not loopback.
 */
export async function openPlatform(folder: string, ownAddress?: string): Promise<Platform> {
  await using closing = new AsyncDisposableStack();
  const served = join(folder, "served");
  const root = join(folder, "working-copy");
  mkdirSync(served, { recursive: true });
  const charts: LoopbackServer = closing.use(await startCharts(ownAddress));
  const server: LoopbackServer = closing.use(
    await startGitServer(served, ownAddress === undefined ? {} : { ownAddress }),
  );
  const repoURL = `${server.url}/platform.git`;
  cpSync(manifests, join(root, "manifests"), { recursive: true });
  rewrite(root, addresses(repoURL, charts.url));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  for (const [file, text] of Object.entries(variant(repoURL))) write(file, text);
  git(served, "init", "--quiet", "--bare", "--initial-branch", "main", "platform.git");
  git(root, "init", "--quiet", "--initial-branch", "main");
  git(root, "remote", "add", "origin", join(served, "platform.git"));
  const push: Platform["push"] = (files, message = "a change") => {
    for (const [file, text] of Object.entries(files)) {
      if (text === undefined) git(root, "rm", "--quiet", file);
      else write(file, text);
    }
    git(root, "add", "--all");
    git(root, "commit", "--quiet", "--allow-empty", "--message", message);
    git(root, "push", "--quiet", "origin", "main");
    return git(root, "rev-parse", "HEAD");
  };
  push({}, "the platform");
  const kept = closing.move();
  return {
    root,
    repoURL,
    push,
    read: (file) => readFileSync(join(root, file), "utf8"),
    git: (...args) => git(root, ...args),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

function rewrite(folder: string, replacements: readonly [RegExp, string][]): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) rewrite(path, replacements);
    else {
      const text = readFileSync(path, "utf8");
      writeFileSync(
        path,
        replacements.reduce((so, [from, to]) => so.replaceAll(from, to), text),
      );
    }
  }
}

const variant = (repoURL: string): Record<string, string> => ({
  // The remote is a path on this machine, so only this says that the address means this repository.
  "slipway.yaml": `repository: ${repoURL}\n`,
  "manifests/environments/rehearsal.yaml": `apiVersion: slipway.dev/v1alpha1
kind: Environment
metadata: { name: rehearsal }
spec:
  server: { provider: none }
  kubernetes: { version: v1.37.2 }
  argocd: { version: v3.6.1, bootstrap: manifests/argocd/bootstrap-rehearsal.yaml }
`,
  "manifests/argocd/bootstrap-rehearsal.yaml": `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: bootstrap
  namespace: argocd
  finalizers: [resources-finalizer.argocd.argoproj.io]
spec:
  project: platform
  source: { repoURL: "${repoURL}", targetRevision: HEAD, path: manifests/argocd/overlays/rehearsal }
  destination: { server: https://kubernetes.default.svc, namespace: argocd }
  syncPolicy:
    automated: { prune: true, selfHeal: true }
    retry: { limit: 2, backoff: { duration: 2s, factor: 2, maxDuration: 10s } }
`,
  "manifests/argocd/overlays/rehearsal/kustomization.yaml": `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: [../../applications]
patches:
  - target: { kind: Application }
    patch: |-
      - op: replace
        path: /spec/syncPolicy/retry
        value: { limit: 2, backoff: { duration: 2s, factor: 2, maxDuration: 10s } }
  - patch: |-
      apiVersion: argoproj.io/v1alpha1
      kind: ApplicationSet
      metadata: { name: previews, namespace: argocd }
      $patch: delete
`,
});

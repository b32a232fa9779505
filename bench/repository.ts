import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { chartFiles, kustomizeFiles, plainFiles } from "./applications.ts";

export type BenchKind = "kustomize" | "helm" | "directory";

const repositoryURL = "https://example.com/bench.git";

export interface BenchApplication {
  name: string;
  kind: BenchKind;
  /** Folder of the source, relative to the repository. */
  path: string;
}

/** Writes a Git repository of `count` Applications, as different from each other as real ones are, and commits it. */
export function writeRepository(root: string, count: number): BenchApplication[] {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const applications = Array.from({ length: count }, (_, index): BenchApplication => {
    const kind = kindOf(index);
    const name = `app-${String(index).padStart(4, "0")}`;
    return { name, kind, path: kind === "kustomize" ? `apps/${name}/overlays/production` : `apps/${name}` };
  });
  for (const [index, application] of applications.entries()) {
    const { name, kind } = application;
    write(`argocd/${name}.yaml`, applicationManifest(application));
    const files = { kustomize: kustomizeFiles, helm: chartFiles, directory: plainFiles }[kind](name, index);
    for (const [path, text] of Object.entries(files)) write(`apps/${name}/${path}`, text);
  }
  git(root, "init", "--quiet", "--initial-branch=main");
  git(root, "remote", "add", "origin", repositoryURL);
  commit(root, "everything");
  return applications;
}

/** One more commit, in which one Application, a kustomization, asks for more memory. */
export function changeOne(root: string, applications: readonly BenchApplication[]): void {
  const middle = applications.findLast(({ kind }, index) => kind === "kustomize" && index <= applications.length / 2);
  const file = join(root, middle?.path ?? "", "memory.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("512Mi", "768Mi"));
  commit(root, "more memory");
}

/** Half kustomize, a third Helm, the rest plain manifests. */
function kindOf(index: number): BenchKind {
  const slot = index % 6;
  if (slot < 3) return "kustomize";
  return slot < 5 ? "helm" : "directory";
}

function commit(root: string, message: string): void {
  git(root, "add", "--all");
  git(root, "-c", "user.name=bench", "-c", "user.email=bench@example.com", "commit", "--quiet", `--message=${message}`);
}

function git(root: string, ...args: string[]): void {
  execFileSync("git", args, { cwd: root });
}

function applicationManifest({ name, kind, path }: BenchApplication): string {
  const helm = `\n    helm:\n      releaseName: ${name}\n      valueFiles: [values-production.yaml]`;
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}
  namespace: argocd
spec:
  project: default
  source:
    repoURL: ${repositoryURL}
    path: ${path}
    targetRevision: HEAD${kind === "helm" ? helm : ""}
  destination:
    server: https://kubernetes.default.svc
    namespace: ${name}
`;
}

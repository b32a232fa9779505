import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { goEnvironment, hasGo, nativeTool } from "go-wasm-host/testing";
import { z } from "zod";

/** The programs whose verdict counts, at the versions that slipway speaks for. */
export const versions = {
  kubernetes: "v1.37.2",
  etcd: "v3.7.3",
  argocd: "v3.6.1",
  helm: "v4.3.1",
  kustomize: "v5.8.2",
  kwok: "v0.8.0",
} as const;

export interface Recipe {
  name: string;
  version: string;
  /** The command's package. */
  package: string;
  ldflags: string;
  /** Writes go.mod, and go.sum where one is given, into the empty folder. */
  prepare(work: string): void;
}

const kubernetesModule = "k8s.io/kubernetes";
const kwokModule = "sigs.k8s.io/kwok";
const argocdModule = "github.com/argoproj/argo-cd/v3";
const gitopsEngine = "github.com/argoproj/argo-cd/gitops-engine/v3";

export const kubeApiserver = (): string => built(kubernetes("kube-apiserver"));
export const kubeControllerManager = (): string => built(kubernetes("kube-controller-manager"));
export const kubeScheduler = (): string => built(kubernetes("kube-scheduler"));
export const kubectl = (): string => built(kubernetes("kubectl"));
export const argocd = (): string => built(argocdRecipe);
export const etcd = (): string => tool("etcd", "go.etcd.io/etcd/server/v3", versions.etcd);
export const kustomize = (): string => tool("kustomize", "sigs.k8s.io/kustomize/kustomize/v5", versions.kustomize);
export const redis = (): string => built(redisRecipe);
export const helm = (): string => tool("helm", "helm.sh/helm/v4", versions.helm, "helm.sh/helm/v4/cmd/helm");

export const kwok = (): string => tool("kwok", kwokModule, versions.kwok, `${kwokModule}/cmd/kwok`);

/** The unpacked source of kwok's module: the stages that nodes and pods go through. */
export const kwokSource = (): string => download(kwokModule, versions.kwok).Dir;

/** The unpacked source of Argo CD's module: its install manifests and scripts. */
export const argocdSource = (): string => download(argocdModule, versions.argocd).Dir;

function tool(name: string, module: string, version: string, command?: string): string {
  return requireGo(() => nativeTool({ name, module, version, ...(command && { package: command }) }));
}

/** Where Go is absent there is no judge, and a suite without its judge must not pass. */
function requireGo(find: () => string | undefined): string {
  const path = find();
  if (path === undefined) throw new Error("the judges are built from Go modules, and Go is not installed");
  return path;
}

/** Kubernetes' go.mod points at its staging folders, which are published as modules of their own, v0.37.2 for v1.37.2. */
export function kubernetes(command: string): Recipe {
  const version = versions.kubernetes;
  const [, minor = "", patch = ""] = version.slice(1).split(".");
  const stamp = { gitVersion: version, gitMajor: "1", gitMinor: minor, gitTreeState: "clean" };
  const flags = Object.entries(stamp).map(([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`);
  return {
    name: command,
    version,
    package: `${kubernetesModule}/cmd/${command}`,
    ldflags: ["-s -w", ...flags].join(" "),
    prepare(work) {
      const replaced = readReplacements(download(kubernetesModule, version).GoMod, work);
      const staged = replaced.filter((path) => path.startsWith("k8s.io/"));
      const lines = staged.map((path) => `replace ${path} => ${path} v0.${minor}.${patch}`);
      const head = ["module judge", "go 1.27.0", `require ${kubernetesModule} ${version}`];
      writeFileSync(join(work, "go.mod"), [...head, ...lines, ""].join("\n"));
    },
  };
}

/** Argo CD is no library: its own go.mod says which forks and versions it is built with. */
const argocdRecipe: Recipe = {
  name: "argocd",
  version: versions.argocd,
  package: `${argocdModule}/cmd`,
  ldflags: `-s -w -X ${argocdModule}/common.version=${versions.argocd.slice(1)}`,
  prepare(work) {
    const module = download(argocdModule, versions.argocd);
    // Files of the module cache are read-only, and Go adds lines to both.
    writeFileSync(join(work, "go.sum"), readFileSync(join(module.Dir, "go.sum")));
    writeFileSync(join(work, "go.mod"), readFileSync(module.GoMod));
    const require = `-require=${argocdModule}@${versions.argocd}`;
    go(work, "mod", "edit", "-module=judge", `-dropreplace=${gitopsEngine}`, require);
  },
};

/** A program of this repository: what is needed of Redis, with nothing to install. */
const redisRecipe: Recipe = {
  name: "judge-redis",
  version: "v2.39.0",
  package: ".",
  ldflags: "-s -w",
  prepare: (work) => cpSync(join(import.meta.dirname, "redis"), work, { recursive: true }),
};

const downloaded = z.object({ Dir: z.string(), GoMod: z.string() });
const edited = z.object({ Replace: z.array(z.object({ Old: z.object({ Path: z.string() }) })) });

export const download = (module: string, version: string): z.infer<typeof downloaded> =>
  downloaded.parse(JSON.parse(go(tmpdir(), "mod", "download", "-json", `${module}@${version}`)));

const readReplacements = (file: string, work: string): string[] =>
  edited.parse(JSON.parse(go(work, "mod", "edit", "-json", file))).Replace.map(({ Old }) => Old.Path);

export function go(work: string, ...args: string[]): string {
  const env = { ...goEnvironment(), CGO_ENABLED: "0" };
  return execFileSync("go", args, { cwd: work, env, stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28 }).toString();
}

/** Built once per version and kept beside the other native tools. */
export function built(recipe: Recipe): string {
  const kept = process.env["SLIPWAY_NATIVE_TOOLS"] ?? join(homedir(), ".cache", "slipway-native-tools");
  const path = join(kept, `${recipe.name}-${recipe.version}`);
  if (existsSync(path)) return path;
  return requireGo(() => (hasGo() ? build(recipe, kept, path) : undefined));
}

function build(recipe: Recipe, kept: string, path: string): string {
  const started = performance.now();
  mkdirSync(kept, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), "judge-build-"));
  try {
    recipe.prepare(work);
    const partial = `${path}.${process.pid}`;
    go(work, "build", "-mod=mod", "-trimpath", `-ldflags=${recipe.ldflags}`, "-o", partial, recipe.package);
    renameSync(partial, path);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  console.log(`built ${recipe.name} ${recipe.version} in ${Math.round((performance.now() - started) / 1000)} s`);
  return path;
}

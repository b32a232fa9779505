import type { Flavour } from "../cluster/install/release.ts";
import type { RepositoryCredentials } from "../cluster/install/credentials.ts";
import type { InstallStep } from "../cluster/install/plan.ts";
import type { Host } from "../cluster/waiting/hosts.ts";
import type { Patience } from "../cluster/waiting/outcome.ts";
import type { Progress } from "../cluster/waiting/progress.ts";
import type { Waited } from "../cluster/waiting/wait.ts";
import type { Environment } from "../environment/schema.ts";
import type { SourceEnvironment } from "../gitops/sources.ts";
import type { SlipwayError } from "../model/error.ts";
import type { Clock, Log } from "../model/ports.ts";

export interface BootstrapOptions {
  /** Folder of the repository. */
  root: string;
  /** Name of the Environment. */
  environment: string;
  /** What to do when another run is at work on the cluster. */
  ifBusy: "wait" | "leave";
  /** What to do with fields that somebody else has set. */
  conflicts: "report" | "take-over";
  /** Milliseconds for everything. */
  timeLimit: number;
  patience?: Patience;
  credentials?: RepositoryCredentials;
  adminPassword?: string;
  /** Who is at work, for another run that finds the cluster busy. */
  identity: string;
  /** Where the diagnosis goes if it comes to that. */
  diagnosisFile: string;
  /** Stands in front of `/<version>/manifests/…` in GitHub's place. */
  argocdMirror?: string;
  /** Where plain HTTP is reached from outside, where that is not 80. */
  webPort?: number;
}

/** A way to the API server, open until it is disposed of. */
export interface ClusterAccess extends AsyncDisposable {
  kubeconfig: string;
}

export interface BootstrapPorts {
  /** Makes the way: a kubeconfig that was given, or a tunnel to the server of the Environment. */
  connect: (environment: Environment) => Promise<ClusterAccess>;
  clock: Clock;
  log: Log;
  signal: AbortSignal;
  env: Record<string, string | undefined>;
  sources?: SourceEnvironment;
  randomPassword: () => string;
  /** Begins a part of the work, which ends with the next. */
  onSection: (title: string) => void;
  onProgress: (progress: Progress, elapsed: number) => void;
}

export interface BootstrapResult {
  environment: string;
  argocd: { version: string; flavour: Flavour };
  /** What was done before the wait; empty where everything was as declared. */
  steps: readonly InstallStep[];
  waited: Waited;
  hosts: readonly Host[];
  /** Why it did not work out; absent where it did. */
  failure?: SlipwayError;
  diagnosisFile?: string;
}

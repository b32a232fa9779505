import type { ApplicationChange, Change, WiderEffect } from "./change.ts";
import type { EnvironmentChange } from "./environment-change.ts";
import type { Finding } from "./finding.ts";

export const reportVersion = 1;

export type ApplicationStatus = "rendered" | "unchanged" | "not-rendered" | "failed";

export interface ApplicationReport {
  name: string;
  /** `Application` from Argo CD, or `implicit`: a kustomization root, chart or folder no Application points to. */
  kind: "Application" | "implicit";
  /** The Application that creates this one, for an app of apps. */
  parent?: string;
  project?: string;
  /** Sync wave among its siblings. */
  wave: number;
  /** Where it is declared. */
  file: string;
  line: number;
  sources: string[];
  status: ApplicationStatus;
  /** Why it is not rendered or failed, in one sentence. */
  reason?: string;
  resources: number;
}

/** Durations in milliseconds; counts are of this run. */
export interface Stats {
  applications: number;
  resources: number;
  rendered: number;
  cached: number;
  /** Findings that slipway-ignore comments leave out. */
  ignored?: number;
  /** Findings that the baseline hides. */
  baselined?: number;
  durations: Record<string, number>;
  peakMemoryBytes: number;
}

/** The whole outcome of `slipway validate`, published as schemas/report.v1.json. */
export interface Report {
  version: typeof reportVersion;
  slipway: string;
  kubernetesVersion: string;
  base?: { ref: string; commit: string };
  applications: ApplicationReport[];
  findings: Finding[];
  changes: Change[];
  /** Absent where there was no base to compare with. */
  applicationChanges?: ApplicationChange[];
  /** Effects of no single resource; absent where there was no base to compare with. */
  effects?: WiderEffect[];
  /** All effects in a line: "2 pods restart, nothing is deleted". */
  headline?: string;
  /** Environments that differ, and what they cost before and after; absent where there was no base to compare with. */
  environments?: EnvironmentChange[];
  stats: Stats;
}

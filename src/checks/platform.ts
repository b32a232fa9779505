import type { EnvironmentDocument } from "../environment/read.ts";
import type { Finding } from "../model/finding.ts";
import type { Resource, SourceLocation } from "../model/resource.ts";

/** An Application's rendered resources, as the checks of the platform see them. */
export interface DeployedApplication {
  name: string;
  /** `implicit`: a kustomization root, chart or folder that no Application points to; who applies it is not known. */
  kind: "Application" | "implicit";
  /** `metadata.name` as declared: two environments' Applications may share it, and are told apart in `name` only. */
  declaredName: string;
  /** The Application at the top of its app of apps: its own name where it has no parent. */
  root: string;
  /** `spec.destination.server` or `.name`; empty for an implicit one. */
  destination: string;
  /** `spec.destination.namespace`: what it brings without a namespace goes there. */
  namespace?: string;
  /** The Application that creates it. */
  parent?: string;
  /** Manifests that the kustomization around them leaves out. */
  aside?: true;
  /** Sync wave among its siblings. */
  wave: number;
  /** Where it is declared. */
  at: SourceLocation[];
  resources: readonly Resource[];
  /** False where something of it could not be rendered: then what is missing may be there after all. */
  complete: boolean;
}

/** All that is deployed from one revision of the repository. */
export interface Platform {
  applications: readonly DeployedApplication[];
  /** The cluster's version, such as 1.36.3. */
  kubernetesVersion: string;
  /** Where a field of a rendered resource was written. Parses files, so ask only for what is reported. */
  place: (application: DeployedApplication, resource: Resource, path: string) => SourceLocation[];
  /** The Environments that the repository declares. */
  environments: readonly EnvironmentDocument[];
  /** A file of the repository; undefined where there is none. */
  read: (file: string) => string | undefined;
}

/** A check that looks across resources and Applications: a pure function of what is rendered. */
export type PlatformCheck = (platform: Platform) => Finding[];

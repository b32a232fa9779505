import { closest } from "../model/closest.ts";
import type { Finding } from "../model/finding.ts";
import type { SourceLocation } from "../model/resource.ts";
import { checkBackup } from "./check-backup.ts";
import { checkBudget } from "./check-budget.ts";
import { checkOffers } from "./check-offers.ts";
import type { Catalogue } from "./catalogue.ts";
import type { EnvironmentDocument } from "./read.ts";
import { finding } from "./rules.ts";

/** What the files are compared with. */
export interface Surroundings {
  catalogue: Catalogue;
  /** Versions of Kubernetes that can be checked, the oldest first: `1.36.3`. */
  kubernetesVersions: readonly string[];
  /** Every file of the repository. */
  files: Iterable<string>;
  /** Whether a file declares an Application; undefined where there is no such file. */
  declaresApplication: (file: string) => boolean | undefined;
}

/** All that is wrong with Environment files: in themselves, with each other, and with what is around them. */
export function checkEnvironments(documents: readonly EnvironmentDocument[], around: Surroundings): Finding[] {
  return [
    ...documents.flatMap((document) => [
      ...document.problems,
      ...checkBootstrap(document, around),
      ...checkKubernetes(document, around.kubernetesVersions),
      ...checkOffers(document, around.catalogue),
      ...checkBudget(document, around.catalogue),
      ...checkBackup(document),
    ]),
    ...sameNames(documents),
  ];
}

function checkBootstrap({ name, bootstrap, place }: EnvironmentDocument, around: Surroundings): Finding[] {
  if (bootstrap === undefined) return [];
  const declares = around.declaresApplication(bootstrap);
  if (declares === true) return [];
  const details = { path: "spec.argocd.bootstrap", at: [place(["spec", "argocd", "bootstrap"])] };
  if (declares === false) {
    const message = `${bootstrap}, which Environment ${name} starts from, declares no Application`;
    return [
      finding("environment/bootstrap", message, { ...details, hint: "Name the file of the Application at the top" }),
    ];
  }
  const near = closest(bootstrap, around.files);
  const hint = near === undefined ? "The path counts from the repository's root" : `Did you mean ${near}?`;
  return [
    finding("environment/bootstrap", `There is no file ${bootstrap}, which Environment ${name} starts from`, {
      ...details,
      hint,
    }),
  ];
}

function checkKubernetes({ environment, place }: EnvironmentDocument, versions: readonly string[]): Finding[] {
  const version = environment?.spec.kubernetes.version;
  const minors = versions.map(minorOf);
  const [oldest, newest] = [minors[0], minors.at(-1)];
  if (version === undefined || oldest === undefined || newest === undefined) return [];
  const minor = minorOf(version);
  if (minors.includes(minor)) return [];
  const message = `Kubernetes ${version} cannot be checked: schemas and rules of 1.${oldest} to 1.${newest} are known`;
  const near = minor < oldest ? oldest : newest;
  const details = { path: "spec.kubernetes.version", at: [place(["spec", "kubernetes", "version"])] };
  return [finding("environment/kubernetes-version", message, { ...details, hint: `The nearest is 1.${near}` })];
}

/** 36 of `v1.36.2+k3s1` and of `1.36.3`. */
const minorOf = (version: string): number => Number(/1\.(\d+)/.exec(version)?.[1] ?? Number.NaN);

/** Labels, names of servers and backups follow from the name, so two Environments of one name would be one. */
function sameNames(documents: readonly EnvironmentDocument[]): Finding[] {
  const first = new Map<string, SourceLocation>();
  return documents.flatMap(({ name, unreadable, place }) => {
    const at = place(["metadata", "name"]);
    const other = first.get(name);
    if (unreadable || other === undefined) {
      if (!unreadable) first.set(name, at);
      return [];
    }
    const message = `There is another Environment ${name}: each would take the other's server for its own`;
    const hint = "Give every Environment its own name";
    return [finding("environment/conflict", message, { path: "metadata.name", at: [at, other], hint })];
  });
}

import { posix } from "node:path";
import type { DeployedApplication } from "../platform.ts";

/** Applications that run in one cluster, as far as the repository tells. */
export interface Environment {
  kind: "cluster" | "island";
  applications: readonly DeployedApplication[];
}

/**
 * Which Applications share a cluster. Same destination is not enough: a repository may have an app of apps for each of
 * several clusters, all of which are `https://kubernetes.default.svc` to themselves. Nobody deploys one Application twice into
 * one cluster, so roots that bring an Application of the same name, or of the same declaration, are for different ones. What no
 * Application renders is an island: who applies it, and where, is not known.
 */
export function environmentsOf(applications: readonly DeployedApplication[]): Environment[] {
  const declared = applications.filter(({ kind }) => kind === "Application");
  const islands = applications.filter(({ kind }) => kind === "implicit");
  const clusters = groupsOf(declared).flatMap((group) => [
    ...Map.groupBy(group, ({ destination }) => destinationOf(destination)).values(),
  ]);
  return [
    ...clusters.map((group): Environment => ({ kind: "cluster", applications: group })),
    ...islands.map((one): Environment => ({ kind: "island", applications: [one] })),
  ];
}

/** The cluster that Argo CD runs in has a name and an address. */
const destinationOf = (destination: string): string =>
  destination === "in-cluster" ? "https://kubernetes.default.svc" : destination;

interface Group {
  folder: string;
  marks: Set<string>;
  applications: DeployedApplication[];
}

/** Roots of one folder belong together unless they contradict each other; then folders join what they do not contradict. */
function groupsOf(applications: readonly DeployedApplication[]): DeployedApplication[][] {
  const trees = Map.groupBy(applications, ({ root }) => root);
  const folders = new Map<string, Group[]>();
  for (const [root, members] of trees) {
    const folder = posix.dirname((members.find(({ name }) => name === root) ?? members[0])?.at[0]?.file ?? "");
    const own = folders.get(folder) ?? [];
    folders.set(folder, own);
    join(own, { folder, marks: marksOf(members), applications: members });
  }
  const groups: Group[] = [];
  for (const group of [...folders.values()].flat()) join(groups, group);
  return groups.map(({ applications: members }) => members);
}

function join(groups: Group[], group: Group): void {
  const [best] = groups
    .filter(({ marks }) => !contradict(marks, group.marks))
    .map((one) => ({ one, near: sharedFolders(one.folder, group.folder) }))
    .sort((a, b) => b.near - a.near);
  if (best === undefined) {
    groups.push({ ...group, marks: new Set(group.marks), applications: [...group.applications] });
    return;
  }
  for (const mark of group.marks) best.one.marks.add(mark);
  best.one.applications.push(...group.applications);
}

/** Names, and for what an app of apps brings the place it is declared at, which an overlay's suffix does not change. */
function marksOf(members: readonly DeployedApplication[]): Set<string> {
  const marks = new Set<string>();
  for (const { name, declaredName, root, destination, at } of members) {
    marks.add(`name ${destinationOf(destination)} ${declaredName}`);
    const [place] = at;
    if (name !== root && place !== undefined) marks.add(`place ${place.file}:${place.line}`);
  }
  return marks;
}

function contradict(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const mark of small) if (large.has(mark)) return true;
  return false;
}

function sharedFolders(a: string, b: string): number {
  const other = b.split("/");
  const differs = a.split("/").findIndex((part, index) => part !== other[index]);
  return differs < 0 ? a.split("/").length : differs;
}

import { z } from "zod";
import { deepEqual } from "../../diff/equal.ts";
import { isJson } from "../../gitops/json.ts";
import { conditionsOf } from "../install/ready.ts";
import {
  liveApplication,
  type LiveApplication,
  type LiveSource,
  revisionsOf,
  sourcesOf,
  waveOf,
} from "./application.ts";
import { ownersOf, type Owners } from "./belongings.ts";
import { tidy } from "./reasons/sync.ts";
import type { Reason } from "./reasons/reason.ts";
import { reasonsOf } from "./reasons/reasons.ts";
import type { World } from "./world.ts";

/** What is waited for. */
export interface Goal {
  namespace: string;
  /** Name of the Application at the top. */
  root: string;
  /** `repoURL targetRevision` → the commit it means; a source that is not in here may be at any. */
  revisions: ReadonlyMap<string, string>;
  /** When waiting began, in milliseconds: what Argo CD found out before may be about what is mended since. */
  since: number;
}

export const revisionKey = ({ repoURL, targetRevision }: Pick<LiveSource, "repoURL" | "targetRevision">): string =>
  `${repoURL} ${targetRevision === "" ? "HEAD" : targetRevision}`;

export interface ApplicationProgress {
  name: string;
  kind: "Application" | "ApplicationSet";
  parent?: string;
  /** How far below the root. */
  depth: number;
  wave: number;
  sync: string;
  health: string;
  /** Phase and message of a sync that is under way. */
  operation?: string;
  /** Commit or chart version, of the first source. */
  revision: string;
  /** Sources from Git. */
  sources: readonly LiveSource[];
  /** Those of them that are at another commit than expected. */
  behind: readonly LiveSource[];
  /** There, in sync, healthy, at the expected revision, nothing under way; children are counted for themselves. */
  done: boolean;
  /** Argo CD has looked since waiting began, or is where it should be: its reasons count. */
  current: boolean;
  reasons: Reason[];
}

export interface Progress {
  /** The root first, children below their parent by wave and name. */
  applications: ApplicationProgress[];
  done: boolean;
}

const isArgoKind = (group: string, kind: string): kind is "Application" | "ApplicationSet" =>
  group === "argoproj.io" && (kind === "Application" || kind === "ApplicationSet");

/** Where every Application below the root stands. Pure: the same world gives the same progress. */
export function progressOf(world: World, goal: Goal): Progress {
  const live = new Map<string, LiveApplication>();
  for (const object of world.objects.Application.values()) {
    const application = liveApplication(object);
    if (application !== undefined) live.set(application.metadata.name, application);
  }
  const context: Context = { world, goal, live, owners: ownersOf([...live.values()]) };
  const applications = branch({ kind: "Application", name: goal.root, depth: 0 }, context, new Set());
  return { applications, done: applications.every(({ done }) => done) };
}

interface Context {
  world: World;
  goal: Goal;
  live: ReadonlyMap<string, LiveApplication>;
  owners: Owners;
}

interface Node {
  kind: "Application" | "ApplicationSet";
  name: string;
  parent?: string;
  depth: number;
}

/** One node and everything below it; `seen` ends a circle. */
function branch(node: Node, context: Context, seen: Set<string>): ApplicationProgress[] {
  const id = `${node.kind} ${node.name}`;
  if (seen.has(id)) return [];
  seen.add(id);
  const application = context.live.get(node.name);
  const own =
    node.kind === "ApplicationSet"
      ? setProgress(node, context.world, context.goal)
      : application === undefined
        ? absent(node)
        : applicationProgress(node, application, context);
  const children = childrenOf(node, application, context)
    .map((child) => ({ ...child, parent: node.name, depth: node.depth + 1 }))
    .map((child) => branch(child, context, seen))
    .filter((below) => below.length > 0);
  const byWave = children.toSorted(
    ([a], [b]) => (a?.wave ?? 0) - (b?.wave ?? 0) || (a && b && a.name < b.name ? -1 : 1),
  );
  return [own, ...byWave.flat()];
}

function childrenOf(node: Node, application: LiveApplication | undefined, { live }: Context): Omit<Node, "depth">[] {
  if (node.kind === "ApplicationSet") {
    const isChild = ({ metadata }: LiveApplication): boolean =>
      metadata.ownerReferences.some(({ kind, name }) => kind === "ApplicationSet" && name === node.name);
    return [...live.values()].filter(isChild).map(({ metadata }) => ({ kind: "Application", name: metadata.name }));
  }
  return (application?.status.resources ?? []).flatMap(({ group, kind, name, requiresPruning }) =>
    isArgoKind(group, kind) && !requiresPruning ? [{ kind, name }] : [],
  );
}

const absent = ({ kind, name, parent, depth }: Node): ApplicationProgress => ({
  name,
  kind,
  depth,
  wave: 0,
  sync: "Missing",
  health: "Missing",
  revision: "",
  sources: [],
  behind: [],
  done: false,
  current: true,
  reasons: [],
  ...(parent !== undefined && { parent }),
});

function applicationProgress(node: Node, application: LiveApplication, context: Context): ApplicationProgress {
  const { status, metadata } = application;
  const behind = sourcesBehind(application, context.goal);
  const isSettled =
    application.operation === undefined &&
    status.operationState?.phase !== "Running" &&
    metadata.annotations["argocd.argoproj.io/refresh"] === undefined &&
    metadata.deletionTimestamp === undefined;
  const isThere = status.sync.status === "Synced" && status.health.status === "Healthy";
  const done = isThere && isSettled && isOfThisSpec(application) && behind.length === 0;
  const operation = operationOf(application);
  return {
    name: node.name,
    kind: node.kind,
    depth: node.depth,
    wave: waveOf(application),
    sync: status.sync.status,
    health: status.health.status,
    revision: revisionsOf(application)[0] ?? "",
    sources: sourcesOf(application).filter(isFromGit),
    behind,
    done,
    current: behind.length === 0 || Date.parse(status.reconciledAt ?? "") >= context.goal.since,
    reasons: done ? [] : reasonsOf(application, context.world, context.owners),
    ...(node.parent !== undefined && { parent: node.parent }),
    ...(operation !== undefined && { operation }),
  };
}

function operationOf({ status: { operationState: state } }: LiveApplication): string | undefined {
  return state?.phase === "Running" ? tidy(state.message) || "syncing" : undefined;
}

function sourcesBehind(application: LiveApplication, { revisions }: Goal): LiveSource[] {
  const at = revisionsOf(application);
  return sourcesOf(application).filter((source, index) => {
    const expected = revisions.get(revisionKey(source));
    return isFromGit(source) && expected !== undefined && at[index] !== expected;
  });
}

const isFromGit = ({ chart = "" }: LiveSource): boolean => chart === "";

/** The comparison is about the sources as they are declared now. */
function isOfThisSpec(application: LiveApplication): boolean {
  const compared = application.status.sync.comparedTo;
  if (compared === undefined) return false;
  const then: unknown = compared.sources ?? (compared.source === undefined ? [] : [compared.source]);
  const now: unknown = sourcesOf(application);
  return isJson(then) && isJson(now) && deepEqual(then, now);
}

const condition = z.looseObject({ type: z.string(), status: z.string(), message: z.string().default("") });

function setProgress(node: Node, world: World, { namespace }: Goal): ApplicationProgress {
  const object = world.objects.ApplicationSet.get(`${namespace}/${node.name}`);
  if (object === undefined) return absent(node);
  const conditions = conditionsOf(object).flatMap((one) => condition.safeParse(one).data ?? []);
  const holds = (type: string) => conditions.find((one) => one.type === type && one.status === "True");
  const error = holds("ErrorOccurred");
  const done = error === undefined && holds("ResourcesUpToDate") !== undefined;
  const metadata = z
    .looseObject({ annotations: z.record(z.string(), z.string()).default({}) })
    .safeParse(object["metadata"]);
  return {
    ...absent(node),
    wave: Number(metadata.data?.annotations["argocd.argoproj.io/sync-wave"] ?? 0) || 0,
    sync: done ? "Generated" : "Generating",
    health: error === undefined ? (done ? "Healthy" : "Progressing") : "Degraded",
    done,
    reasons: error === undefined ? [] : [{ cause: "generator", message: tidy(error.message), hope: "little" }],
  };
}

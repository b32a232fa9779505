import type { Clock, Log } from "../../model/ports.ts";
import type { KubernetesApi } from "../api/api.ts";
import type { Objects } from "../api/objects.ts";
import { Asked, Bell } from "./bell.ts";
import { readLogTail } from "./log-tail.ts";
import { defaultPatience, judge, type Outcome, type Patience, type Standing } from "./outcome.ts";
import { type Goal, type Progress, progressOf, revisionKey } from "./progress.ts";
import { recordTimes, type Timeline } from "./times.ts";
import { watchWorld } from "./watch-world.ts";
import { emptyWorld, observe, type World, type WorldEvent } from "./world.ts";

export interface WaitPorts {
  api: KubernetesApi;
  objects: Objects;
  clock: Clock;
  log: Log;
  signal: AbortSignal;
  /** The commit a revision of a repository means now; undefined where that cannot be known from here. */
  resolve: (repoURL: string, revision: string) => Promise<string | undefined>;
  onProgress: (progress: Progress, elapsed: number) => void;
}

export interface WaitOptions {
  namespace: string;
  root: string;
  /** Milliseconds. */
  timeLimit: number;
  patience?: Patience;
}

export interface Waited {
  outcome: Exclude<Outcome, { kind: "waiting" }> | { kind: "time-limit" };
  progress: Progress;
  timeline: Timeline;
  world: World;
  /** Milliseconds. */
  elapsed: number;
}

/** Events that arrive together are judged together. */
const settling = 50;
/** Milliseconds before a revision is looked up, or Argo CD asked to compare, again. */
const askAgain = 15_000;

/** Waits until every Application below the root is there, or will not be. Nothing is polled: every look follows an event. */
export async function waitForApplications(options: WaitOptions, ports: WaitPorts): Promise<Waited> {
  const { clock, log, signal } = ports;
  const started = clock.now();
  const ended = new AbortController();
  const events: WorldEvent[] = [];
  const bell = new Bell();
  const { listed, ended: watches } = await watchWorld(options.namespace, {
    api: ports.api,
    signal: AbortSignal.any([signal, ended.signal]),
    onEvent: (event) => {
      events.push(event);
      bell.ring();
    },
    onDropped: (why) => log.debug(`a watch was dropped and is taken up again: ${why}`),
  });
  let failure: unknown;
  watches.catch((error: unknown) => {
    failure = error;
    bell.ring();
  });
  const asked = new Asked(clock, askAgain);
  const revisions = new Map<string, string>();
  const goal: Goal = { namespace: options.namespace, root: options.root, revisions, since: started };
  let [world, standing, timeline]: [World, Standing, Timeline] = [emptyWorld(), new Map(), new Map()];
  try {
    await listed;
    for (;;) {
      if (failure !== undefined) throw failure;
      signal.throwIfAborted();
      world = events.splice(0).reduce(observe, world);
      await learnRevisions(progressOf(world, goal), revisions, asked, ports);
      const progress = progressOf(world, goal);
      const elapsed = clock.now() - started;
      const judged = judge(progress, standing, clock.now(), options.patience ?? defaultPatience);
      standing = judged.standing;
      timeline = recordTimes(timeline, progress, elapsed);
      ports.onProgress(progress, elapsed);
      const { outcome } = judged;
      const fetched = await readTails(progress, asked, ports);
      events.push(...fetched);
      // A failure is told with the last words of what failed.
      if (outcome.kind !== "waiting" && fetched.length === 0) return { outcome, progress, timeline, world, elapsed };
      if (elapsed >= options.timeLimit) {
        return { outcome: { kind: "time-limit" }, progress, timeline, world, elapsed };
      }
      await refreshBehind(progress, options.namespace, asked, ports);
      if (events.length > 0) continue;
      const lookAgain = outcome.kind === "waiting" ? (outcome.lookAgain ?? Infinity) : clock.now();
      const isBehind = progress.applications.some(({ behind }) => behind.length > 0);
      const askedLater = isBehind ? clock.now() + askAgain : Infinity;
      const until = Math.min(started + options.timeLimit, lookAgain, askedLater);
      await bell.heard(Math.max(0, until - clock.now()), clock, signal);
      await clock.sleep(settling, signal);
    }
  } finally {
    ended.abort();
    await watches.catch(() => undefined);
  }
}

/** Learns what the revisions of all sources mean; again, where an Application is at a commit that was not expected. */
async function learnRevisions(
  { applications }: Progress,
  revisions: Map<string, string>,
  asked: Asked,
  { resolve }: WaitPorts,
): Promise<void> {
  const wanted = new Map(
    applications.flatMap(({ sources, behind }) =>
      sources
        .filter((source) => behind.includes(source) || !revisions.has(revisionKey(source)))
        .map((source) => [revisionKey(source), source] as const),
    ),
  );
  for (const [key, { repoURL, targetRevision }] of wanted) {
    if (!asked.mayAsk(`revision ${key}`)) continue;
    const commit = await resolve(repoURL, targetRevision === "" ? "HEAD" : targetRevision);
    if (commit !== undefined) revisions.set(key, commit);
  }
}

/** Argo CD looks into Git every few minutes; one that is behind is told to look now. */
async function refreshBehind(
  { applications }: Progress,
  namespace: string,
  asked: Asked,
  ports: WaitPorts,
): Promise<void> {
  for (const { name, behind, operation } of applications) {
    if (behind.length === 0 || operation !== undefined || !asked.mayAsk(`refresh ${name}`)) continue;
    ports.log.debug(`${name} is behind Git: Argo CD is asked to look`);
    const annotations = { "argocd.argoproj.io/refresh": "normal" };
    const ref = { apiVersion: "argoproj.io/v1alpha1", kind: "Application", namespace, name };
    await ports.objects.mergePatch(ref, { metadata: { annotations } });
  }
}

/** The logs of what has failed, each once: a container that is replaced has another name. */
async function readTails({ applications }: Progress, asked: Asked, { api }: WaitPorts): Promise<WorldEvent[]> {
  const keys = new Set(applications.flatMap(({ reasons }) => reasons.flatMap(({ log }) => log ?? [])));
  const fresh = [...keys].filter((key) => asked.mayAsk(`log ${key}`, Infinity));
  return Promise.all(fresh.map(async (key) => ({ type: "log" as const, key, tail: await readLogTail(api, key) })));
}

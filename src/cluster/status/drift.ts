import type { Change } from "../../model/change.ts";
import { changePiece } from "../../report/markdown/changes.ts";
import { block, code, text } from "../../report/markdown/escape.ts";
import { changeLines } from "../../report/text/changes.ts";
import type { Paint } from "../../report/text/style.ts";
import { liveApplication, type LiveResource } from "../waiting/application.ts";
import type { ApplicationProgress, Progress } from "../waiting/progress.ts";
import { treeLines } from "../waiting/text.ts";
import type { World } from "../waiting/world.ts";

/** A resource that Argo CD says is not as Git has it. */
export interface DriftedResource {
  application: string;
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
  /** It is in the cluster, and no longer in Git. */
  surplus: boolean;
}

/** How a cluster stands to Git, now. */
export interface DriftReport {
  environment: string;
  /** ISO 8601, UTC. */
  at: string;
  /** Everything is synced, healthy and at the newest commit. */
  clean: boolean;
  applications: ApplicationProgress[];
  drifted: DriftedResource[];
  /** What a sync would do to them, with its effects; only for those whose manifest could be rendered. */
  changes: Change[];
}

/** What is out of sync below the root, as Argo CD found it at its last comparison. */
export function driftedResources(world: World, { applications }: Progress): DriftedResource[] {
  const names = new Set(applications.map(({ name }) => name));
  return [...world.objects.Application.values()].flatMap((object) => {
    const application = liveApplication(object);
    if (application === undefined || !names.has(application.metadata.name)) return [];
    return application.status.resources
      .filter(({ status, hook }) => status === "OutOfSync" && !hook)
      .map((resource) => drifted(application.metadata.name, resource));
  });
}

const drifted = (application: string, resource: LiveResource): DriftedResource => ({
  application,
  apiVersion: resource.group === "" ? resource.version : `${resource.group}/${resource.version}`,
  kind: resource.kind,
  ...(resource.namespace !== undefined && { namespace: resource.namespace }),
  name: resource.name,
  surplus: resource.requiresPruning,
});

export function driftText(report: DriftReport, paint: Paint, width: number): string {
  const { applications, drifted: resources, changes, clean } = report;
  const shown = new Set(changes.map(keyOfChange));
  const rest = resources.filter((one) => !shown.has(keyOf(one)));
  return [
    ...treeLines({ applications, done: clean }, paint),
    "",
    ...changes.flatMap((change) => [
      `${change.application}: a sync would change`,
      ...changeLines(change, paint, width),
      "",
    ]),
    ...rest.map((one) => `${one.application}: ${describe(one)}`),
    ...(rest.length > 0 ? [""] : []),
    `${headline(report)}\n`,
  ].join("\n");
}

export function driftMarkdown(report: DriftReport): string {
  const { applications, drifted: resources, changes, clean, at } = report;
  const shown = new Set(changes.map(keyOfChange));
  const rest = resources.filter((one) => !shown.has(keyOf(one)));
  const tree = treeLines({ applications, done: clean }, (_, line) => line).join("\n");
  return [
    `## ${text(headline(report))}`,
    `As of ${at}.`,
    block("text", tree),
    ...changes.map(
      (change) => `**${text(change.application)}**: a sync would change ${changePiece(change).full.trim()}`,
    ),
    ...rest.map((one) => `- **${text(one.application)}**: ${code(describe(one))}`),
    "",
  ].join("\n\n");
}

export function headline({ environment, clean, drifted: resources, applications }: DriftReport): string {
  if (clean) return `${environment} is as Git has it`;
  const unwell = applications.filter(({ done }) => !done).length;
  const count = resources.length === 1 ? "1 resource differs" : `${resources.length} resources differ`;
  return `${environment}: ${count} from Git, ${unwell} of ${applications.length} Applications are not well`;
}

const describe = ({ kind, namespace, name, surplus }: DriftedResource): string =>
  `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name} ${surplus ? "is no longer in Git" : "differs from Git"}`;
const keyOf = ({ application, kind, namespace = "", name }: DriftedResource): string =>
  `${application} ${kind} ${namespace}/${name}`;
const keyOfChange = ({ application, resource }: Change): string => keyOf({ application, surplus: false, ...resource });

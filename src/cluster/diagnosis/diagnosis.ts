import { stringify } from "yaml";
import { objectAt, stringAt } from "../../gitops/json.ts";
import type { JsonObject } from "../../model/resource.ts";
import { block, text } from "../../report/markdown/escape.ts";
import { plain } from "../../report/text/style.ts";
import type { Progress } from "../waiting/progress.ts";
import { treeLines } from "../waiting/text.ts";
import type { World } from "../waiting/world.ts";

/** What is asked for only when something went wrong. */
export interface Surroundings {
  nodes: readonly JsonObject[];
  storageClasses: readonly JsonObject[];
  /** What keeps Argo CD itself going: its Deployments and StatefulSets. */
  argocd: readonly JsonObject[];
}

export interface Diagnosed {
  headline: string;
  at: string;
  progress?: Progress;
  world: World;
  surroundings: Surroundings;
}

const eventLimit = 200;

/** Everything that whoever was not there needs to know, as one markdown file. No Secret is read for it. */
export function diagnosisMarkdown({ headline, at, progress, world, surroundings }: Diagnosed): string {
  const { objects, logs } = world;
  const pods = [...objects.Pod.values()].filter((pod) => !isWell(pod));
  const claims = [...objects.PersistentVolumeClaim.values()].filter(
    (claim) => stringAt(claim, "status", "phase") !== "Bound",
  );
  return [
    `# ${text(headline)}`,
    `Written at ${at}.`,
    section("Applications", progress === undefined ? "" : treeLines(progress, plain).join("\n")),
    yamlSection("What Argo CD says of each", [...objects.Application.values()].map(applicationFacts)),
    yamlSection("ApplicationSets", [...objects.ApplicationSet.values()].map(statusOnly)),
    yamlSection("Pods that are not ready", pods.map(statusOnly)),
    yamlSection("PersistentVolumeClaims that are not bound", claims.map(withSpec)),
    yamlSection("Argo CD's own workloads", surroundings.argocd.map(statusOnly)),
    yamlSection("Nodes", surroundings.nodes.map(nodeFacts)),
    yamlSection("StorageClasses", surroundings.storageClasses.map(withoutManaged)),
    ...[...logs].filter(([, tail]) => tail !== "").map(([key, tail]) => section(`Last lines of ${key}`, tail)),
    section("Warnings, the newest last", warnings(objects.Event.values()).join("\n")),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

const section = (title: string, content: string): string =>
  content === "" ? "" : `## ${text(title)}\n\n${block("text", content)}`;

const yamlSection = (title: string, objects: readonly JsonObject[]): string =>
  objects.length === 0
    ? ""
    : `## ${text(title)}\n\n${block("yaml", objects.map((one) => stringify(one)).join("---\n"))}`;

const named = (object: JsonObject): JsonObject => {
  const { name = "", namespace } = objectAt(object, "metadata") ?? {};
  return namespace === undefined ? { name } : { namespace, name };
};

const statusOnly = (object: JsonObject): JsonObject => ({ ...named(object), status: object["status"] ?? {} });
const withSpec = (object: JsonObject): JsonObject => ({ ...statusOnly(object), spec: object["spec"] ?? {} });

function applicationFacts(object: JsonObject): JsonObject {
  // The history and the resource list are long, and say nothing about now.
  const { history: _, resources: __, ...status } = objectAt(object, "status") ?? {};
  return { ...named(object), spec: object["spec"] ?? {}, status };
}

function nodeFacts(object: JsonObject): JsonObject {
  const { allocatable = {}, conditions = [] } = objectAt(object, "status") ?? {};
  return { ...named(object), allocatable, conditions, taints: objectAt(object, "spec")?.["taints"] ?? [] };
}

function withoutManaged(object: JsonObject): JsonObject {
  const { managedFields: _, ...metadata } = objectAt(object, "metadata") ?? {};
  return { ...object, metadata };
}

function isWell(pod: JsonObject): boolean {
  if (stringAt(pod, "status", "phase") === "Succeeded") return true;
  const conditions = objectAt(pod, "status")?.["conditions"];
  const found = (Array.isArray(conditions) ? conditions : []).find((one) => stringAt(one, "type") === "Ready");
  return stringAt(found, "status") === "True";
}

function warnings(events: Iterable<JsonObject>): string[] {
  const lines = [...events].map((event) => {
    const about = objectAt(event, "involvedObject") ?? {};
    const time = stringAt(event, "lastTimestamp") ?? stringAt(event, "metadata", "creationTimestamp") ?? "";
    const place = [about["namespace"], about["name"]].filter((part) => typeof part === "string").join("/");
    return `${time} ${String(about["kind"])} ${place} ${String(event["reason"])}: ${String(event["message"])}`;
  });
  return lines.toSorted().slice(-eventLimit);
}

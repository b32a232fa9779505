import type { JsonObject } from "../../model/resource.ts";
import { describeRef, type ObjectRef, refOf } from "../api/objects.ts";
import { isAwaited, type Readiness } from "./ready.ts";

/** Objects that belong together. Every stage is applied, and ready, before the next one begins. */
export interface Stage {
  name: string;
  /** Why a person should want it. */
  why: string;
  objects: readonly JsonObject[];
  /** `unless-tracked`: what Argo CD itself deploys from Git is its own, and is left alone. */
  whose?: "ours" | "unless-tracked";
}

/** A field that somebody else has set to another value. */
export interface Conflict {
  object: string;
  field: string;
  manager: string;
}

/** What the API server says of one declared object, asked by a dry run. */
export type Observation =
  | { state: "absent" }
  | { state: "same" | "left"; readiness: Readiness }
  | { state: "different"; fields: readonly string[]; readiness: Readiness }
  | { state: "conflict"; conflicts: readonly Conflict[] }
  | { state: "refused"; message: string };

export type InstallAction =
  | { kind: "apply"; object: JsonObject }
  | { kind: "await"; refs: readonly ObjectRef[] }
  | { kind: "rotate-admin" };

/** One thing to do. `title` says what, `why` says what makes it necessary. */
export interface InstallStep {
  id: string;
  stage: string;
  title: string;
  why: string;
  action: InstallAction;
}

export interface InstallPlan {
  steps: InstallStep[];
  /** Nothing is done while there are any, unless they are to be taken over. */
  conflicts: Conflict[];
  /** What the API server would refuse; nothing is done while there is any. */
  refused: string[];
}

export interface Observed {
  stage: Stage;
  observations: readonly { object: JsonObject; observation: Observation }[];
}

/** What takes a cluster from what was observed to what is declared, in order; empty where that is the same. */
export function planInstallation(observed: readonly Observed[]): InstallPlan {
  const all = observed.flatMap(({ observations }) => observations);
  return {
    steps: observed.flatMap(stepsOf),
    conflicts: all.flatMap(({ observation }) => (observation.state === "conflict" ? observation.conflicts : [])),
    refused: all.flatMap(({ object, observation }) =>
      observation.state === "refused" ? [`${describeRef(refOf(object))}: ${observation.message}`] : [],
    ),
  };
}

function stepsOf({ stage, observations }: Observed): InstallStep[] {
  const applied = observations.flatMap(({ object, observation }): InstallStep[] => {
    const why = reasonToApply(observation);
    if (why === undefined) return [];
    const name = describeRef(refOf(object));
    const verb = observation.state === "absent" ? "create" : "update";
    return [
      { id: `apply ${name}`, stage: stage.name, title: `${verb} ${name}`, why, action: { kind: "apply", object } },
    ];
  });
  const awaited = observations.filter(({ object, observation }) =>
    isToBeAwaited(object, observation, applied.length > 0),
  );
  if (awaited.length === 0) return applied;
  const refs = awaited.map(({ object }) => refOf(object));
  const title = `wait for ${refs.map(describeRef).join(", ")}`;
  const why = `what follows needs ${stage.name}`;
  return [...applied, { id: `await ${stage.name}`, stage: stage.name, title, why, action: { kind: "await", refs } }];
}

function reasonToApply(observation: Observation): string | undefined {
  switch (observation.state) {
    case "absent":
      return "it is not there";
    case "different":
      return observation.fields.length === 0
        ? "slipway does not manage it yet"
        : `differs in ${few(observation.fields)}`;
    case "conflict":
      return `differs in ${few(observation.conflicts.map(({ field }) => field))}`;
    case "same":
    case "left":
    case "refused":
      return undefined;
  }
}

/** A change of one object of a stage may restart another's pods: a ConfigMap's, for one. */
function isToBeAwaited(object: JsonObject, observation: Observation, changes: boolean): boolean {
  if (!isAwaited(String(object["kind"]))) return false;
  return changes || !("readiness" in observation) || !observation.readiness.ready;
}

const few = (fields: readonly string[]): string =>
  fields.length <= 3 ? fields.join(", ") : `${fields.slice(0, 3).join(", ")} and ${fields.length - 3} more`;

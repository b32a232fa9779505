import type { Labelled, Labels } from "../client/resource-types.ts";
import type { Kind } from "../kinds.ts";
import { partLabel } from "../labels.ts";
import { type Operation, type Plan, type Ref, type Step, type StepAction, stepId } from "./step.ts";

/** A plan while it is being made. */
export type Draft = Omit<Plan, "environment">;

export const emptyDraft = (): Draft => ({ steps: [], known: [], refusals: [], notes: [], placements: {} });

interface Identified {
  part: string;
  name: string;
  labels: Labels;
}

/** The resource that is this part: by its label, or by its name where nothing has the label. */
export function matching<T extends Labelled>(own: readonly T[], { part, name }: Identified): T | undefined {
  return (
    own.find(({ labels }) => labels[partLabel] === part) ??
    own.find((one) => one.name === name && one.labels[partLabel] === undefined)
  );
}

/** What one resource needs, gathered until it is known whether that is nothing. */
export interface Needs {
  reasons: string[];
  operations: Operation[];
}

/** A name or labels that are not as declared. Labels that others have added stay. */
export function identityNeeds(on: Ref, { labels, name }: Identified, observed: Labelled): Needs {
  const changed = Object.entries(labels).filter(([key, value]) => observed.labels[key] !== value);
  const reasons = [
    ...(observed.name === name ? [] : [`its name is ${observed.name}`]),
    ...(changed.length === 0
      ? []
      : [`label ${changed.map(([key, value]) => `${key}=${value}`).join(", ")} is missing`]),
  ];
  if (reasons.length === 0) return { reasons, operations: [] };
  return { reasons, operations: [{ do: "label", on, name, labels: { ...observed.labels, ...labels } }] };
}

export const joined = (...needs: readonly Needs[]): Needs => ({
  reasons: needs.flatMap(({ reasons }) => reasons),
  operations: needs.flatMap(({ operations }) => operations),
});

export const needing = (reason: string, ...operations: Operation[]): Needs => ({ reasons: [reason], operations });
export const noNeeds: Needs = { reasons: [], operations: [] };

type StepParts = Pick<Step, "operations" | "why"> & Partial<Pick<Step, "cost" | "destroys" | "title" | "guarded">>;

export function stepOn(action: StepAction, on: Ref, { title, ...parts }: StepParts): Step {
  return { id: stepId(action, on), action, on, title: title ?? `${on.kind} ${on.name}`, ...parts };
}

/** An update, or nothing where nothing is needed. */
export function stepFor(on: Ref, { reasons, operations }: Needs, parts: Partial<StepParts> = {}): Step {
  if (operations.length === 0) return stepOn("nothing", on, { ...parts, why: "as declared", operations });
  return stepOn("update", on, { ...parts, why: reasons.join("; "), operations });
}

export const ref = (kind: Kind, name: string): Ref => ({ kind, name });

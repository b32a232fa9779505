import { SlipwayError } from "../../model/error.ts";
import type { Clock, Log } from "../../model/ports.ts";
import type { KubernetesApi } from "../api/api.ts";
import { describeRef, type Objects, refOf } from "../api/objects.ts";
import { answered, ApiRefusal } from "../api/refusal.ts";
import { awaitReady } from "./await-ready.ts";
import { conflictsOf } from "./observe.ts";
import type { Conflict, InstallPlan, InstallStep } from "./plan.ts";

export interface PerformPorts {
  api: KubernetesApi;
  objects: Objects;
  log: Log;
  signal: AbortSignal;
  clock: Clock;
  /** When to give up waiting, in milliseconds since the epoch. */
  deadline: number;
  rotateAdmin: () => Promise<void>;
}

export interface PerformOptions {
  /** `take-over` wins fields that somebody else has set. */
  conflicts: "report" | "take-over";
}

/** Carries a plan out, step by step. A step that fails ends it; what is done is found done by the next plan. */
export async function performPlan(plan: InstallPlan, ports: PerformPorts, options: PerformOptions): Promise<void> {
  if (plan.refused.length > 0) {
    throw new SlipwayError("SLW-CLUSTER", `the API server would refuse ${plan.refused.join("\n")}`);
  }
  if (plan.conflicts.length > 0 && options.conflicts === "report") throw conflictError(plan.conflicts);
  for (const step of plan.steps) {
    ports.signal.throwIfAborted();
    ports.log.info(step.title);
    await perform(step, ports, options);
  }
}

async function perform({ action }: InstallStep, ports: PerformPorts, options: PerformOptions): Promise<void> {
  switch (action.kind) {
    case "apply": {
      const name = describeRef(refOf(action.object));
      const force = options.conflicts === "take-over" ? { conflicts: "take over" as const } : {};
      const answer = await ports.objects.apply(action.object, force);
      if (answer === undefined) throw new ApiRefusal(name, { status: 404, body: "its kind is not served" });
      if (answer.status === 409) throw conflictError(conflictsOf(action.object, answer.body));
      answered(answer, name);
      return;
    }
    case "await": {
      const onMissing = (object: string, missing: string): void => ports.log.debug(`${object}: ${missing}`);
      return awaitReady(action.refs, { ...ports, onMissing });
    }
    case "rotate-admin":
      return ports.rotateAdmin();
  }
}

/** Says who set what: the question is whose it is, and only a person knows. */
function conflictError(conflicts: readonly Conflict[]): SlipwayError {
  const lines = conflicts.map(({ object, field, manager }) => `  ${object}: ${field} is set by ${manager}`);
  const count = conflicts.length === 1 ? "1 field is" : `${conflicts.length} fields are`;
  return new SlipwayError("SLW-CONFLICT", `${count} set by somebody else:\n${lines.join("\n")}`, {
    hint: "take the change out there, or give --take-over to set them as declared",
  });
}

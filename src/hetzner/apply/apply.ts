import type { Plan, Step } from "../plan/step.ts";
import { perform } from "./perform.ts";
import type { ApplyPorts } from "./ports.ts";
import { Registry } from "./registry.ts";

/** Takes a plan's steps one after the other. What is done stays done: a run that ends early is finished by the next plan. */
export async function apply(plan: Plan, ports: ApplyPorts): Promise<void> {
  const { clock, signal, report } = ports;
  const registry = new Registry(plan.known);
  const steps = plan.steps.filter(({ operations }) => operations.length > 0);
  for (const [index, step] of steps.entries()) {
    signal.throwIfAborted();
    const started = clock.now();
    report({ kind: "started", step, number: index + 1, total: steps.length });
    try {
      await take(step, ports, registry);
    } catch (error) {
      report({ kind: "failed", step, elapsed: clock.now() - started, error });
      throw error;
    }
    report({ kind: "finished", step, elapsed: clock.now() - started });
  }
}

async function take(step: Step, ports: ApplyPorts, registry: Registry): Promise<void> {
  for (const operation of step.operations) {
    ports.signal.throwIfAborted();
    await perform({ ports, registry, step }, operation);
  }
}

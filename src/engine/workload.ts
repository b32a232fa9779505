import type { EngineName } from "./location.ts";

interface Cost {
  /** Milliseconds until a new instance of the engine has given its first answer. */
  start: number;
  /** Milliseconds of an ordinary call. */
  call: number;
}

/** Measured on small inputs; a run replaces them by what it sees. */
const assumed: Readonly<Record<EngineName, Cost>> = {
  kustomize: { start: 250, call: 10 },
  helm: { start: 300, call: 20 },
  kubeconform: { start: 200, call: 10 },
  gotemplate: { start: 100, call: 5 },
  apiserver: { start: 400, call: 60 },
};
const weightOfNews = 0.2;

/**
 * Starting an engine in one more worker costs as much as many calls. It pays only when the calls that wait would take longer than that in
 * the workers that have the engine.
 */
export interface Workload {
  worthAnother(engine: EngineName, waiting: number): boolean;
  note(engine: EngineName, milliseconds: number, instance: "new" | "used"): void;
}

export function createWorkload(): Workload {
  const costs = new Map<EngineName, Cost>();
  const cost = (engine: EngineName) => costs.get(engine) ?? assumed[engine];
  return {
    worthAnother: (engine, waiting) => waiting * cost(engine).call > cost(engine).start,
    note(engine, milliseconds, instance) {
      const { start, call } = cost(engine);
      if (instance === "new") costs.set(engine, { start: Math.max(0, milliseconds - call), call });
      else costs.set(engine, { start, call: call + (milliseconds - call) * weightOfNews });
    },
  };
}

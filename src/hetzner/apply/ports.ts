import type { Backoff } from "../client/backoff.ts";
import type { HetznerClient } from "../client/client.ts";
import type { Labels, Server } from "../client/resource-types.ts";
import type { Clock } from "../../model/ports.ts";
import type { Owner } from "../labels.ts";
import type { Step } from "../plan/step.ts";

/** What a person has said yes to. */
export type Allowance = "destroy" | "adopt" | "over-budget";

/** What is told while a plan is applied. Times are milliseconds. */
export type ApplyEvent =
  | { kind: "started"; step: Step; number: number; total: number }
  | { kind: "waiting"; step: Step; for: string; elapsed: number }
  | { kind: "attempt"; step: Step; placement: string; outcome: string }
  | { kind: "finished"; step: Step; elapsed: number }
  | { kind: "failed"; step: Step; elapsed: number; error: unknown };

/** What a server is made with. `labels` come on top of its own. */
export interface ServerPreparation {
  userData: string;
  labels: Labels;
}

export interface FirstContact {
  server: Server;
  /** Changes some labels and keeps the others; undefined takes one away. */
  setLabels: (labels: Readonly<Record<string, string | undefined>>) => Promise<void>;
  signal: AbortSignal;
  onWait: (waitingFor: string) => void;
}

export interface ApplyPorts {
  client: HetznerClient;
  clock: Clock;
  /** Between questions whether something is done. */
  poll: Backoff;
  /** Before a lost create is looked up. */
  backoff: Backoff;
  signal: AbortSignal;
  owner: Owner;
  allow: ReadonlySet<Allowance>;
  /** Called before a server is made, once for each. */
  prepareServer: (name: string) => Promise<ServerPreparation>;
  /** Called when a server runs and has not been met yet. Done twice it does no harm. */
  afterCreate: (contact: FirstContact) => Promise<void>;
  report: (event: ApplyEvent) => void;
}

const nothingIsMade = (): never => {
  throw new TypeError("a plan that only removes has made something");
};

/** For plans that only remove. */
export const makingNothing: Pick<ApplyPorts, "allow" | "prepareServer" | "afterCreate"> = {
  allow: new Set(["destroy"]),
  prepareServer: nothingIsMade,
  afterCreate: nothingIsMade,
};

import type { Placement } from "../../environment/placement.ts";
import type { ErrorCode } from "../../model/error.ts";
import type { Kind } from "../kinds.ts";
import type { FirewallRule, Labels } from "../client/resource-types.ts";
import type {
  DeclaredAddress,
  DeclaredFirewall,
  DeclaredNetwork,
  DeclaredNode,
  DeclaredSshKey,
  DeclaredVolume,
  Protection,
} from "./declared.ts";

/** A resource by kind and name; ids of what does not exist yet are not known when a plan is made. */
export interface Ref {
  kind: Kind;
  name: string;
}

/** A server type in a location, with what a month costs there at most, in millionths of a euro. */
export interface Candidate {
  location: string;
  type: string;
  monthly?: number;
  stock: "in stock" | "sold out" | "unknown";
  /** What would be lost by going there; it is tried only if losing is allowed. */
  loses?: string;
  /** It would cost more than the budget; it is tried only if that is allowed. */
  over?: "budget";
}

export interface ServerOrder {
  node: DeclaredNode;
  candidates: readonly Candidate[];
  addresses: readonly DeclaredAddress[];
  volumes: readonly DeclaredVolume[];
  network?: string;
  placementGroup?: string;
  firewall: string;
  sshKey: string;
}

/** One thing the executor does. Plain data, so that a plan can be kept and read by others. */
export type Operation =
  | { do: "create ssh key"; key: DeclaredSshKey }
  | { do: "create firewall"; firewall: DeclaredFirewall }
  | { do: "create network"; network: DeclaredNetwork; zone: string }
  | { do: "create placement group"; name: string; labels: Labels }
  | { do: "create primary ip"; address: DeclaredAddress; location: string }
  | { do: "create volume"; volume: DeclaredVolume; location: string }
  | { do: "create server"; order: ServerOrder }
  | { do: "delete"; on: Ref }
  | { do: "label"; on: Ref; name: string; labels: Labels }
  | { do: "outlive server"; on: Ref }
  | { do: "protect"; on: Ref; protection: Protection }
  | { do: "set rules"; on: Ref; rules: readonly FirewallRule[] }
  | { do: "resize"; on: Ref; sizeGB: number }
  | { do: "attach volume"; on: Ref; server: string }
  | { do: "detach volume"; on: Ref }
  | { do: "attach network"; on: Ref; network: string }
  | { do: "apply firewall"; on: Ref; firewall: string }
  | { do: "leave placement group"; on: Ref }
  | { do: "while off"; on: Ref; inside: readonly OffOperation[] }
  | { do: "power on"; on: Ref }
  | { do: "await"; on: Ref }
  | { do: "finish"; on: Ref };

/** What Hetzner does only to a server that is off. */
export type OffOperation =
  | { do: "assign"; address: string }
  | { do: "unassign"; id: number }
  | { do: "join placement group"; placementGroup: string }
  | { do: "change type"; candidates: readonly Candidate[] };

export type StepAction = "create" | "update" | "replace" | "delete" | "nothing";

export interface Step {
  /** Unique in its plan, such as `create server dev-server-1`. */
  id: string;
  action: StepAction;
  on: Ref;
  title: string;
  why: string;
  /** What a month costs at most before and after, in millionths of a euro net; absent where it costs nothing. */
  cost?: { before: number; after: number };
  /** What cannot be got back afterwards. */
  destroys?: string;
  /** Whether Hetzner guards what would be deleted. */
  guarded?: true;
  operations: readonly Operation[];
}

export const stepId = (action: StepAction, { kind, name }: Ref): string => `${action} ${kind} ${name}`;

/** A resource that exists, under the name that the plan uses for it. */
export interface Known extends Ref {
  id: number;
  location?: string;
}

/** Why a plan cannot be applied as it is. */
export interface Refusal {
  code: ErrorCode;
  message: string;
  hint: string;
}

export interface Plan {
  environment: string;
  steps: Step[];
  known: Known[];
  refusals: Refusal[];
  /** What a person should know and no step says: why a favourite was passed over, what an address pins. */
  notes: string[];
  /** Where each server stands, or is first tried, by its name. */
  placements: Record<string, Placement>;
}

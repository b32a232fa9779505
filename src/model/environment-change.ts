import type { EffectLevel, FieldChange } from "./change.ts";

/** What a change of an Environment does. `message` reads after the Environment's name: "replaces its server". */
export interface EnvironmentEffect {
  level: EffectLevel;
  message: string;
  hint?: string;
}

/** Decimal euros of a month, net of VAT: "9.12". */
export interface CostChange {
  /** Absent where there was no such Environment, or nothing to pay for. */
  before?: string;
  after?: string;
  /** With its sign: "+5.28". */
  difference: string;
  /** What it may cost now. */
  budget?: string;
  isOverBudget: boolean;
  /** The day of the prices. */
  pricesOf: string;
}

/** An Environment that differs between the base revision and the working tree. */
export interface EnvironmentChange {
  environment: string;
  kind: "added" | "removed" | "changed";
  /** Its file in the working tree; in the base for a removed one. */
  file: string;
  fields: FieldChange[];
  effects: EnvironmentEffect[];
  /** Absent where it costs nothing on either side, or a price is not known. */
  cost?: CostChange;
}

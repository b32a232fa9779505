import { z } from "zod";
import type { CostChange, EnvironmentChange } from "../model/environment-change.ts";
import type { JsonObject } from "../model/resource.ts";
import type { Catalogue } from "./catalogue.ts";
import { changedFields } from "./changed-fields.ts";
import { type Cost, cost } from "./cost.ts";
import { environmentEffects, removalEffects } from "./effects.ts";
import { decimalEuro } from "./money.ts";
import type { EnvironmentDocument } from "./read.ts";
import type { Environment } from "./schema.ts";

/** What changes between two states of the Environment files, and what it does to the bill. Files that are not valid are left out. */
export function environmentChanges(
  before: readonly EnvironmentDocument[],
  after: readonly EnvironmentDocument[],
  catalogue: Catalogue,
): EnvironmentChange[] {
  const [old, now] = [byName(before), byName(after)];
  const unclear = new Set([...before, ...after].filter(({ environment }) => !environment).map(({ name }) => name));
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => !unclear.has(name))
    .toSorted()
    .flatMap((name) => changeOf(old.get(name), now.get(name), catalogue) ?? []);
}

interface Valid {
  environment: Environment;
  file: string;
}

/** A name that is there twice is a finding; its first file stands for it. */
function byName(documents: readonly EnvironmentDocument[]): Map<string, Valid> {
  const valid = documents.flatMap(({ name, environment, at: { file } }): [string, Valid][] =>
    environment ? [[name, { environment, file }]] : [],
  );
  return new Map(valid.toReversed());
}

function changeOf(
  before: Valid | undefined,
  after: Valid | undefined,
  catalogue: Catalogue,
): EnvironmentChange | undefined {
  const file = (after ?? before)?.file ?? "";
  const bill = costChange(before?.environment, after?.environment, catalogue);
  const paid = bill && { cost: bill };
  if (before === undefined || after === undefined) {
    const environment = (after ?? before)?.environment;
    if (environment === undefined) return undefined;
    const effects = after === undefined ? removalEffects(environment) : [];
    const kind = after === undefined ? "removed" : "added";
    return { environment: environment.metadata.name, kind, file, fields: [], effects, ...paid };
  }
  const fields = changedFields(plain(before.environment), plain(after.environment));
  if (fields.length === 0) return undefined;
  const effects = environmentEffects(before.environment, after.environment);
  return { environment: after.environment.metadata.name, kind: "changed", file, fields, effects, ...paid };
}

const plain = (environment: Environment): JsonObject => z.record(z.string(), z.json()).parse(environment);

function costChange(
  before: Environment | undefined,
  after: Environment | undefined,
  catalogue: Catalogue,
): CostChange | undefined {
  const [old, now] = [before && priced(before, catalogue), after && priced(after, catalogue)];
  if ((before && !old) || (after && !now)) return undefined;
  const [was, is] = [old?.monthly ?? 0, now?.monthly ?? 0];
  if (was === 0 && is === 0) return undefined;
  return {
    ...(was > 0 && { before: decimalEuro(was) }),
    ...(is > 0 && { after: decimalEuro(is) }),
    difference: `${is < was ? "" : "+"}${decimalEuro(is - was)}`,
    ...(now?.budget && { budget: decimalEuro(now.budget.limit) }),
    isOverBudget: now?.budget?.isOver ?? false,
    pricesOf: catalogue.date,
  };
}

/** Undefined where something has no price: half a sum would mislead. */
function priced(environment: Environment, catalogue: Catalogue): Cost | undefined {
  const sum = cost(environment, catalogue);
  return sum.unpriced.length > 0 ? undefined : sum;
}

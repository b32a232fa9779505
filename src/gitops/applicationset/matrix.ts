import { stableJson } from "../json.ts";
import type { GeneratorContext } from "./context.ts";
import type { Parameters } from "./fasttemplate.ts";
import type { ChildParameters } from "./generators.ts";
import { mergeDeep, printed } from "./parameters.ts";
import type { Generator } from "./schema.ts";

/** Every pair of the two generators' parameters; the second one is rendered with the first one's. */
export async function matrixParameters(
  matrix: NonNullable<Generator["matrix"]>,
  context: GeneratorContext,
  childParameters: ChildParameters,
): Promise<Parameters[]> {
  const [first, second, ...rest] = matrix.generators;
  if (first === undefined || second === undefined || rest.length > 0) {
    throw new Error(`the matrix generator takes exactly two generators and has ${matrix.generators.length}`);
  }
  const out: Parameters[] = [];
  for (const outer of await childParameters(first, {})) {
    for (const inner of await childParameters(second, outer)) {
      out.push(context.goTemplate ? mergeDeep(mergeDeep({}, inner), outer) : combineTexts(outer, inner));
    }
  }
  return out;
}

/** Classic mode refuses two different values for one key. */
function combineTexts(outer: Parameters, inner: Parameters): Parameters {
  const out: Record<string, string> = {};
  for (const [key, value] of [...Object.entries(outer), ...Object.entries(inner)]) {
    const text = printed(value);
    if (Object.hasOwn(out, key) && out[key] !== text) {
      throw new Error(
        `both generators of the matrix set \`${key}\`, to ${stableJson(out[key])} and ${stableJson(text)}`,
      );
    }
    out[key] = text;
  }
  return out;
}

/** The first generator's parameters, overridden by those of the others that agree on all merge keys. */
export async function mergeParameters(
  merge: NonNullable<Generator["merge"]>,
  context: GeneratorContext,
  childParameters: ChildParameters,
): Promise<Parameters[]> {
  if (merge.generators.length < 2) throw new Error("the merge generator needs at least two generators");
  if (merge.mergeKeys.length === 0) throw new Error("the merge generator needs at least one of `mergeKeys`");
  const [base, ...overrides] = await Promise.all(
    merge.generators.map(async (generator) => byMergeKey(await childParameters(generator, {}), merge.mergeKeys)),
  );
  const merged = base ?? new Map<string, Parameters>();
  for (const override of overrides) {
    for (const [key, parameters] of merged) {
      const own = override.get(key);
      if (own === undefined) continue;
      merged.set(key, context.goTemplate ? mergeDeep(parameters, own) : { ...parameters, ...own });
    }
  }
  return [...merged.values()];
}

function byMergeKey(sets: readonly Parameters[], mergeKeys: readonly string[]): Map<string, Parameters> {
  const out = new Map<string, Parameters>();
  for (const parameters of sets) {
    const key = stableJson(Object.fromEntries(mergeKeys.map((name) => [name, parameters[name] ?? null])));
    if (out.has(key)) throw new Error(`a generator inside merge has the merge key ${key} twice`);
    out.set(key, parameters);
  }
  return out;
}

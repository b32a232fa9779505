import { compileEngine, createReactor, EngineError } from "go-wasm-host";
import { answersOf, listed } from "./definitions.ts";
import type { CustomResourceDefinition, Definitions } from "./definitions.ts";
import { isTooDeep } from "./depth.ts";
import type { QuotaRequest, QuotaUse } from "./quota.ts";
import type { AdmissionPolicies, Manifest, ReviewItem } from "./request.ts";
import type { Review } from "./review.ts";

// Kept in a variable, because a bundler takes `new URL("…", import.meta.url)` for an asset that it should copy.
const here = import.meta.url;

export interface Apiserver {
  /**
   * The verdict on each object, by itself: nothing is stored, so no object knows of another but through what an item says. `definitions`
   * are those of custom resources, in the version that is to judge.
   */
  review(
    items: readonly ReviewItem[],
    definitions?: Definitions | readonly CustomResourceDefinition[],
    admission?: AdmissionPolicies,
  ): Review[];
  /** What the objects of one namespace take of its ResourceQuotas, limit by limit. */
  quotas(request: QuotaRequest): QuotaUse[];
  /** Every kind the API server serves by default, and what a review of it is worth. */
  kinds(): ServedKind[];
}

export interface ServedKind {
  group: string;
  version: string;
  kind: string;
  namespaced: boolean;
  reviewed: boolean;
  /** Why a kind is not reviewed. */
  why?: string;
}

export interface ApiserverOptions {
  /** The compiled engine, to share it between workers; compiled from the package's own file unless given. */
  module?: WebAssembly.Module;
  /** 1 GiB unless told. */
  memoryLimitBytes?: number;
  /** What the time is for the API server, in milliseconds since 1970; 2024-01-01 unless told. */
  wallClock?: number;
}

/** Decompresses and compiles the engine: do it once, and post the module to workers. */
export function compileApiserver(
  engine: URL | string = new URL("../apiserver-wasm.wasm.zst", here),
): Promise<WebAssembly.Module> {
  return compileEngine(engine);
}

/** The engine leaves out lists that are empty. */
type Answer = Partial<Review> & Pick<Review, "verdict">;
type QuotaAnswer = Omit<QuotaUse, "silent"> & Partial<Pick<QuotaUse, "silent">>;

const nothing = () => ({
  verdict: "rejected" as const,
  errors: [],
  warnings: [],
  unknownFields: [],
  podSecurity: [],
  limits: [],
});

const exceeded = "exceeded max depth";

/** In the words of the API server, whose own limit is higher. */
const tooDeep = {
  message: exceeded,
  reason: "BadRequest",
  code: 400,
  errors: [{ type: "BadRequest", field: "", detail: exceeded, message: exceeded }],
};

/** Asks for all at once; where that takes too much memory or crashes, for halves, so that one object does not cost the others their review. */
function answersTo<Item>(
  items: readonly Item[],
  ask: (items: readonly Item[]) => readonly Answer[],
): readonly Answer[] {
  try {
    return ask(items);
  } catch (error) {
    if (!(error instanceof EngineError) || !["limit", "crashed"].includes(error.code)) throw error;
    if (items.length <= 1) return items.map(() => ({ verdict: "unknown", message: error.message }));
    const half = Math.ceil(items.length / 2);
    return [items.slice(0, half), items.slice(half)].flatMap((some) => answersTo(some, ask));
  }
}

export async function createApiserver(options: ApiserverOptions = {}): Promise<Apiserver> {
  const { module = await compileApiserver(), ...limits } = options;
  let definitions: Definitions = () => undefined;
  const reactor = createReactor(module, { ...limits, hostCalls: answersOf(() => definitions) });
  const lookups = new WeakMap<readonly CustomResourceDefinition[], Definitions>();
  const lookup = (list: readonly CustomResourceDefinition[]): Definitions => {
    const known = lookups.get(list) ?? listed(list);
    lookups.set(list, known);
    return known;
  };
  return {
    review(items, known = [], admission = {}) {
      definitions = typeof known === "function" ? known : lookup(known);
      const readable = items.map(({ oldObject, ...item }) =>
        [item.object, oldObject ?? {}].some(isTooDeep) ? undefined : { namespace: {}, ...item, oldObject },
      );
      const sent = readable.filter((item) => item !== undefined);
      const answers = answersTo(
        sent,
        (some) => reactor.call<Answer[]>("review", { items: some, admission }).response,
      ).values();
      return readable.map((item) => ({ ...nothing(), ...(item ? answers.next().value : tooDeep) }));
    },
    quotas({ quotas, objects, limitRanges = [] }) {
      const readable = (manifests: readonly Manifest[]) => manifests.filter((manifest) => !isTooDeep(manifest));
      const request = { quotas: readable(quotas), objects: readable(objects), limitRanges: readable(limitRanges) };
      return reactor.call<QuotaAnswer[]>("quotas", request).response.map((use) => ({ silent: [], ...use }));
    },
    kinds: () => reactor.call<ServedKind[]>("kinds", {}).response,
  };
}

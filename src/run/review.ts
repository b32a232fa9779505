import type { Engines, Review, ReviewItem } from "../engine/index.ts";
import type { JsonObject } from "../model/resource.ts";
import type { Results } from "./results.ts";
import { type Cluster, digestOf } from "./review-contexts.ts";

/** Items in one call: enough to be worth it, and few enough to share between threads. */
const batchSize = 40;

/** The verdict on one item in its cluster; undefined where nothing is to be said. */
export type Ask = (item: ReviewItem, cluster: Cluster) => Promise<Review | undefined>;

/**
 * Reviews one item together with all others that are asked for meanwhile. Content that was reviewed before, in this run or an
 * earlier one, is not reviewed again: equal items under equal definitions and policies have equal verdicts.
 */
export function reviewer(
  engines: Pick<Engines, "review">,
  definitions: readonly JsonObject[],
  { rememberLater }: Pick<Results, "rememberLater">,
): Ask {
  const digest = digestOf(definitions);
  const waiting = new Map<Cluster, { item: ReviewItem; settle: (review: Promise<Review | undefined>) => void }[]>();
  const flush = (): void => {
    for (const [{ admission }, all] of waiting) {
      for (let at = 0; at < all.length; at += batchSize) {
        const batch = all.slice(at, at + batchSize);
        const reviews = engines.review({ items: batch.map(({ item }) => item), definitions, admission });
        for (const [index, { settle }] of batch.entries()) settle(reviews.then((found) => worthTelling(found[index])));
      }
    }
    waiting.clear();
  };
  const review = (item: ReviewItem, cluster: Cluster): Promise<Review | undefined> =>
    new Promise((settle) => {
      if (waiting.size === 0) setImmediate(flush);
      const same = waiting.get(cluster) ?? [];
      same.push({ item, settle });
      waiting.set(cluster, same);
    });
  return async (item, cluster) => {
    const id = digestOf([item, cluster.digest, digest]);
    return (await rememberLater("review", id, async () => (await review(item, cluster)) ?? null)) ?? undefined;
  };
}

function worthTelling(review: Review | undefined): Review | undefined {
  if (review === undefined) return undefined;
  const { errors, warnings, podSecurity, limits } = review;
  return [errors, warnings, podSecurity, limits].some((list) => list.length > 0) ? review : undefined;
}

import { quotaFindings, quotaQuestions } from "../checks/fit/quota.ts";
import type { DeployedApplication } from "../checks/platform.ts";
import type { Engines } from "../engine/index.ts";
import type { Finding } from "../model/finding.ts";
import type { Place } from "./kept-places.ts";
import type { Results } from "./results.ts";
import { digestOf } from "./review-contexts.ts";

export interface QuotaContext {
  engines: Pick<Engines, "quotas">;
  results: Pick<Results, "rememberLater">;
  place: Place;
}

/** Whether what is declared for each namespace keeps to the ResourceQuotas that are declared for it, as Kubernetes itself counts. */
export async function checkQuotas(
  deployed: readonly DeployedApplication[],
  { engines, results, place }: QuotaContext,
): Promise<Finding[]> {
  const found = await Promise.all(
    quotaQuestions(deployed).map(async (question) => {
      const { request } = question;
      const uses = await results.rememberLater("quotas", digestOf(request), async () => engines.quotas(request));
      return quotaFindings(question, uses, ({ name }, resource, path) => place(name, resource, path));
    }),
  );
  return found.flat();
}

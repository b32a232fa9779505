import type { Catalogue } from "../environment/catalogue.ts";
import { balancesFor, claimNamespaceLabel, isAttachedTo, isMadeByController } from "./claim.ts";
import type { Labelled, LoadBalancer, Volume } from "./client/resource-types.ts";
import { balancerItem, type Item, itemsOf, volumeItem } from "./estate-items.ts";
import type { Estate } from "./inventory.ts";
import { environmentLabel, isOwn, partLabel, repositoryLabel } from "./labels.ts";

/** What becomes of a resource in a sweep. Only an orphan is ever deleted. */
export type Verdict = "in use" | "orphan" | "unclear" | "another repository's";

export interface Classified extends Item {
  environment: string | undefined;
  verdict: Verdict;
  why: string;
}

export interface SweepKnowledge {
  /** As `repositoryName` gives it; without it nothing is provably this repository's. */
  repository: string | undefined;
  /** Parts that each Environment of this repository declares, by its name. */
  environments: Readonly<Record<string, readonly string[]>>;
  /** Namespaces of previews, and which of them have an open pull request; absent where nobody has said. */
  previews?: { prefix: string; open: readonly string[] } | undefined;
}

export const isOrphan = ({ verdict }: Classified): boolean => verdict === "orphan";

/** Judges a whole project: what carries slipway's labels, and what controllers made in some cluster. */
export function classifyEstate(
  { labelled, madeByControllers }: Estate,
  knowledge: SweepKnowledge,
  catalogue: Catalogue,
): Classified[] {
  const { servers, networks } = labelled;
  const balanced = (one: LoadBalancer): Labelled | undefined =>
    servers.find((server) => balancesFor({ servers: [server], networks: [] }, one)) ??
    networks.find((network) => balancesFor({ servers: [], networks: [network] }, one));
  const attachedTo = (one: Volume): Labelled | undefined =>
    servers.find((server) => isAttachedTo({ servers: [server] }, one));
  return [
    ...classify(itemsOf(labelled, catalogue), knowledge),
    ...madeByControllers.loadBalancers.map((one) => unlabelled(balancerItem(one, catalogue), balanced(one), knowledge)),
    ...madeByControllers.volumes.map((one) => unlabelled(volumeItem(one, catalogue), attachedTo(one), knowledge)),
  ];
}

/** What a controller made belongs to whose servers or network it is tied to. */
function unlabelled(item: Item, tiedTo: Labelled | undefined, { repository }: SweepKnowledge): Classified {
  const environment = tiedTo?.labels[environmentLabel];
  if (environment === undefined) {
    return {
      ...item,
      environment,
      verdict: "unclear",
      why: "a controller made it for some cluster; which, nothing tells",
    };
  }
  const verdict = isOwn(tiedTo?.labels ?? {}, { environment, repository }) ? "in use" : "another repository's";
  return { ...item, environment, verdict, why: `a controller made it for the cluster of ${environment}` };
}

/** Judges what carries slipway's labels. Pure: the same inventory and files give the same verdicts. */
function classify(items: readonly Item[], knowledge: SweepKnowledge): Classified[] {
  const served = new Set(
    items.filter(({ kind }) => kind === "server").map(({ resource }) => resource.labels[environmentLabel]),
  );
  return items.map((item) => {
    const environment = item.resource.labels[environmentLabel];
    return { ...item, environment, ...judge(item, environment ?? "", knowledge, served) };
  });
}

type Judgement = Pick<Classified, "verdict" | "why">;

function judge(
  item: Item,
  environment: string,
  knowledge: SweepKnowledge,
  served: ReadonlySet<string | undefined>,
): Judgement {
  const { labels } = item.resource;
  const made = labels[repositoryLabel];
  if (made !== undefined && made !== knowledge.repository) {
    return { verdict: "another repository's", why: `it was made for ${made}` };
  }
  const parts = knowledge.environments[environment];
  if (parts === undefined) {
    if (made === undefined)
      return { verdict: "unclear", why: `no file declares ${environment}, and no label says which repository made it` };
    return { verdict: "orphan", why: `no file declares ${environment} any more` };
  }
  const part = labels[partLabel];
  if (part === undefined) return controllerMade(item, environment, knowledge, served);
  if (parts.includes(part)) return { verdict: "in use", why: useOf(item, environment, served) };
  if (item.attached)
    return { verdict: "in use", why: `${environment} no longer declares it; slipway provision removes it` };
  return { verdict: "orphan", why: `${environment} no longer declares it` };
}

function useOf({ kind, detail }: Item, environment: string, served: ReadonlySet<string | undefined>): string {
  if (kind === "server" && detail.endsWith(", off")) return "off, and billed in full: teardown deletes it";
  if (served.has(environment)) return "declared";
  return "declared; waits for its server";
}

function controllerMade(
  item: Item,
  environment: string,
  { previews }: SweepKnowledge,
  served: ReadonlySet<string | undefined>,
): Judgement {
  if (!isMadeByController(item.resource.labels))
    return { verdict: "unclear", why: "it has the label of an Environment and says not what it is" };
  const namespace = item.resource.labels[claimNamespaceLabel];
  const isOfPreview = previews && namespace?.startsWith(previews.prefix) === true;
  if (isOfPreview && !item.attached && !previews.open.includes(namespace)) {
    return { verdict: "orphan", why: `the preview ${namespace} is closed` };
  }
  if (item.attached || served.has(environment))
    return { verdict: "in use", why: `a controller made it for the cluster of ${environment}` };
  return { verdict: "orphan", why: `the cluster of ${environment} that it was made for is gone` };
}

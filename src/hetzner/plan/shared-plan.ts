import { isDeepStrictEqual } from "node:util";
import type { FirewallRule, Network } from "../client/resource-types.ts";
import type { Observed } from "../observe.ts";
import { canonicalCidr } from "./cidr.ts";
import type { Declared } from "./declared.ts";
import { type Draft, identityNeeds, joined, matching, needing, noNeeds, ref, stepFor, stepOn } from "./draft.ts";

/** The user's key. Somebody else's copy of the same key will do: a project has a fingerprint only once. */
export function planSshKey(draft: Draft, { sshKey }: Declared, { own, foreign }: Observed): void {
  const on = ref("ssh key", sshKey.name);
  const mine = matching(own.sshKeys, sshKey);
  const same = [...own.sshKeys, ...foreign.sshKeys].find(({ fingerprint }) => fingerprint === sshKey.fingerprint);
  if (mine && mine === same) {
    draft.known.push({ ...on, id: mine.id });
    draft.steps.push(stepFor(on, identityNeeds(on, sshKey, mine)));
    return;
  }
  if (mine) draft.known.push({ ...on, id: mine.id });
  const remove = mine ? [{ do: "delete", on } as const] : [];
  if (same) {
    const shared = ref("ssh key", same.name);
    draft.known.push({ ...shared, id: same.id });
    if (mine)
      draft.steps.push(
        stepOn("delete", on, { why: `the project has the new key as ${same.name}`, operations: remove }),
      );
    draft.steps.push(
      stepOn("nothing", shared, { why: "the project has this key already; it is used and left alone", operations: [] }),
    );
    return;
  }
  const why = mine ? "another public key; servers keep the keys they were made with" : "not there yet";
  draft.steps.push(
    stepOn(mine ? "replace" : "create", on, { why, operations: [...remove, { do: "create ssh key", key: sshKey }] }),
  );
}

/** The name under which servers get the key. */
export function sshKeyName({ sshKey }: Declared, { own, foreign }: Observed): string {
  const same = [...own.sshKeys, ...foreign.sshKeys].find(({ fingerprint }) => fingerprint === sshKey.fingerprint);
  return same && same !== matching(own.sshKeys, sshKey) ? same.name : sshKey.name;
}

export function planFirewall(draft: Draft, { firewall }: Declared, { own }: Observed): void {
  const on = ref("firewall", firewall.name);
  const observed = matching(own.firewalls, firewall);
  if (!observed) {
    draft.steps.push(stepOn("create", on, { why: "not there yet", operations: [{ do: "create firewall", firewall }] }));
    return;
  }
  draft.known.push({ ...on, id: observed.id });
  const wrong = ruleDifferences(observed.rules, firewall.rules);
  const rules = wrong === "" ? noNeeds : needing(wrong, { do: "set rules", on, rules: firewall.rules });
  draft.steps.push(stepFor(on, joined(identityNeeds(on, firewall, observed), rules)));
}

/** Which ports are open to whom, where that differs: `tcp 22 from 0.0.0.0/0 closes, tcp 22 from 10.0.0.0/8 opens`. */
function ruleDifferences(observed: readonly FirewallRule[], declared: readonly FirewallRule[]): string {
  const [before, after] = [observed.map(canonicalRule), declared.map(canonicalRule)];
  const absentFrom = (others: typeof before) => (rule: (typeof before)[number]) =>
    !others.some((other) => isDeepStrictEqual(rule, other));
  const describe = ({ direction, protocol, port, from, to }: FirewallRule, verb: string): string =>
    `${protocol}${port === undefined ? "" : ` ${port}`} ${direction === "in" ? `from ${from.join(", ")}` : `to ${to.join(", ")}`} ${verb}`;
  return [
    ...before.filter(absentFrom(after)).map((rule) => describe(rule, "closes")),
    ...after.filter(absentFrom(before)).map((rule) => describe(rule, "opens")),
  ].join(", ");
}

/** A description says nothing about what is open. */
function canonicalRule({
  direction,
  protocol,
  port,
  from,
  to,
}: FirewallRule): Omit<FirewallRule, "description"> & { description: undefined } {
  const sorted = (cidrs: readonly string[]): string[] => cidrs.map(canonicalCidr).toSorted();
  return { direction, protocol, port, from: sorted(from), to: sorted(to), description: undefined };
}

/** What servers have to know of the network: whether it is the one they may already be in. */
export type NetworkState = { name: string; id: number | undefined } | undefined;

export function planNetwork(draft: Draft, { network }: Declared, { own }: Observed, zone: string): NetworkState {
  if (!network) return undefined;
  const on = ref("network", network.name);
  const observed = matching(own.networks, network);
  const create = { do: "create network", network, zone } as const;
  if (!observed) {
    draft.steps.push(stepOn("create", on, { why: "not there yet", operations: [create] }));
    return { name: network.name, id: undefined };
  }
  draft.known.push({ ...on, id: observed.id });
  const wrong = networkDifference(observed, network.cidr, zone);
  if (wrong === undefined) {
    draft.steps.push(stepFor(on, identityNeeds(on, network, observed)));
    return { name: network.name, id: observed.id };
  }
  draft.steps.push(
    stepOn("replace", on, {
      why: wrong,
      destroys: "the private addresses of all servers, by which the nodes know each other",
      operations: [{ do: "delete", on }, create],
      ...(observed.protected && { guarded: true }),
    }),
  );
  return { name: network.name, id: undefined };
}

function networkDifference(observed: Network, cidr: string, zone: string): string | undefined {
  if (canonicalCidr(observed.cidr) !== cidr) return `its range is ${observed.cidr}, not ${cidr}`;
  const subnet = observed.subnets[0];
  if (!subnet) return "it has no subnet";
  return subnet.zone === zone ? undefined : `it is in ${subnet.zone}, not ${zone}`;
}

/** The group's id; undefined where it is still to be made, or not wanted. */
export function planPlacementGroup(draft: Draft, { placementGroup }: Declared, { own }: Observed): number | undefined {
  if (!placementGroup) return undefined;
  const { name, labels } = placementGroup;
  const on = ref("placement group", name);
  const observed = matching(own.placementGroups, placementGroup);
  if (observed) {
    draft.known.push({ ...on, id: observed.id });
    draft.steps.push(stepFor(on, identityNeeds(on, placementGroup, observed)));
    return observed.id;
  }
  draft.steps.push(
    stepOn("create", on, { why: "not there yet", operations: [{ do: "create placement group", name, labels }] }),
  );
  return undefined;
}

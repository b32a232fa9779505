import { effectLevels } from "../model/change.ts";
import type { EnvironmentEffect } from "../model/environment-change.ts";
import { contains } from "./cidr.ts";
import { daysText } from "./days.ts";
import { privateNetwork } from "./network.ts";
import type { Environment, HetznerServer } from "./schema.ts";

type Spec = Environment["spec"];
type Rule<Part> = (before: Part, after: Part) => readonly (EnvironmentEffect | undefined)[];

/** What happens when the new file is applied to what the old one made, the gravest first. */
export function environmentEffects(before: Environment, after: Environment): EnvironmentEffect[] {
  const [old, now] = [before.spec, after.spec];
  const found = [...clusterRules, ...serverRulesFor(old, now)].flatMap((rule) => rule(old, now));
  return [...found, moved(privateNetwork(before), privateNetwork(after))]
    .filter((one) => one !== undefined)
    .toSorted((a, b) => effectLevels.indexOf(a.level) - effectLevels.indexOf(b.level));
}

function moved(before: string | undefined, after: string | undefined): EnvironmentEffect | undefined {
  if (before === after || before === undefined) return undefined;
  return danger("takes its servers out of their private network, for which they are replaced", lost);
}

/** What an Environment that is gone leaves behind. */
export function removalEffects({ spec, metadata }: Environment): EnvironmentEffect[] {
  if (spec.server.provider === "none") return [];
  const hint = `Run teardown for ${metadata.name} before this is merged`;
  return [caution("leaves its server running, and nobody knows of it any more: it goes on costing", hint)];
}

const effect =
  (level: EnvironmentEffect["level"]) =>
  (message: string, hint?: string): EnvironmentEffect => ({ level, message, ...(hint !== undefined && { hint }) });
const danger = effect("danger");
const caution = effect("caution");
const note = effect("note");

const lost = "Everything on its disk is lost that is not in a backup or on a volume";

const serverRules: readonly Rule<HetznerServer>[] = [
  (before, after) => [
    replaced("type", before.types, after.types),
    replaced("location", before.locations, after.locations),
  ],
  (before, after) => [
    before.image === after.image
      ? undefined
      : danger(`replaces its server: image ${before.image} → ${after.image}`, lost),
    before.count === after.count
      ? undefined
      : danger(
          `makes its cluster anew: ${before.count} → ${after.count} servers, SQLite and etcd are not converted`,
          lost,
        ),
    before.publicIPv4 && !after.publicIPv4
      ? caution("gives up its IPv4 address: DNS must not point there any more")
      : undefined,
    before.protection && !after.protection ? caution("can be torn down without its name being typed") : undefined,
  ],
  (before, after) => [
    opened("SSH", before.sshFrom, after.sshFrom),
    opened("ports 80 and 443", before.webFrom, after.webFrom),
  ],
  (before, after) =>
    before.volumes.map(({ name, sizeGB, format }) => {
      const now = after.volumes.find((volume) => volume.name === name);
      if (now === undefined) return danger(`no longer has the volume ${name} of ${sizeGB} GB: its data goes with it`);
      if (now.sizeGB < sizeGB)
        return danger(`makes the volume ${name} smaller, which is only possible with a new one: its data is lost`);
      if (now.format !== format) return danger(`formats the volume ${name} anew: its data is lost`);
      return undefined;
    }),
];

/** A server that is in the list may stay; one that is not has to go. The favourite is the one that most likely runs. */
function replaced(what: string, before: readonly string[], after: readonly string[]): EnvironmentEffect | undefined {
  const [old, now] = [before[0], after[0]];
  if (old === now) return undefined;
  if (old !== undefined && after.includes(old))
    return note(`tries the ${what} ${now} first from now on; a server with ${old} stays as it is`);
  const address = what === "location" ? ", and its addresses change" : "";
  return danger(`replaces its server: ${what} ${old} → ${now}${address}`, lost);
}

const everywhere = new Set(["0.0.0.0/0", "::/0"]);

function opened(what: string, before: readonly string[], after: readonly string[]): EnvironmentEffect | undefined {
  const added = after.filter((network) => !before.some((known) => contains(known, network)));
  if (added.length === 0) return undefined;
  const whom = added.some((network) => everywhere.has(network)) ? "everybody" : added.join(", ");
  return caution(`lets ${whom} reach ${what}`);
}

function serverRulesFor(old: Spec, now: Spec): readonly Rule<Spec>[] {
  const [before, after] = [old.server, now.server];
  if (before.provider === "hetzner" && after.provider === "hetzner") {
    return serverRules.map((rule) => () => rule(before, after));
  }
  if (before.provider === after.provider) return [];
  return before.provider === "none"
    ? [() => [note("gets a server of its own; what runs on the cluster it had stays there")]]
    : [
        () => [
          danger(
            "no longer has a server of slipway's: the one it had stays, and goes on costing",
            "Run teardown before this is merged",
          ),
        ],
      ];
}

const clusterRules: readonly Rule<Spec>[] = [
  (before, after) => [upgrade("Kubernetes", before.kubernetes.version, after.kubernetes.version)],
  (before, after) => [agents(before.agents?.count ?? 0, after.agents?.count ?? 0)],
  (before, after) => [upgrade("Argo CD", before.argocd.version, after.argocd.version)],
  (before, after) => [
    before.argocd.bootstrap === after.argocd.bootstrap
      ? undefined
      : danger("starts from another Application: what only the old one brings is no longer looked after"),
    before.backup && after.backup === undefined ? caution("is no longer backed up") : undefined,
    before.sleep === undefined && after.sleep
      ? caution(
          `is not there from ${after.sleep.down} to ${after.sleep.up}, and on other days than ${daysText(after.sleep.days)}`,
        )
      : undefined,
    before.sleep && after.sleep === undefined ? note("stays on day and night") : undefined,
  ],
];

function agents(before: number, after: number): EnvironmentEffect | undefined {
  if (before === after) return undefined;
  const change = `${before} → ${after} agents`;
  return after < before ? caution(`removes agents, and their pods move: ${change}`) : note(`gets more room: ${change}`);
}

/** Versions go up by one minor at a time: https://kubernetes.io/releases/version-skew-policy/ */
function upgrade(what: string, before: string, after: string): EnvironmentEffect | undefined {
  if (before === after) return undefined;
  const [old, now] = [numbersOf(before), numbersOf(after)];
  const difference = old.map((number, index) => (now[index] ?? 0) - number).find((one) => one !== 0) ?? 0;
  const change = `${what} ${before} → ${after}`;
  if (difference < 0)
    return danger(`goes back to an older ${change}`, "Its data may be newer than what the old version reads");
  const minors = (now[1] ?? 0) - (old[1] ?? 0);
  if (what === "Kubernetes" && minors > 1) {
    return danger(`skips a minor version: ${change}`, "Upgrade one minor version at a time");
  }
  return minors === 0 ? note(`updates ${change}`) : caution(`upgrades ${change}`);
}

const numbersOf = (version: string): number[] => (version.match(/\d+/g) ?? []).map(Number);

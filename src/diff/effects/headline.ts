import type { Change, Effect, EffectKind, WiderEffect } from "../../model/change.ts";
import { counted, listed } from "./difference.ts";
import { span } from "./downtime.ts";

type Told = Effect & { application: string; name: string };

/** Everything that happens, in a line: "2 pods restart, about 1 min without shop.example, nothing is deleted". */
export function headline(changes: readonly Change[], wider: readonly WiderEffect[] = []): string {
  if (changes.length === 0) return "nothing changes";
  const told = changes.flatMap(({ effects, resource, application }) =>
    effects.map((effect): Told => ({ ...effect, application, name: resource.name })),
  );
  const of = (...kinds: EffectKind[]): Told[] => told.filter(({ kind }) => kinds.includes(kind));
  const parts = [
    count(of("deletes-data"), (n) => (n === 1 ? "1 resource loses its data" : `${n} resources lose their data`)),
    count(of("rejected"), (n) => `${counted(n, "change")} ${n === 1 ? "is" : "are"} rejected`),
    count(
      of("wave-order").filter(({ level }) => level === "danger"),
      (n) => `${counted(n, "workload")} ${n === 1 ? "waits" : "wait"} for a later wave`,
    ),
    restarts(of("rollout", "recreated")),
    outage(of("rollout", "recreated")),
    count(
      of("scales").filter(({ level }) => level === "caution"),
      () => `${listed(names(of("scales").filter(({ level }) => level === "caution")), 2)} stopped`,
    ),
    count(of("exposes"), (n) => `${counted(n, "new way")} in`),
    count(of("widens-access"), () => "rights are widened"),
    ...wider.filter(({ kind }) => kind === "breadth").map(({ message }) => message),
    count(
      wider.filter(({ kind, message }) => kind === "manual-sync" && message.startsWith("is not synced auto")),
      (n) => `${counted(n, "Application")} ${n === 1 ? "waits" : "wait"} for a manual sync`,
    ),
    deletions(changes),
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

function count(effects: readonly unknown[], words: (n: number) => string): string | undefined {
  return effects.length === 0 ? undefined : words(effects.length);
}

function restarts(rollouts: readonly Told[]): string {
  const pods = rollouts.reduce((sum, one) => sum + (one.pods ?? 0), 0);
  const everywhere = rollouts.filter((one) => one.pods === undefined).length;
  const everyNode = everywhere === 0 ? "" : `${counted(everywhere, "pod")} on every node`;
  const known = pods === 0 ? "" : counted(pods, "pod");
  const who = [known, everyNode].filter((part) => part !== "").join(" and ");
  if (who === "") return "nothing restarts";
  return `${who} ${pods + everywhere === 1 ? "restarts" : "restart"}`;
}

/** Workloads restart side by side, so the longest gap counts. */
function outage(rollouts: readonly Told[]): string | undefined {
  const down = rollouts.filter(({ level, downtime }) => level !== "note" && downtime !== undefined);
  if (down.length === 0) return undefined;
  const seconds = Math.max(...down.map(({ downtime = 0 }) => downtime));
  const who = [...new Set(down.flatMap(({ hosts, name }) => hosts ?? [name]))];
  return `${span(seconds)} without ${listed(who, 2)}`;
}

function deletions(changes: readonly Change[]): string {
  const kept = changes.filter(
    ({ kind, effects }) => kind === "removed" && effects.some((one) => one.kind === "orphaned"),
  ).length;
  const gone = changes.filter(({ kind }) => kind === "removed").length - kept;
  const said = gone === 0 ? "nothing is deleted" : `${counted(gone, "resource")} ${gone === 1 ? "is" : "are"} deleted`;
  return kept === 0 ? said : `${said}, ${kept} left running`;
}

function names(effects: readonly Told[]): string[] {
  return [...new Set(effects.map(({ name }) => name))];
}

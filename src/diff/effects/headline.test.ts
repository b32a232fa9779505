import { expect, test } from "vitest";
import type { Change, ChangeKind, Effect, EffectKind, EffectLevel } from "../../model/change.ts";
import { headline } from "./headline.ts";

const effect = (kind: EffectKind, level: EffectLevel, rest: Partial<Effect> = {}): Effect => ({
  kind,
  level,
  message: "does something",
  ...rest,
});
const change = (name: string, effects: Effect[] = [], kind: ChangeKind = "changed"): Change => ({
  application: "shop",
  resource: { apiVersion: "v1", kind: "X", name },
  kind,
  fields: [],
  effects,
  at: [],
});

test.each<[string, Change[], string]>([
  ["no change", [], "nothing changes"],
  ["a quiet one", [change("a")], "nothing restarts, nothing is deleted"],
  [
    "a site that is away for a while",
    [
      change("web", [effect("rollout", "caution", { pods: 1, downtime: 45, hosts: ["shop.example"] })]),
      change("worker", [effect("rollout", "note", { pods: 1 })]),
    ],
    "2 pods restart, about 1 min without shop.example, nothing is deleted",
  ],
  [
    "the longest gap of several",
    [
      change("web", [effect("rollout", "caution", { pods: 1, downtime: 30 })]),
      change("db", [effect("rollout", "caution", { pods: 1, downtime: 290 })]),
    ],
    "2 pods restart, about 5 min without web and db, nothing is deleted",
  ],
  ["a DaemonSet", [change("agent", [effect("rollout", "note")])], "1 pod on every node restarts, nothing is deleted"],
  [
    "the worst first",
    [
      change("media", [effect("deletes-data", "danger")], "removed"),
      change("seed", [effect("rejected", "danger")]),
      change("web", [effect("exposes", "caution"), effect("widens-access", "caution")]),
    ],
    "1 resource loses its data, 1 change is rejected, nothing restarts, 1 new way in, rights are widened, 1 resource is deleted",
  ],
  [
    "what is left behind",
    [change("a", [effect("orphaned", "caution")], "removed"), change("b", [], "removed")],
    "nothing restarts, 1 resource is deleted, 1 left running",
  ],
])("%s", (_, changes, line) => {
  expect(headline(changes)).toBe(line);
});

test("wider effects have their part", () => {
  const wider = [
    effect("manual-sync", "note", { message: "is not synced automatically" }),
    effect("breadth", "caution", { message: "touches 12 Applications of 19 at once" }),
  ];
  expect(headline([change("a")], wider)).toBe(
    "nothing restarts, touches 12 Applications of 19 at once, 1 Application waits for a manual sync, nothing is deleted",
  );
});

import { describe, expect, test } from "vitest";
import { app, config, diff } from "../diff.fixture.ts";
import type { ApplicationSide } from "../match.ts";
import type { SyncFacts } from "./sync.ts";
import { widerEffects } from "./wider.ts";

const facts: SyncFacts = {
  automated: true,
  prune: true,
  allowEmpty: true,
  options: [],
  isDeleted: true,
  cascades: true,
  windows: [],
};
const tell = (base: ApplicationSide[], head: ApplicationSide[]): string[] =>
  widerEffects(base, head, diff(base, head)).map(
    ({ application, kind, message }) => `${application ?? "all"} ${kind}: ${message}`,
  );
const changing = (name: string, sync?: Partial<SyncFacts>): [ApplicationSide, ApplicationSide] => {
  const synced = sync === undefined ? {} : { sync: { ...facts, ...sync } };
  return [
    { ...app(name, config(name)), ...synced },
    { ...app(name, config(name, "{a: '2'}")), ...synced },
  ];
};

describe("a sync", () => {
  const window = { kind: "deny", schedule: "0 22 * * *", duration: "8h", timeZone: "", manualSync: false } as const;

  test.each<[string, Partial<SyncFacts>, string[]]>([
    ["that is automatic says nothing", {}, []],
    [
      "by hand",
      { automated: false },
      ["a manual-sync: is not synced automatically: the change waits for somebody to sync it"],
    ],
    [
      "outside a window",
      { windows: [window] },
      ['a manual-sync: is not synced during 8h from "0 22 * * *" UTC, says its project'],
    ],
    [
      "inside a window",
      { windows: [{ ...window, kind: "allow", timeZone: "Europe/Berlin" }] },
      ['a manual-sync: is synced only during 8h from "0 22 * * *" Europe/Berlin, says its project'],
    ],
  ])("%s", (_, sync, expected) => {
    const [before, after] = changing("a", sync);
    expect(tell([before], [after])).toEqual(expected);
    expect(tell([after], [after])).toEqual([]);
  });
});

test("a change that goes everywhere is said to", () => {
  const pairs = Array.from({ length: 6 }, (_, i) => changing(`app-${i}`));
  const quiet = Array.from({ length: 20 }, (_, i) => app(`quiet-${i}`, config(`quiet-${i}`)));
  const [base, head] = [pairs.map(([before]) => before), pairs.map(([, after]) => after)];
  expect(tell(base, head)).toEqual(["all breadth: touches 6 Applications of 6 at once"]);
  expect(tell([...base, ...quiet], [...head, ...quiet])).toEqual([]);
});

test("requests are summed up over all Applications of a cluster, changed or not", () => {
  const web = (memory: string): string =>
    `{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: 2, template: {spec: {containers: [{name: web, resources: {requests: {memory: ${memory}}}}]}}}}`;
  const other = app("other", web("1Gi"));
  expect(tell([app("a", web("256Mi")), other], [app("a", web("512Mi")), other])).toEqual([
    "all fit: everything together asks for 2.5Gi → 3Gi of memory",
  ]);
  const under = (root: string, side: ApplicationSide): ApplicationSide => ({ ...side, root });
  const trees = (memory: string): ApplicationSide[] => [
    under("dev", app("a", web(memory))),
    under("live", app("b", web("1Gi"))),
    { ...under("dev", app("c")), incomplete: true },
  ];
  expect(tell(trees("256Mi"), trees("512Mi"))).toEqual([
    "all fit: everything under dev asks for 512Mi → 1Gi of memory, without what is not rendered",
  ]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { app, config, diff, told } from "../diff.fixture.ts";
import type { ApplicationSide } from "../match.ts";
import { resource } from "../resource.fixture.ts";
import type { Verdict } from "./difference.ts";
import { sortChanges } from "./effects.ts";
import type { SyncFacts } from "./sync.ts";

const automatic: SyncFacts = {
  automated: true,
  prune: true,
  allowEmpty: true,
  options: [],
  isDeleted: true,
  cascades: true,
  windows: [],
};

const claim = (annotations = "{}"): string =>
  `{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: media, annotations: ${annotations}}, spec: {accessModes: [ReadWriteOnce]}}`;
const workload = (image: string, replicas = 2): string => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {replicas: ${replicas}, template: {spec: {containers: [{name: web, image: "${image}"}]}}}`;
const synced = (side: ApplicationSide, facts: Partial<SyncFacts> = {}): ApplicationSide => ({
  ...side,
  sync: { ...automatic, ...facts },
});

describe("the API server's verdict", () => {
  const verdict = (...errors: Verdict["errors"]): { verdicts: Verdict[] } => ({
    verdicts: [{ application: "a", resource: resource(workload("i:1")).id, errors }],
  });
  const sides = [[app("a", workload("i:1.0"))], [app("a", workload("i:1.1"))]] as const;

  test("decides against the table of fields, in its own words", () => {
    const [change] = diff(
      sides[0].slice(),
      sides[1].slice(),
      verdict({ path: "spec.selector", message: "field is immutable" }),
    );
    expect(change?.effects).toMatchObject([
      {
        kind: "rejected",
        level: "danger",
        message: "is rejected by the API server: spec.selector: field is immutable",
        hint: expect.stringContaining("Replace=true,Force=true"),
      },
    ]);
  });

  test("without errors lets through what the table would refuse", () => {
    const selected = (app_: string): string =>
      `{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: ${app_}}}}}`;
    const [base, head] = [[app("a", selected("x"))], [app("a", selected("y"))]];
    expect(diff(base, head)[0]?.effects.map(({ kind }) => kind)).toEqual(["rejected"]);
    expect(diff(base, head, verdict())[0]?.effects).toEqual([]);
  });
});

describe("a resource that moves", () => {
  const moved = (facts: Partial<SyncFacts>, annotations = "{}"): string[] => {
    const base = [synced(app("old", claim(annotations)), facts), synced(app("new"))];
    return told(diff(base, [synced(app("old"), facts), synced(app("new", claim(annotations)))]));
  };

  test("may be pruned by the Application it leaves, and lose its data", () => {
    expect(moved({})).toEqual([
      "new moved media (was old) => may be deleted by the Application it leaves, if that one is synced first, which deletes its volume's data",
    ]);
  });

  test("is safe where nothing prunes it", () => {
    expect(moved({ prune: false })).toEqual(["new moved media (was old)"]);
    expect(moved({}, "{argocd.argoproj.io/sync-options: Prune=false}")).toEqual(["new moved media (was old)"]);
  });
});

describe("an Application that goes", () => {
  const gone = (facts: Partial<SyncFacts>): string[] => told(diff([synced(app("a", config("c")), facts)], []));

  test("takes along what it deployed, if its finalizer says so", () => {
    expect(gone({ prune: false })).toEqual(["a removed c => is deleted with its Application"]);
  });

  test.each([
    [{ cascades: false }, "its Application is deleted without a finalizer that deletes what it deployed"],
    [{ isDeleted: false }, "nothing deletes the Application that deployed it"],
  ])("leaves it behind with %j", (facts, why) => {
    expect(gone(facts)).toEqual([`a removed c => stays in the cluster: ${why}`]);
  });
});

test("a change in an earlier wave than that of what it reads starts with the old content", () => {
  const side = (level: string): ApplicationSide =>
    app(
      "a",
      workload(`i:${level}`).replace("image:", "envFrom: [{configMapRef: {name: c}}], image:"),
      `{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {level: ${level}}}`,
    );
  const positionOf = ({ kind }: { kind?: unknown }) => ({ phase: 1, wave: kind === "ConfigMap" ? 3 : 0 });
  const [change] = diff([side("a")], [side("b")], { positionOf });
  expect(change?.effects[0]).toMatchObject({
    kind: "wave-order",
    level: "caution",
    message:
      "starts its pods before the change of ConfigMap c, which comes in a later step of the sync (wave 0 before wave 3)",
  });
});

test("what is not a workload only follows a generated name", () => {
  const one = (name: string): string =>
    `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}}, data: {a: ${name}}}`;
  const account = (name: string): string =>
    `{apiVersion: example.com/v1, kind: Backup, metadata: {name: backup}, spec: {config: ${name}}}`;
  const side = (name: string) => [app("a", one(name), account(name))];
  expect(told(diff(side("c-7k4mc2tdf8"), side("c-9b5h6g2t4k")))[0]).toBe(
    "a changed backup => follows ConfigMap c-9b5h6g2t4k",
  );
});

test("the message of an effect hides credentials like everything else", () => {
  const image = (token: string): string => `registry.example/app:${token}`;
  const token = `ghp_${"a1".repeat(18)}`;
  const [change] = diff([app("a", workload(image("1")))], [app("a", workload(image(token)))]);
  expect(JSON.stringify(change)).not.toContain(token);
});

test("changes are told by the gravest thing they do", () => {
  const base = [app("a", config("c"), workload("i:1"), claim())];
  const changes = sortChanges(diff(base, [app("a", config("c", "{a: '2'}"), workload("i:2"))]));
  expect(changes.map((change) => change.effects[0]?.level)).toEqual(["danger", "caution", undefined]);
});

const images = fc.constantFrom("web:1.0.0", "web:1.1.0", "web:2.0.0", "ghcr.io/web:1.0.0");
const manifests = fc.uniqueArray(
  fc.oneof(
    fc.tuple(images, fc.nat(4)).map(([image, replicas]) => workload(image, replicas)),
    fc.constant(claim()),
    fc.constantFrom("1", "2").map((value) => config("c", `{a: '${value}'}`)),
    fc
      .constantFrom("get", "'*'")
      .map(
        (verb) =>
          `{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: r}, rules: [{apiGroups: [''], resources: [pods], verbs: [${verb}]}]}`,
      ),
  ),
  { maxLength: 4, selector: (text) => resource(text).id.kind },
);

test("the same on both sides does nothing; every effect has words; the order of resources means nothing", () => {
  fc.assert(
    fc.property(manifests, manifests, (before, after) => {
      expect(diff([synced(app("a", ...before))], [synced(app("a", ...before))])).toEqual([]);
      const changes = diff([synced(app("a", ...before))], [synced(app("a", ...after))]);
      const reversed = diff([synced(app("a", ...before.toReversed()))], [synced(app("a", ...after.toReversed()))]);
      expect(told(reversed).toSorted()).toEqual(told(changes).toSorted());
      for (const { message } of changes.flatMap(({ effects }) => effects)) expect(message).toMatch(/^[a-z].*[^.\s]$/);
    }),
    { numRuns: 100 },
  );
});

import { load } from "js-yaml";
import { expect, test } from "vitest";
import { readApplication } from "./application.ts";
import { isObject } from "./json.ts";
import { defaultProject, type Project } from "./project.ts";
import { syncFactsOf } from "./sync-facts.ts";
import type { Unit } from "./unit.ts";

function unit(spec: string, rest: Partial<Unit> = {}, finalizers = "[]"): Unit {
  const manifest: unknown = load(
    `{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: shop, finalizers: ${finalizers}}, spec: {project: p, destination: {server: s, namespace: shop}, ${spec}}}`,
  );
  const application = readApplication(isObject(manifest) ? manifest : {}, []);
  return { kind: "Application", name: "shop", namespace: "argocd", application, depth: 0, at: [], ...rest };
}

const set = (policy: string): NonNullable<Unit["generated"]> => {
  const object: unknown = load(`{kind: ApplicationSet, spec: {syncPolicy: ${policy}}}`);
  return { set: isObject(object) ? object : {}, generator: 0, parameters: {}, at: [] };
};

test.each([
  ["nothing", "source: {repoURL: r}", { automated: false, prune: false }],
  ["automated, which does not prune", "syncPolicy: {automated: {}}", { automated: true, prune: false }],
  ["pruning", "syncPolicy: {automated: {prune: true}}", { automated: true, prune: true, allowEmpty: false }],
  [
    "what is switched off",
    "syncPolicy: {automated: {prune: true, enabled: false}}",
    { automated: false, prune: false },
  ],
  ["options", "syncPolicy: {syncOptions: [ServerSideApply=true]}", { options: ["ServerSideApply=true"] }],
])("a sync policy with %s", (_, spec, facts) => {
  expect(syncFactsOf(unit(spec), defaultProject)).toMatchObject(facts);
});

const finalizer = "resources-finalizer.argocd.argoproj.io";

test.each<[string, Unit, { isDeleted: boolean; cascades: boolean }]>([
  ["from a file", unit("", {}, `[${finalizer}]`), { isDeleted: false, cascades: true }],
  ["without a finalizer", unit(""), { isDeleted: false, cascades: false }],
  ["in the background", unit("", {}, `[${finalizer}/background]`), { isDeleted: false, cascades: true }],
  ["of another finalizer", unit("", {}, "[example.com/hold]"), { isDeleted: false, cascades: false }],
  [
    "of a parent that prunes",
    unit("", { parent: unit("syncPolicy: {automated: {prune: true}}") }),
    { isDeleted: true, cascades: false },
  ],
  ["of a parent that does not", unit("", { parent: unit("") }), { isDeleted: false, cascades: false }],
  ["of an ApplicationSet", unit("", { generated: set("{}") }), { isDeleted: true, cascades: true }],
  [
    "of an ApplicationSet that preserves",
    unit("", { generated: set("{preserveResourcesOnDeletion: true}") }),
    { isDeleted: true, cascades: false },
  ],
  [
    "of an ApplicationSet that only creates",
    unit("", { generated: set("{applicationsSync: create-only}") }),
    { isDeleted: false, cascades: true },
  ],
])("an Application %s", (_, one, facts) => {
  expect(syncFactsOf(one, undefined)).toMatchObject(facts);
});

test.each([
  ["by the Application", "{applications: [sh*]}", 1],
  ["by the namespace", "{namespaces: [shop]}", 1],
  ["by the cluster", "{clusters: [s]}", 1],
  ["not", "{applications: [other], namespaces: [other]}", 0],
  ["by one of two", "{applications: [other], namespaces: [shop]}", 1],
  ["by both of two", "{applications: [other], namespaces: [shop], andOperator: true}", 0],
  ["by nothing that is said", "{}", 0],
])("a sync window matches %s", (_, matching, count) => {
  const window: unknown = load(matching);
  const syncWindows = [{ kind: "deny", schedule: "0 22 * * *", duration: "8h", ...(isObject(window) ? window : {}) }];
  const project: Project = { name: "p", spec: { ...defaultProject.spec, syncWindows } };
  const { windows } = syncFactsOf(unit(""), project);
  expect(windows).toEqual(
    Array.from({ length: count }, () => ({
      kind: "deny",
      schedule: "0 22 * * *",
      duration: "8h",
      timeZone: "",
      manualSync: false,
    })),
  );
});

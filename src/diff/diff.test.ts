import { describe, expect, test } from "vitest";
import { diffApplicationNames } from "./application-changes.ts";
import { app, config, diff, told } from "./diff.fixture.ts";
import { diffApplications } from "./diff.ts";
import { compileIgnoreDifferences } from "./ignore.ts";
import type { ApplicationSide } from "./match.ts";
import { resource } from "./resource.fixture.ts";

describe("resources", () => {
  test("are added, removed and changed", () => {
    const base = [app("web", config("a"), config("b"))];
    const head = [app("web", config("b", "{a: '2'}"), config("c"))];
    expect(told(diff(base, head))).toEqual(["web changed b data.a", "web added c whole", "web removed a"]);
  });

  test("that are new are shown as they will be", () => {
    const [added] = diff([app("web")], [app("web", config("a"))]);
    expect(added?.fields).toEqual([
      {
        path: "",
        text: "+apiVersion: v1\n+kind: ConfigMap\n+metadata:\n+  name: a\n+  namespace: shop\n+data:\n+  a: '1'",
      },
    ]);
  });

  test("keep their identity over a new version of their API", () => {
    const budget = (version: string): string =>
      `{apiVersion: policy/${version}, kind: PodDisruptionBudget, metadata: {name: a}}`;
    expect(told(diff([app("web", budget("v1beta1"))], [app("web", budget("v1"))]))).toEqual([
      "web changed a apiVersion",
    ]);
  });

  test("move from one Application to another of the same cluster", () => {
    const base = [app("one", config("a"), config("b")), app("two", config("c"))];
    const head = [app("one", config("b")), app("two", config("a", "{a: '2'}"), config("c"))];
    expect(told(diff(base, head))).toEqual(["two moved a (was one) data.a"]);
    const apart = [base, head].map((sides) => sides.map((side) => ({ ...side, destination: side.application })));
    expect(told(diff(apart[0] ?? [], apart[1] ?? []))).toEqual(["one removed a", "two added a whole"]);
  });

  test("of the same name in several Applications do not mix", () => {
    const base = [app("dev", config("a")), app("prod", config("a"))];
    const head = [app("dev", config("a", "{a: '2'}")), app("prod", config("a", "{a: '3'}"))];
    expect(told(diff(base, head))).toEqual(["dev changed a data.a", "prod changed a data.a"]);
  });

  test("that differ in what the API server writes itself do not differ", () => {
    const exported = `
apiVersion: v1
kind: ConfigMap
metadata:
  name: a
  namespace: shop
  creationTimestamp: null
  uid: 1
  annotations: {kubectl.kubernetes.io/last-applied-configuration: "{}"}
data: {a: '1'}
status: {}`;
    expect(diff([app("web", config("a"))], [app("web", exported)])).toEqual([]);
  });

  test("lose data when some kinds go", () => {
    const gone = (kind: string, annotations = "{}"): string =>
      `{apiVersion: v1, kind: ${kind}, metadata: {name: ${kind.toLowerCase()}, annotations: ${annotations}}}`;
    const base = [app("web", gone("Namespace"), gone("PersistentVolumeClaim"), gone("Pod"))];
    expect(told(diff(base, [app("web")]))).toEqual([
      "web removed namespace => deletes everything in the namespace when pruned",
      "web removed persistentvolumeclaim => deletes its volume's data when pruned",
      "web removed pod",
    ]);
    const kept = gone("PersistentVolumeClaim", "{argocd.argoproj.io/sync-options: 'Prune=false'}");
    expect(told(diff([app("web", kept)], [app("web")]))).toEqual([
      "web removed persistentvolumeclaim => stays in the cluster: Prune=false",
    ]);
  });
});

describe("Applications", () => {
  const base = [app("old", config("a"), config("b")), app("gone", config("c"))];
  const head = [app("new", config("a"), config("b", "{a: '2'}")), app("fresh", config("d"))];

  test("are added, removed and renamed", () => {
    const changes = diff(base, head);
    expect(told(changes)).toEqual([
      "new moved a (was old)",
      "new moved b (was old) data.a",
      "fresh added d whole",
      "gone removed c",
    ]);
    expect(diffApplicationNames(base, head, changes)).toEqual([
      { application: "new", kind: "renamed", previous: "old" },
      { application: "fresh", kind: "added" },
      { application: "gone", kind: "removed" },
    ]);
  });

  test("that could not be rendered are not said to have lost anything", () => {
    const broken = { application: "old", resources: [], incomplete: true };
    expect(diff(base, [broken, app("gone", config("c"))])).toEqual([]);
    expect(diff([broken], [app("old", config("a"))])).toEqual([]);
  });

  test("with the same digest are not looked into", () => {
    const resources = new Proxy([resource(config("a"))], {
      get: () => {
        throw new Error("looked into");
      },
    });
    expect(
      diff([{ application: "a", resources, digest: "1" }], [{ application: "a", resources: [], digest: "1" }]),
    ).toEqual([]);
    expect(() =>
      diff([{ application: "a", resources, digest: "1" }], [{ application: "a", resources: [], digest: "2" }]),
    ).toThrow("looked into");
  });
});

test("a resource nested deeper than any API is told, and stops nothing", () => {
  const levels = (n: number): string =>
    `{"apiVersion":"a/v1","kind":"A","metadata":{"name":"a"},"spec":${"[".repeat(n)}${"]".repeat(n)}}`;
  const deep = (n: number): ApplicationSide => ({ application: "web", resources: [resource(JSON.parse(levels(n)))] });
  const changes = diff([deep(20_000)], [deep(20_001)]);
  expect(changes.map((change) => change.fields)).toEqual([
    [{ path: "", text: "(nested more than 100 levels deep: not compared)" }],
  ]);
  expect(diff([deep(50)], [deep(50)])).toEqual([]);
  expect(told(diff([app("web")], [deep(20_000)]))).toEqual(["web added a whole"]);
});

test("ignoreDifferences of an Application leave its fields out", () => {
  const rules = [{ kind: "ConfigMap", jsonPointers: ["/data/a"] }];
  const { ignores } = compileIgnoreDifferences(rules, { application: "one", placeOf: () => [] });
  const options = { ignores: (name: string) => (name === "one" ? ignores : []) };
  const base = ["one", "two"].map((name) => app(name, config(name)));
  const head = ["one", "two"].map((name) => app(name, config(name, "{a: '2'}")));
  expect(told(diff(base, head, options))).toEqual(["two changed two data.a"]);
});

describe("secrets", () => {
  const secret = (value: string): string =>
    `{apiVersion: v1, kind: Secret, metadata: {name: db}, data: {password: ${btoa(value)}}}`;

  test("show a change and not a value", () => {
    const [change] = diff([app("web", secret("hunter22"))], [app("web", secret("hunter23"))]);
    expect(change?.fields).toEqual([{ path: "data.password", text: "(changed, value hidden)" }]);
    expect(JSON.stringify(change)).not.toMatch(/hunter|aHVud/);
  });

  test("inside longer texts, lists, new resources and names are hidden the same way in every run", () => {
    const store = (password: string, extra = ""): string => `
apiVersion: v1
kind: ConfigMap
metadata: {name: db}
data:
  url: postgres://db:${password}@db/app
  long: "${"x".repeat(2_100)} password=${password}"
  file: |
    host: db
    password: ${password}
  args: [--token, ${password}]
${extra}`;
    const other = resource(store("hunter24").replace("name: db", "name: other"));
    const told = (secretKey: string): string =>
      JSON.stringify(
        diffApplications(
          [app("web", store("hunter22"))],
          [{ application: "web", resources: [resource(store("hunter23", "  new: password=hunter25")), other] }],
          { secretKey },
        ),
      );
    expect(told("one run")).toBe(told("another"));
    expect(told("one run")).not.toContain("hunter");
    expect(JSON.parse(told("one run"))[0].fields).toMatchObject([
      { path: "data.url", text: "(changed, value hidden)" },
      { path: "data.long", text: "(changed, value hidden)" },
      { path: "data.file", text: expect.stringContaining("-password: <hidden>\n+password: <hidden>") },
      { path: "data.args[1]", text: "(changed, value hidden)" },
      { path: "data.new", after: "password=<hidden>" },
    ]);
  });

  test("encoded in another way do not differ", () => {
    const plain = "{apiVersion: v1, kind: Secret, metadata: {name: db}, stringData: {password: hunter22}}";
    expect(diff([app("web", secret("hunter22"))], [app("web", plain)])).toEqual([]);
  });
});

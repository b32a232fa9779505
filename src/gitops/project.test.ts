import { describe, expect, it } from "vitest";
import { resolveDestination } from "./destination.ts";
import {
  defaultProject,
  permitsApplicationNamespace,
  permitsDestination,
  permitsKind,
  permitsSource,
  type Project,
} from "./project.ts";

const project = (spec: Project["spec"]): Project => ({ name: "team", spec });
const prod = { name: "prod", server: "https://prod.example.com" };

describe("AppProject rules", () => {
  it.each([
    [["*"], true],
    [["https://github.com/acme/*"], true],
    [["https://github.com/*"], false],
    [["https://github.com/**"], true],
    [["*", "!https://github.com/acme/*"], false],
    [["*", "!https://github.com/other/*"], true],
    [["https://GitHub.com/acme/platform"], true],
    [[], false],
  ])("allows the source by %j: %s", (sourceRepos, expected) => {
    expect(permitsSource(project({ sourceRepos }), "https://github.com/acme/platform.git")).toBe(expected);
  });

  it.each([
    [[{ server: "*", namespace: "*" }], true],
    [[{ server: prod.server, namespace: "shop*" }], true],
    [[{ name: "prod", namespace: "shop-1" }], true],
    [[{ name: "dev", namespace: "*" }], false],
    [
      [
        { server: "*", namespace: "*" },
        { server: "*", namespace: "!shop-*" },
      ],
      false,
    ],
    [
      [
        { server: "*", namespace: "*" },
        { server: "!https://prod*", namespace: "*" },
      ],
      false,
    ],
    [
      [
        { server: "*", namespace: "*" },
        { server: "*", namespace: "!kube-system" },
      ],
      true,
    ],
  ])("allows the destination by %j: %s", (destinations, expected) => {
    expect(permitsDestination(project({ destinations }), prod, "shop-1")).toBe(expected);
  });

  it("believes what it cannot know of a cluster that is not declared", () => {
    const named = { name: "some", server: "" };
    const addressed = { name: "", server: "https://some.example.com" };
    const allows = (entry: object, cluster: typeof prod): boolean =>
      permitsDestination(project({ destinations: [{ namespace: "*", ...entry }] }), cluster, "shop");
    expect(permitsDestination(defaultProject, named, "shop")).toBe(true);
    expect([allows({ server: prod.server }, named), allows({ name: "prod" }, addressed)]).toEqual([true, true]);
    expect([allows({ name: "prod" }, named), allows({ server: prod.server }, addressed)]).toEqual([false, false]);
  });

  it("forbids cluster-scoped kinds unless listed, by name too", () => {
    const role = { apiVersion: "rbac.authorization.k8s.io/v1", kind: "ClusterRole", name: "viewer" };
    const listed = [{ group: "rbac*", kind: "ClusterRole", name: "view*" }];
    expect(permitsKind(project({}), role, "Cluster")).toBe(false);
    expect(permitsKind(project({ clusterResourceWhitelist: listed }), role, "Cluster")).toBe(true);
    expect(permitsKind(project({ clusterResourceWhitelist: listed }), { ...role, name: "admin" }, "Cluster")).toBe(
      false,
    );
    expect(
      permitsKind(project({ clusterResourceWhitelist: listed, clusterResourceBlacklist: listed }), role, "Cluster"),
    ).toBe(false);
    expect(permitsKind(defaultProject, role, "Cluster")).toBe(true);
  });

  it("allows namespaced kinds unless listed otherwise", () => {
    const secret = { apiVersion: "v1", kind: "Secret", namespace: "shop", name: "s" };
    expect(permitsKind(project({}), secret, "Namespaced")).toBe(true);
    expect(
      permitsKind(project({ namespaceResourceBlacklist: [{ group: "", kind: "Secret" }] }), secret, "Namespaced"),
    ).toBe(false);
    expect(permitsKind(project({ namespaceResourceWhitelist: [] }), secret, "Namespaced")).toBe(false);
    expect(
      permitsKind(project({ namespaceResourceWhitelist: [{ group: "*", kind: "S*" }] }), secret, "Namespaced"),
    ).toBe(true);
  });

  it("allows Argo CD's own namespace always, others by glob or expression", () => {
    const listed = project({
      sourceNamespaces: ["team-*", "/^x[0-9]$/", "/(a+)+$/", "/[/", `/${"(.*)".repeat(9)}x$/`],
    });
    expect(permitsApplicationNamespace(project({}), "argocd", "argocd")).toBe(true);
    expect(permitsApplicationNamespace(project({}), "team-a", "argocd")).toBe(false);
    expect(permitsApplicationNamespace(listed, "team-a", "argocd")).toBe(true);
    expect(permitsApplicationNamespace(listed, "x1", "argocd")).toBe(true);
    expect(permitsApplicationNamespace(listed, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "argocd")).toBe(false);
  });
});

describe("destinations", () => {
  it.each([
    [{ server: "https://prod.example.com/" }, { cluster: prod }],
    [{ name: "prod" }, { cluster: prod }],
    [{ name: "in-cluster" }, { cluster: { name: "in-cluster", server: "https://kubernetes.default.svc" } }],
    [{ name: "gone" }, { problem: "no declared cluster has the name gone", field: "name" }],
    [{ server: "https://gone" }, { problem: "no declared cluster has the server https://gone", field: "server" }],
    [{ name: "prod", server: "https://x" }, { problem: "it has both `server` (https://x) and `name` (prod)" }],
    [{}, { problem: "it has neither `server` nor `name`" }],
  ])("resolves %j", (destination, expected) => {
    expect(resolveDestination(destination, [prod])).toEqual(expected);
  });

  it("believes every destination when no cluster is declared", () => {
    expect(resolveDestination({ name: "anything" }, [])).toEqual({ cluster: { name: "anything", server: "" } });
  });
});

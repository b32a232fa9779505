import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { environmentSchema } from "../../environment/schema.ts";
import { clusterOf } from "./cluster-of.ts";
import type { DeclaredCluster, DeclaredNode } from "./declared.ts";
import { type K3sLock, sha256 } from "./lock.ts";
import type { Member, ObservedNode } from "./observed.ts";
import { k3sPaths } from "./paths.ts";
import { type K3sPlan, planCluster } from "./plan.ts";

const versions = ["v1.35.6+k3s1", "v1.36.2+k3s1", "v1.37.0+k3s1"];
const [older = "", version = "", newer = ""] = versions;
const hashOf = (name: string): string => sha256(name);
const lock: K3sLock = {
  releases: Object.fromEntries(
    versions.map((one) => {
      const file = { url: `https://releases.example/${one}`, sha256: hashOf(one) };
      return [one, { installer: file, binaries: { amd64: file, arm64: file } }];
    }),
  ),
};

const empty: ObservedNode = {
  architecture: "amd64",
  memory: 4 * 1024 ** 3,
  cores: 2,
  hashes: {},
  datastore: "none",
  joinsAnother: false,
  service: "inactive",
  isUnfinished: false,
  members: [],
};

const server = (name: string): DeclaredNode => ({
  name,
  role: "server",
  publicAddresses: ["203.0.113.1"],
  privateAddress: `10.0.0.${name.length}`,
});
const agent = (name: string): DeclaredNode => ({ ...server(name), role: "agent" });
const cluster = (k3s: string, ...nodes: DeclaredNode[]): DeclaredCluster => ({ version: k3s, nodes });
const three = [server("a"), server("bb"), server("ccc")];
const ids = ({ steps }: K3sPlan): string[] => steps.map(({ id }) => id);

/** What the machines look like after the first steps of a plan, as far as the planner can see. */
function after(
  plan: K3sPlan,
  declared: DeclaredCluster,
  before: Record<string, ObservedNode>,
  steps = plan.steps.length,
): Record<string, ObservedNode> {
  const world = structuredClone(before);
  let members: readonly Member[] = Object.values(world).find((one) => one.members.length > 0)?.members ?? [];
  for (const step of plan.steps.slice(0, steps)) {
    if (step.kind === "remove") {
      members = members.filter(({ name }) => name !== step.name);
      continue;
    }
    const { name, role } = step.node;
    const hashes = {
      ...world[name]?.hashes,
      ...Object.fromEntries(step.files.map(({ path, content }) => [path, sha256(content)])),
    };
    const etcd =
      declared.nodes.filter((node) => node.role === "server").length > 1 || world[name]?.datastore === "etcd";
    world[name] = {
      ...(world[name] ?? empty),
      version: step.version,
      hashes: { ...hashes, ...(step.programs && { [k3sPaths.binary]: step.programs.binary.sha256 }) },
      datastore: role === "agent" ? "none" : etcd ? "etcd" : "sqlite",
      joinsAnother: step.joins !== undefined,
      service: "active",
      isUnfinished: false,
    };
    members = [
      ...members.filter((one) => one.name !== name),
      { name, isReady: true, version: step.version, isServer: role === "server" },
    ];
  }
  for (const state of Object.values(world)) state.members = state.datastore === "none" ? [] : members;
  return world;
}

const fresh = (declared: DeclaredCluster): Record<string, ObservedNode> =>
  Object.fromEntries(declared.nodes.map(({ name }) => [name, empty]));
const settled = (declared: DeclaredCluster): Record<string, ObservedNode> =>
  after(planCluster(declared, fresh(declared), lock), declared, fresh(declared));

describe("the plan of a cluster", () => {
  it("installs the first server, then those that join it, then agents, and is then empty", () => {
    const declared = cluster(version, agent("worker"), ...three);
    expect(ids(planCluster(declared, fresh(declared), lock))).toEqual([
      "a/install",
      "bb/install",
      "ccc/install",
      "worker/install",
    ]);
    expect(ids(planCluster(declared, settled(declared), lock))).toEqual([]);
  });

  it("upgrades one minor, servers before agents, and refuses everything before the first step otherwise", () => {
    const nodes = [...three, agent("worker")];
    const world = settled(cluster(version, ...nodes));
    expect(ids(planCluster(cluster(newer, ...nodes), world, lock))).toEqual([
      "a/upgrade",
      "bb/upgrade",
      "ccc/upgrade",
      "worker/upgrade",
    ]);
    expect(() => planCluster(cluster(older, ...nodes), world, lock)).toThrow(/is older/);
    const old = settled(cluster(older, ...nodes));
    expect(() => planCluster(cluster(newer, ...nodes), old, lock)).toThrow(/skips v1.36/);
  });

  it("counts what runs, not what an interrupted upgrade left on disk", () => {
    const declared = cluster(version, server("a"));
    const world = settled(declared);
    world["a"] = {
      ...world["a"]!,
      version: newer,
      hashes: { ...world["a"]!.hashes, [k3sPaths.binary]: hashOf(newer) },
    };
    expect(ids(planCluster(cluster(newer, server("a")), world, lock))).toEqual(["a/upgrade"]);
  });

  it("brings up who is down before it touches who is up", () => {
    const world = settled(cluster(version, ...three));
    world["ccc"] = { ...world["ccc"]!, service: "failed", members: [] };
    expect(ids(planCluster(cluster(newer, ...three), world, lock))).toEqual(["ccc/upgrade", "a/upgrade", "bb/upgrade"]);
  });

  it("joins a server that was made anew through one that has the cluster's state, and then stays as it is", () => {
    const declared = cluster(version, ...three);
    const world = { ...settled(declared), a: empty };
    const plan = planCluster(declared, world, lock);
    expect(plan.first).toBe("bb");
    expect(plan.steps.find(({ id }) => id === "a/install")).toMatchObject({ joins: "bb" });
    expect(ids(plan).at(-1)).toBe("a/install");
    const done = after(plan, declared, world);
    expect(planCluster(declared, done, lock)).toEqual({ first: "bb", steps: [] });
  });

  it("turns one server into three, whose first goes over to etcd, and keeps etcd on the way back", () => {
    const one = cluster(version, server("a"));
    const declared = cluster(version, ...three);
    const world = { ...fresh(declared), ...settled(one) };
    const plan = planCluster(declared, world, lock);
    expect(ids(plan)).toEqual(["a/configure", "bb/install", "ccc/install"]);
    const grown = after(plan, declared, world);
    expect(planCluster(one, grown, lock).steps).toMatchObject([
      { id: "bb/remove", drain: "first" },
      { id: "ccc/remove", drain: "first", destroys: "what its pods keep on its own disk" },
    ]);
  });

  it("does not remove the last server that has the cluster's state", () => {
    const world = settled(cluster(version, server("a")));
    const declared = cluster(version, server("new"));
    expect(() => planCluster(declared, { ...world, new: empty }, lock)).toThrow(
      /none of the declared servers has the cluster's state/,
    );
  });

  it("refuses clusters that cannot be", () => {
    const two = cluster(version, server("a"), server("bb"));
    expect(() => planCluster(two, fresh(two), lock)).toThrow(/1 or 3 servers, not 2/);
    const twins = cluster(version, server("a"), agent("a"));
    expect(() => planCluster(twins, fresh(twins), lock)).toThrow(/two nodes are called a/);
    const { privateAddress: _, ...lonely } = agent("worker");
    const unreachable = cluster(version, server("a"), lonely);
    expect(() => planCluster(unreachable, fresh(unreachable), lock)).toThrow(/worker has no private address/);
  });

  it("is made for the machines of an Environment, servers first and in the order of their numbers", () => {
    const environment = environmentSchema.parse({
      apiVersion: "slipway.dev/v1alpha1",
      kind: "Environment",
      metadata: { name: "dev" },
      spec: {
        server: { provider: "none" },
        kubernetes: { version },
        argocd: { version: "v3.6.1", bootstrap: "bootstrap.yaml" },
      },
    });
    const machines = [agent("dev-agent-1"), server("dev-server-10"), server("dev-server-2")];
    const { nodes, ...rest } = clusterOf(environment, machines);
    expect(nodes.map(({ name }) => name)).toEqual(["dev-server-2", "dev-server-10", "dev-agent-1"]);
    expect(rest).toEqual({ version });
  });

  it("reaches what is declared from wherever it was stopped", () => {
    const nodes = [three[0]!, three[1]!, three[2]!, agent("worker"), agent("worker-2")];
    const shapes = [[nodes[0]!], nodes.slice(0, 3), nodes.slice(0, 4), nodes, [nodes[0]!, nodes[3]!]];
    fc.assert(
      fc.property(
        fc.constantFrom(...shapes),
        fc.constantFrom(...shapes),
        fc.constantFrom(version, newer),
        fc.array(fc.record({ node: fc.nat(4), harm: fc.constantFrom("stop", "edit", "unfinished") }), { maxLength: 4 }),
        fc.array(fc.nat(6), { maxLength: 6 }),
        (from, to, target, harms, stops) => {
          const before = cluster(version, ...from);
          const declared = cluster(target, ...to);
          let world: Record<string, ObservedNode> = { ...fresh(cluster(version, ...nodes)), ...settled(before) };
          for (const { node, harm } of harms) {
            const state = world[nodes[node]!.name]!;
            if (state.version === undefined) continue;
            if (harm === "stop") state.service = "failed";
            if (harm === "edit") state.hashes = { ...state.hashes, [k3sPaths.config]: hashOf("by hand") };
            if (harm === "unfinished") state.isUnfinished = true;
          }
          for (const stop of stops) world = after(planCluster(declared, world, lock), declared, world, stop);
          const plan = planCluster(declared, world, lock);
          world = after(plan, declared, world);
          expect(planCluster(declared, world, lock).steps).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

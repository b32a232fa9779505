import { SlipwayError } from "../../model/error.ts";
import { type NodeFile, nodeFiles } from "./config.ts";
import { checkDeclared, type DeclaredCluster, type DeclaredNode } from "./declared.ts";
import { type K3sLock, type PinnedFile, pinnedFiles, sha256 } from "./lock.ts";
import type { Member, ObservedNode } from "./observed.ts";
import { k3sPaths } from "./paths.ts";
import { checkUpgrade } from "./version.ts";

interface StepText {
  id: string;
  title: string;
  why: string;
  /** What is lost by it. */
  destroys?: string;
}

/** Brings one machine to what it should be, and waits until it is. */
export interface SettleStep extends StepText {
  kind: "install" | "upgrade" | "configure" | "restart";
  node: DeclaredNode;
  version: string;
  /** Files to write. */
  files: readonly NodeFile[];
  /** The programs to put in place; without them, those that are there are right. */
  programs?: { installer: PinnedFile; binary: PinnedFile };
  /** The server whose token it joins with. */
  joins?: string;
}

/** Takes a node out of the cluster: its pods go elsewhere first. */
export interface RemoveStep extends StepText {
  kind: "remove";
  name: string;
  /** A node that is not ready has nobody to hand its pods over. */
  drain: "first" | "not possible";
}

export type K3sStep = SettleStep | RemoveStep;

/** Steps in the order they must be taken, one node at a time, and the server that is asked about the cluster. */
export interface K3sPlan {
  /** Name of the server that joins nobody. */
  first: string;
  steps: readonly K3sStep[];
}

/** What turns the observed machines into the declared cluster. `observed` has every declared machine by name. */
export function planCluster(
  declared: DeclaredCluster,
  observed: Readonly<Record<string, ObservedNode>>,
  lock: K3sLock,
): K3sPlan {
  checkDeclared(declared);
  const servers = declared.nodes.filter(({ role }) => role === "server");
  const members = Object.values(observed).find((one) => one.members.length > 0)?.members ?? [];
  const datastore =
    servers.length > 1 || servers.some(({ name }) => stateOf(observed, name).datastore === "etcd") ? "etcd" : "sqlite";
  const first = firstServer(servers, observed);
  const render = (node: DeclaredNode): readonly NodeFile[] =>
    nodeFiles({ node, size: stateOf(observed, node.name), datastore, ...(node !== first && { joins: apiOf(first) }) });
  const settled = declared.nodes.flatMap((node): SettleStep[] => {
    const state = stateOf(observed, node.name);
    const member = members.find(({ name }) => name === node.name);
    const files = render(node).filter(({ path, content }) => state.hashes[path] !== sha256(content));
    const programs = pinnedFiles(lock, declared.version, state.architecture);
    const change = changeOf(node, declared.version, state, member, files, programs.binary);
    if (change === undefined) return [];
    const { kind, why } = change;
    return [
      {
        id: `${node.name}/${kind}`,
        title: titles[kind](node, declared.version),
        why,
        kind,
        node,
        version: declared.version,
        files,
        ...((kind === "install" || kind === "upgrade") && { programs }),
        ...(node !== first && { joins: first.name }),
      },
    ];
  });
  return {
    first: first.name,
    steps: [...inOrder(settled, first, observed), ...removals(declared, members, servers, observed)],
  };
}

const apiOf = ({ privateAddress, publicAddresses }: DeclaredNode): string =>
  `https://${privateAddress ?? publicAddresses[0] ?? ""}:6443`;

function stateOf(observed: Readonly<Record<string, ObservedNode>>, name: string): ObservedNode {
  const state = observed[name];
  if (!state) throw new Error(`${name} was not observed`);
  return state;
}

/** Of the servers that have the cluster's state, the one that joins nobody; else the first that has it; else the first declared. */
function firstServer(servers: readonly DeclaredNode[], observed: Readonly<Record<string, ObservedNode>>): DeclaredNode {
  const holders = servers.filter(({ name }) => stateOf(observed, name).datastore !== "none");
  const first = holders.find(({ name }) => !stateOf(observed, name).joinsAnother) ?? holders[0] ?? servers[0];
  if (!first) throw new Error("checkDeclared lets no cluster without servers through");
  return first;
}

/** Why a machine is not as it should be, the gravest reason first; undefined where it is. */
function changeOf(
  node: DeclaredNode,
  version: string,
  state: ObservedNode,
  member: Member | undefined,
  files: readonly NodeFile[],
  binary: PinnedFile,
): { kind: SettleStep["kind"]; why: string } | undefined {
  if (state.version === undefined) return { kind: "install", why: "k3s is not installed" };
  // What runs counts: an interrupted upgrade leaves the newer program on disk.
  const running = member?.version ?? state.version;
  if (checkUpgrade(node.name, running, version) === "upgrade") return { kind: "upgrade", why: `it runs ${running}` };
  if (state.hashes[k3sPaths.binary] !== binary.sha256)
    return { kind: "upgrade", why: "its program does not have the pinned hash" };
  // Perhaps before the installer ran, so that there may be no service to restart.
  if (state.isUnfinished) return { kind: "install", why: "an earlier run was interrupted" };
  if (files.length > 0) return { kind: "configure", why: `${files.map(({ path }) => path).join(", ")} changed` };
  if (state.service !== "active") return { kind: "restart", why: `its service is ${state.service}` };
  return undefined;
}

const titles: Record<SettleStep["kind"], (node: DeclaredNode, version: string) => string> = {
  install: ({ name, role }, version) =>
    `install k3s ${version} on ${name}, ${role === "server" ? "a server" : "an agent"}`,
  upgrade: ({ name }, version) => `bring ${name} to k3s ${version}; its pods go on running`,
  configure: ({ name }) => `write the configuration of ${name} and restart k3s; its pods go on running`,
  restart: ({ name }) => `start k3s on ${name}`,
};

/** The first server before those that join it, servers before agents; and who is down comes before who is up, so that etcd never loses two. */
function inOrder(
  steps: readonly SettleStep[],
  first: DeclaredNode,
  observed: Readonly<Record<string, ObservedNode>>,
): SettleStep[] {
  const rank = ({ node }: SettleStep): number => {
    const { version, service } = stateOf(observed, node.name);
    const isDown = version !== undefined && service !== "active";
    if (node.role === "agent") return 4;
    if (isDown) return 0;
    if (version === undefined) return node === first ? 1 : 3;
    return node === first ? 1 : 2;
  };
  return steps.toSorted((one, other) => rank(one) - rank(other));
}

function removals(
  declared: DeclaredCluster,
  members: readonly Member[],
  servers: readonly DeclaredNode[],
  observed: Readonly<Record<string, ObservedNode>>,
): RemoveStep[] {
  const gone = members.filter(({ name }) => declared.nodes.every((node) => node.name !== name));
  if (
    gone.some(({ isServer }) => isServer) &&
    servers.every(({ name }) => stateOf(observed, name).datastore === "none")
  ) {
    throw new SlipwayError(
      "SLW-CONFIG",
      "none of the declared servers has the cluster's state, and those that have it would be removed",
      {
        hint: "Replace servers one at a time: declare the new beside the old, apply, then leave the old out.",
      },
    );
  }
  return gone.map(({ name, isReady, isServer }) => ({
    id: `${name}/remove`,
    title: `${isReady ? "drain and remove" : "remove"} ${name}, ${isServer ? "a server" : "an agent"}`,
    why: "it is not declared",
    destroys: "what its pods keep on its own disk",
    kind: "remove",
    name,
    drain: isReady ? "first" : "not possible",
  }));
}

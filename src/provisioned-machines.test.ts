import { describe, expect, it } from "vitest";
import { environmentSchema } from "./environment/schema.ts";
import type { Server } from "./hetzner/client/resource-types.ts";
import { partLabel, readyLabel } from "./hetzner/labels.ts";
import { machinesOf } from "./provisioned-machines.ts";

const environment = (servers: number, agents = 0) =>
  environmentSchema.parse({
    apiVersion: "slipway.dev/v1alpha1",
    kind: "Environment",
    metadata: { name: "dev" },
    spec: {
      server: { provider: "hetzner", locations: ["nbg1"], types: ["cx23"], image: "debian-13", count: servers },
      ...(agents > 0 && { agents: { count: agents, types: ["cx23"] } }),
      kubernetes: { version: "v1.36.2+k3s1" },
      argocd: { version: "v3.6.1", bootstrap: "bootstrap.yaml" },
    },
  });

const server = (part: string, given: Partial<Server> = {}): Server => ({
  id: 1,
  name: `dev-${part}`,
  labels: { [partLabel]: part, [readyLabel]: "yes" },
  status: "running",
  location: "nbg1",
  type: "cx23",
  architecture: "x86",
  diskGB: 40,
  image: "debian-13",
  ipv4: { id: 1, ip: "203.0.113.7" },
  ipv6: { id: 2, ip: "2001:db8:1::/64" },
  firewalls: [],
  networks: [],
  volumes: [],
  placementGroup: undefined,
  protected: false,
  ...given,
});
const names = (machines: readonly { node: { name: string; role: string } }[]): string[] =>
  machines.map(({ node }) => `${node.name} ${node.role}`);

describe("the machines of an Environment", () => {
  it("are those it declares, with their addresses, in whatever order they are listed", () => {
    const networks = [{ network: 5, ip: "10.0.0.2" }];
    const own = [server("agent-1"), server("server-1", { networks })];
    const { declared, leaving } = machinesOf(environment(1, 1), own);
    expect(names(declared).toSorted()).toEqual(["dev-agent-1 agent", "dev-server-1 server"]);
    expect(declared.find(({ node }) => node.role === "server")?.node).toEqual({
      name: "dev-server-1",
      role: "server",
      publicAddresses: ["203.0.113.7", "2001:db8:1::1"],
      privateAddress: "10.0.0.2",
    });
    expect(leaving).toEqual([]);
  });

  it("keep their node's name when somebody renames them at Hetzner", () => {
    const { declared } = machinesOf(environment(1), [server("server-1", { name: "renamed" })]);
    expect(names(declared)).toEqual(["dev-server-1 server"]);
  });

  it("leave the cluster when they are no longer declared", () => {
    const { declared, leaving } = machinesOf(environment(1), [server("server-1"), server("agent-1")]);
    expect(names(declared)).toEqual(["dev-server-1 server"]);
    expect(names(leaving)).toEqual(["dev-agent-1 agent"]);
  });

  it.each([
    ["none is there", [], "Environment dev has no servers at Hetzner"],
    ["one is missing", [server("server-1")], "dev-agent-1 is declared, and not there"],
    [
      "one was never met",
      [server("server-1", { labels: { [partLabel]: "server-1" } }), server("agent-1")],
      "dev-server-1 was never logged in to: its first contact is not over",
    ],
    ["one is off", [server("server-1", { status: "off" }), server("agent-1")], "dev-server-1 is switched off"],
  ])("are to be provisioned first where %s", (_, own, message) => {
    const hint = "slipway provision dev --mode apply makes what is missing; then run this again";
    expect(() => machinesOf(environment(1, 1), own)).toThrow(
      expect.objectContaining({ code: "SLW-NOT-PROVISIONED", message, hint }),
    );
  });
});

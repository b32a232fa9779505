import { describe, expect, it } from "vitest";
import { documentOf, environmentText } from "./environment.fixture.ts";

const conflicts = (lines: string, server?: string): string[] =>
  documentOf(environmentText(lines, server === undefined ? {} : { server }))
    .problems.filter(({ rule }) => rule === "environment/conflict")
    .map(({ severity, path, message }) => `${severity} ${path}: ${message}`);

const one = "provider: hetzner, locations: [nbg1], types: [cx33]";
const sleep = '  sleep: { timezone: Europe/Berlin, down: "20:00", up: "07:30", days: [mon] }\n';
const backup = '  backup: { schedule: "0 9 * * *", keep: { daily: 7 } }\n';

describe("fields that contradict each other", () => {
  it("are those about a server where there is none", () => {
    expect(conflicts(`${sleep}  agents: { count: 1 }\n  budget: { monthlyEUR: 1 }\n`, "provider: none")).toEqual([
      "error spec.sleep: spec.sleep says when the server is torn down, but with provider: none slipway has no server there",
      "error spec.agents: spec.agents asks for more nodes, but with provider: none slipway has no server there",
      "error spec.budget: spec.budget limits what the server may cost, but with provider: none slipway has no server there",
    ]);
  });

  it("are three servers that sleep, or a server that keeps nothing over night", () => {
    expect(conflicts(sleep + backup, `${one}, count: 3`)).toEqual([
      "error spec.sleep: Three servers cannot sleep: their etcd would be gone every night",
    ]);
    expect(conflicts(sleep)).toEqual([
      "warning spec.sleep: At every down the server is deleted with its disk, and nothing of it is kept",
    ]);
    expect(conflicts(sleep + backup)).toEqual([]);
  });

  it("are addresses by which nobody can come in or go out", () => {
    expect(conflicts("", `${one}, publicIPv4: false, publicIPv6: false`)[0]).toContain("without public addresses");
    expect(conflicts("", `${one}, publicIPv4: false`)).toEqual([
      "warning spec.server.publicIPv4: GitHub has no IPv6 address: without publicIPv4 neither k3s nor Argo CD can fetch from it",
    ]);
    expect(conflicts("", `${one}, publicIPv4: false, sshFrom: [192.0.2.0/24]`)).toContain(
      "error spec.server.sshFrom: No network may reach SSH: the server has an IPv6 address only, and the networks are all IPv4",
    );
  });

  it("are private networks that k3s has taken", () => {
    const network = (cidr: string): string[] => conflicts("", `${one}, network: { cidr: ${cidr} }`);
    expect(network("10.42.128.0/24")).toHaveLength(1);
    expect(network("10.0.0.0/8")).toHaveLength(1);
    expect(network("10.43.0.0/16")[0]).toContain("gives addresses to Services");
    expect(network("10.0.0.0/16")).toEqual([]);
    expect(network("192.168.0.0/16")).toEqual([]);
  });

  it("are volumes that cannot follow, and groups that cannot spread", () => {
    const volumes = "volumes: [{ name: data, sizeGB: 10 }]";
    expect(conflicts("", `${one.replace("[nbg1]", "[nbg1, fsn1]")}, ${volumes}`)).toEqual([
      "warning spec.server.locations: A volume stays in its location: once it is there, only nbg1 is tried",
    ]);
    expect(conflicts("", `${one}, ${volumes}`)).toEqual([]);
    expect(conflicts("  agents: { count: 10 }\n", `${one}, placementGroup: true`)).toHaveLength(1);
  });

  it("are told although other fields are wrong", () => {
    expect(conflicts(`${sleep}  budget: free\n`)).toHaveLength(1);
  });

  it("are a server without a release of k3s, which a cluster of one's own does not need", () => {
    const plain = (text: string): number => documentOf(text.replace("v1.36.2+k3s1", "v1.36.2")).problems.length;
    expect(plain(environmentText(""))).toBe(1);
    expect(plain(environmentText("", { server: "provider: none" }))).toBe(0);
  });
});

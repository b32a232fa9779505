import { describe, expect, it } from "vitest";
import { committedCatalogue } from "./catalogue.ts";
import { environmentChanges } from "./changes.ts";
import { documentOf, environmentText } from "./environment.fixture.ts";

const catalogue = committedCatalogue();
const server = (types: string, more = ""): { server: string } => ({
  server: `provider: hetzner, locations: [nbg1], types: [${types}]${more}`,
});
const change = (before: string | undefined, after: string | undefined) => {
  const documents = (text: string | undefined) => (text === undefined ? [] : [documentOf(text)]);
  return environmentChanges(documents(before), documents(after), catalogue);
};
const effects = (before: string, after: string): string[] =>
  change(before, after).flatMap((one) => one.effects.map(({ level, message }) => `${level} ${message}`));
const sleep = (down: string): string =>
  `  sleep: { timezone: Europe/Berlin, up: "07:30", down: "${down}", days: [mon] }\n  backup: { schedule: "0 9 * * 1", keep: {} }\n`;

describe("a change of an Environment", () => {
  it("is none where only the text differs", () => {
    expect(change(environmentText(""), `# new words\n${environmentText("")}`)).toEqual([]);
  });

  it("has its fields, what happens to the server, and the cost before and after", () => {
    expect(
      change(environmentText("", server("cx23")), environmentText("  budget: { monthlyEUR: 8 }\n", server("cx33"))),
    ).toEqual([
      {
        environment: "dev",
        kind: "changed",
        file: "environments/dev.yaml",
        fields: [
          { path: "spec.server.types", before: ["cx23"], after: ["cx33"] },
          { path: "spec.budget", after: { monthlyEUR: 8 } },
        ],
        effects: [
          {
            level: "danger",
            message: "replaces its server: type cx23 → cx33",
            hint: "Everything on its disk is lost that is not in a backup or on a volume",
          },
        ],
        cost: {
          before: "5.99",
          after: "8.99",
          difference: "+3.00",
          budget: "8.00",
          isOverBudget: true,
          pricesOf: catalogue.date,
        },
      },
    ]);
  });

  it("is a new one, or one that is gone and leaves its server behind", () => {
    expect(change(undefined, environmentText(""))).toMatchObject([
      { kind: "added", effects: [], cost: { after: "8.99", difference: "+8.99" } },
    ]);
    expect(change(environmentText(""), undefined)).toMatchObject([
      {
        kind: "removed",
        effects: [{ level: "caution", hint: "Run teardown for dev before this is merged" }],
        cost: { before: "8.99", difference: "-8.99" },
      },
    ]);
    expect(change(environmentText("", { server: "provider: none" }), undefined)[0]).toMatchObject({
      kind: "removed",
      effects: [],
    });
  });

  it("shows what sleep saves", () => {
    const [one] = change(environmentText(""), environmentText(sleep("20:00")));
    expect(one?.cost).toMatchObject({ before: "8.99", after: "1.27", difference: "-7.72", isOverBudget: false });
    expect(one?.effects).toEqual([
      { level: "caution", message: "is not there from 20:00 to 07:30, and on other days than mon" },
    ]);
  });

  it("has no cost where a price is not known, and says nothing of files that are not valid", () => {
    expect(change(environmentText(""), environmentText("", server("cx99")))[0]?.cost).toBeUndefined();
    expect(change(environmentText(""), environmentText("  wrong: 1\n"))).toEqual([]);
  });
});

describe("the effects of a change", () => {
  const usual = environmentText("", server("cx33, cx43"));

  it("leave a server alone whose type stays in the list", () => {
    expect(effects(usual, environmentText("", server("cx43, cx33")))).toEqual([
      "note tries the type cx43 first from now on; a server with cx33 stays as it is",
    ]);
    expect(effects(usual, environmentText("", server("cx33, cpx32")))).toEqual([]);
  });

  it("are grave where data goes", () => {
    const volumes = (list: string): string => environmentText("", server("cx33", `, volumes: [${list}]`));
    expect(effects(volumes("{ name: a, sizeGB: 20 }"), volumes(""))).toEqual([
      "danger no longer has the volume a of 20 GB: its data goes with it",
    ]);
    expect(effects(volumes("{ name: a, sizeGB: 20 }"), volumes("{ name: a, sizeGB: 10 }"))[0]).toMatch(
      /^danger makes the volume a smaller/,
    );
    expect(effects(volumes("{ name: a, sizeGB: 20 }"), volumes("{ name: a, sizeGB: 40 }"))).toEqual([]);
    expect(effects(usual, usual.replace("[nbg1]", "[hel1]"))).toEqual([
      "danger replaces its server: location nbg1 → hel1, and its addresses change",
    ]);
  });

  it("tell who may come in that could not", () => {
    const from = (networks: string): string => environmentText("", server("cx33", `, sshFrom: [${networks}]`));
    expect(effects(from("192.0.2.0/24"), from("192.0.2.0/24, 198.51.100.7/32"))).toEqual([
      "caution lets 198.51.100.7/32 reach SSH",
    ]);
    expect(effects(from("192.0.2.0/24"), from("0.0.0.0/0"))).toEqual(["caution lets everybody reach SSH"]);
    expect(effects(from("0.0.0.0/0"), from("192.0.2.0/24"))).toEqual([]);
  });

  it("are those of agents and of the network that they imply", () => {
    const agents = (count: number): string => environmentText(`  agents: { count: ${count} }\n`);
    expect(effects(agents(1), agents(3))).toEqual(["note gets more room: 1 → 3 agents"]);
    expect(effects(agents(3), agents(1))).toEqual(["caution removes agents, and their pods move: 3 → 1 agents"]);
    expect(effects(agents(1), environmentText(""))).toEqual([
      "danger takes its servers out of their private network, for which they are replaced",
      "caution removes agents, and their pods move: 1 → 0 agents",
    ]);
  });

  it("know upgrades from steps back", () => {
    const version = (kubernetes: string, argocd = "v3.6.1"): string =>
      environmentText("").replace("v1.36.2+k3s1", kubernetes).replace("v3.6.1", argocd);
    const of = (kubernetes: string, argocd?: string): string[] =>
      effects(version("v1.35.6+k3s1"), version(kubernetes, argocd));
    expect(of("v1.36.2+k3s1")).toEqual(["caution upgrades Kubernetes v1.35.6+k3s1 → v1.36.2+k3s1"]);
    expect(of("v1.37.0+k3s1")).toEqual(["danger skips a minor version: Kubernetes v1.35.6+k3s1 → v1.37.0+k3s1"]);
    expect(of("v1.34.1+k3s1")[0]).toMatch(/^danger goes back to an older Kubernetes/);
    expect(of("v1.35.7+k3s1", "v3.5.8")).toEqual([
      "danger goes back to an older Argo CD v3.6.1 → v3.5.8",
      "note updates Kubernetes v1.35.6+k3s1 → v1.35.7+k3s1",
    ]);
  });

  it("say when a server is no longer slipway's", () => {
    expect(effects(usual, environmentText("", { server: "provider: none" }))[0]).toMatch(
      /^danger no longer has a server of slipway's/,
    );
    expect(effects(environmentText("", { server: "provider: none" }), usual)[0]).toMatch(
      /^note gets a server of its own/,
    );
  });
});

import { describe, expect, it } from "vitest";
import { declaredOf, environment, never, openCloud, planFor, provisionIn } from "../cloud.fixture.ts";
import { firewalls, primaryIps, servers, sshKeys, volumes } from "../client/resource-types.ts";
import { askMarket } from "../market.ts";
import { observe } from "../observe.ts";
import { adopting } from "./adopt.ts";
import { refusalsOf } from "./approve.ts";
import { budgetRefusals, costOfPlan, withinBudget } from "./budget.ts";
import { plan, wantedOf } from "./plan.ts";
import type { Plan } from "./step.ts";

const open = () => openCloud({ speed: Infinity });
const changes = ({ steps }: Plan): string[] => steps.filter(({ action }) => action !== "nothing").map(({ id }) => id);
const stepOf = (made: Plan, id: string) => made.steps.find((step) => step.id === id);
const codes = (made: Plan): string[] =>
  refusalsOf(made, { allow: new Set(), protection: "off" }).map(({ code }) => code);

describe("a plan for what is there already", () => {
  it("changes in place what can be changed in place", async () => {
    await using cloud = await open();
    await provisionIn(cloud, declaredOf(environment({ volumes: [{ name: "data", sizeGB: 10 }] })));
    const made = await planFor(
      declaredOf(
        environment({
          volumes: [{ name: "data", sizeGB: 20 }],
          sshFrom: ["203.0.113.0/24"],
          protection: true,
          placementGroup: true,
          types: ["cx33"],
        }),
      ),
      cloud,
    );
    expect(changes(made)).toEqual([
      "update firewall dev-firewall",
      "create placement group dev-placement-group",
      "update volume dev-volume-data",
      "update primary ip dev-server-1-ipv4",
      "update primary ip dev-server-1-ipv6",
      "update server dev-server-1",
    ]);
    expect(stepOf(made, "update firewall dev-firewall")?.why).toBe(
      "tcp 22 from 0.0.0.0/0, ::/0 closes, tcp 22 from 203.0.113.0/24 opens",
    );
    expect(stepOf(made, "update server dev-server-1")).toMatchObject({
      why: expect.stringContaining("cx23 is no longer listed: cx33 takes its place; restarts"),
      cost: { before: expect.any(Number), after: expect.any(Number) },
    });
    expect(codes(made)).toEqual([]);
  });

  it("leaves a server of any listed type alone", async () => {
    await using cloud = await open();
    await provisionIn(cloud, declaredOf(environment({ types: ["cpx22"] })));
    expect(changes(await planFor(declaredOf(environment({ types: ["cx23", "cpx22"] })), cloud))).toEqual([]);
  });

  it("says what a replacement loses, and is refused", async () => {
    await using cloud = await open();
    await provisionIn(cloud, declaredOf(environment({ volumes: [{ name: "data", sizeGB: 20 }] })));
    const made = await planFor(
      declaredOf(environment({ image: "debian-13", volumes: [{ name: "data", sizeGB: 10 }], publicIPv4: false })),
      cloud,
    );
    expect(made.steps.flatMap(({ destroys }) => destroys ?? [])).toEqual([
      "the disk of dev-server-1: the cluster's database and all local volumes",
      "everything on volume dev-volume-data (20 GB)",
      expect.stringMatching(/^the address [\d.]+, which may be in DNS$/),
    ]);
    expect(new Set(codes(made))).toEqual(new Set(["SLW-HETZNER-LOSS"]));
    expect(refusalsOf(made, { allow: new Set(["destroy"]), protection: "off" })).toEqual([]);
  });

  it("does not delete what is protected, whatever else is allowed", async () => {
    await using cloud = await open();
    await provisionIn(cloud, declaredOf(environment({ protection: true })));
    const made = await planFor(declaredOf(environment({ protection: true, image: "debian-13" })), cloud);
    const refusals = refusalsOf(made, { allow: new Set(["destroy"]), protection: "on" });
    expect(refusals.map(({ code }) => code)).toEqual(["SLW-HETZNER-PROTECTED"]);
  });

  it("knows a resource again that somebody has renamed", async () => {
    await using cloud = await open();
    const declared = declaredOf(environment());
    await provisionIn(cloud, declared);
    const [server] = await cloud.client.list(servers, {}, never);
    await cloud.client.update(servers, server?.id ?? 0, { name: "something-else", labels: server?.labels }, never);
    expect(changes(await planFor(declared, cloud))).toEqual(["update server dev-server-1"]);
    await provisionIn(cloud, declared);
    expect(await cloud.client.list(servers, {}, never)).toMatchObject([{ id: server?.id, name: "dev-server-1" }]);
  });

  it("switches a server on that is off", async () => {
    await using cloud = await open();
    const declared = declaredOf(environment());
    await provisionIn(cloud, declared);
    const [server] = await cloud.client.list(servers, {}, never);
    await cloud.client.act(servers, server?.id ?? 0, "poweroff", {}, never);
    const made = await planFor(declared, cloud);
    expect(stepOf(made, "update server dev-server-1")?.why).toBe("it is off, and billed all the same");
  });
});

describe("what somebody else made", () => {
  it("is refused when its name is needed, and taken over when that is allowed", async () => {
    await using cloud = await open();
    const { resource } = await cloud.client.create(firewalls, { name: "dev-firewall", rules: [] }, never);
    const declared = declaredOf(environment());
    expect(codes(await planFor(declared, cloud))).toEqual(["SLW-HETZNER-FOREIGN"]);
    const market = await askMarket(cloud.client, { now: cloud.clock.now(), source: "test" }, never);
    const observed = await observe(cloud.client, wantedOf(declared), never);
    const made = plan(declared, adopting(declared, observed), market);
    expect(stepOf(made, "update firewall dev-firewall")?.operations).toMatchObject([
      { do: "label", labels: { "slipway.dev/environment": "dev" } },
      { do: "set rules" },
    ]);
    expect(made.known).toContainEqual({ kind: "firewall", name: "dev-firewall", id: resource.id });
  });

  it("is refused too when it is the same Environment of another repository", async () => {
    await using cloud = await open();
    await provisionIn(cloud, declaredOf(environment(), "shop-0123456789ab"));
    const other = await planFor(declaredOf(environment(), "blog-ba9876543210"), cloud);
    expect(new Set(other.refusals.map(({ code }) => code))).toEqual(new Set(["SLW-HETZNER-FOREIGN"]));
    expect(other.refusals).toHaveLength(4);
  });

  it("is used and left alone when it is the same SSH key", async () => {
    await using cloud = await open();
    const { publicKey } = declaredOf(environment()).sshKey;
    await cloud.client.create(sshKeys, { name: "mine", public_key: publicKey }, never);
    await provisionIn(cloud, declaredOf(environment()));
    expect(await cloud.client.list(sshKeys, {}, never)).toMatchObject([{ name: "mine", labels: {} }]);
  });
});

describe("stock and budget", () => {
  it("goes down the list of types, then of locations, and reports every attempt", async () => {
    await using cloud = await open();
    cloud.emulator.faults.add({ fault: "stock-out", serverType: "cx23", times: 2 });
    cloud.emulator.faults.add({
      fault: "stock-out",
      serverType: "cax11",
      location: "nbg1",
      times: 1,
      code: "placement_error",
    });
    const attempts: string[] = [];
    await provisionIn(cloud, declaredOf(environment()), {
      report: (event) => event.kind === "attempt" && attempts.push(`${event.placement}: ${event.outcome}`),
    });
    expect(attempts).toEqual([
      "cx23 in nbg1: sold out (resource_unavailable)",
      "cx23 in fsn1: sold out (resource_unavailable)",
      "cax11 in nbg1: sold out (placement_error)",
      "cax11 in fsn1: in stock",
    ]);
    expect(await cloud.client.list(servers, {}, never)).toMatchObject([{ type: "cax11", location: "fsn1" }]);
    const addresses = await cloud.client.list(primaryIps, {}, never);
    expect(addresses.map(({ location }) => location)).toEqual(["fsn1", "fsn1"]);
  });

  it("passes over what the API says is sold out before it orders", async () => {
    await using cloud = await open();
    cloud.emulator.faults.add({ fault: "stock-out", serverType: "cx23", times: null });
    const made = await planFor(declaredOf(environment()), cloud);
    expect(made.placements).toEqual({ "dev-server-1": { type: "cax11", location: "nbg1" } });
    expect(made.notes).toEqual(["dev-server-1: sold out just now: cx23 in nbg1, cx23 in fsn1"]);
  });

  it("keeps a server where its kept address is, unless losing it is allowed", async () => {
    await using cloud = await open();
    const declared = declaredOf(environment());
    await provisionIn(cloud, declared);
    const [server] = await cloud.client.list(servers, {}, never);
    await cloud.client.delete(servers, server?.id ?? 0, never);
    cloud.emulator.faults.add({ fault: "stock-out", location: "nbg1", times: null });
    const made = await planFor(declared, cloud);
    expect(made.notes.at(-1)).toMatch(/can only be used in nbg1$/);
    await expect(provisionIn(cloud, declared)).rejects.toMatchObject({
      code: "SLW-HETZNER-STOCK",
      message: expect.stringMatching(/cx23 in fsn1: not tried, it would lose the address .*--allow-destroy/),
    });
    await provisionIn(cloud, declared, { allow: ["destroy"] });
    expect(await cloud.client.list(servers, {}, never)).toMatchObject([{ location: "fsn1" }]);
  });

  it("never moves a volume that has data", async () => {
    await using cloud = await open();
    const declared = declaredOf(environment({ volumes: [{ name: "data", sizeGB: 10 }] }));
    await provisionIn(cloud, declared);
    const [server] = await cloud.client.list(servers, {}, never);
    await cloud.client.delete(servers, server?.id ?? 0, never);
    cloud.emulator.faults.add({ fault: "stock-out", location: "nbg1", times: null });
    await expect(provisionIn(cloud, declared, { allow: ["destroy"] })).rejects.toMatchObject({
      code: "SLW-HETZNER-STOCK",
    });
    expect(await cloud.client.list(volumes, {}, never)).toMatchObject([{ location: "nbg1" }]);
  });

  it("refuses a month over the budget, and marks fallbacks that would be", async () => {
    await using cloud = await open();
    const cheap = environment({ types: ["cx23", "cpx32"] }, { budget: { monthlyEUR: 7 } });
    const market = await askMarket(cloud.client, { now: cloud.clock.now(), source: "test" }, never);
    const made = withinBudget(await planFor(declaredOf(cheap), cloud), cheap, market);
    expect(budgetRefusals(costOfPlan(made, cheap, market))).toEqual([]);
    const [order] = stepOf(made, "create server dev-server-1")?.operations ?? [];
    const candidates = order?.do === "create server" ? order.order.candidates : [];
    expect(candidates.map(({ type, over }) => `${type} ${over ?? "within"}`)).toEqual([
      "cx23 within",
      "cx23 within",
      "cpx32 budget",
      "cpx32 budget",
    ]);
    const dear = environment({ types: ["cpx32"] }, { budget: { monthlyEUR: 7 } });
    const refused = budgetRefusals(costOfPlan(await planFor(declaredOf(dear), cloud), dear, market));
    expect(refused).toMatchObject([{ code: "SLW-HETZNER-BUDGET" }]);
  });

  it("says why no type of the list can be had", async () => {
    await using cloud = await open();
    const made = await planFor(declaredOf(environment({ types: ["cx11", "cpx11"] })), cloud);
    expect(made.refusals).toMatchObject([
      { code: "SLW-HETZNER-OFFER", message: expect.stringContaining("cx11 in nbg1: there is no such type") },
    ]);
  });
});

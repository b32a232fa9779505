import { describe, expect, it } from "vitest";
import { declaredOf, environment, openCloud, planFor, provisionIn } from "./cloud.fixture.ts";

const actionsOf = (plan: { steps: { action: string; id: string }[] }): string[] =>
  plan.steps.filter(({ action }) => action !== "nothing").map(({ id }) => id);

describe("provisioning at Hetzner", () => {
  it("makes everything once, and a second plan is empty", async () => {
    await using cloud = await openCloud();
    const declared = declaredOf(
      environment({ volumes: [{ name: "data", sizeGB: 10 }], placementGroup: true, network: {} }),
    );
    const first = await provisionIn(cloud, declared);
    expect(actionsOf(first)).toEqual([
      "create ssh key dev-ssh-key",
      "create firewall dev-firewall",
      "create network dev-network",
      "create placement group dev-placement-group",
      "create volume dev-volume-data",
      "create primary ip dev-server-1-ipv4",
      "create primary ip dev-server-1-ipv6",
      "create server dev-server-1",
    ]);
    expect(actionsOf(await planFor(declared, cloud))).toEqual([]);
  });

  it("makes three servers and agents", async () => {
    await using cloud = await openCloud();
    const declared = declaredOf(environment({ count: 3, protection: true }, { agents: { count: 2 } }));
    await provisionIn(cloud, declared);
    expect(actionsOf(await planFor(declared, cloud))).toEqual([]);
  });
});

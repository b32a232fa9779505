import { describe, expect, it } from "vitest";
import { type Cloud, declaredOf, environment, never, openCloud, provisionIn } from "./hetzner/cloud.fixture.ts";
import { addForeign, everything, touched } from "./hetzner/converge.fixture.ts";
import { loadBalancers, servers, volumes } from "./hetzner/client/resource-types.ts";
import type { Environment } from "./environment/schema.ts";
import { sweep, type SweepOptions } from "./sweep.ts";
import { teardown, type TeardownOptions } from "./teardown.ts";

const quiet = { debug: () => undefined, info: () => undefined, warning: () => undefined };
const portsOf = ({ clock }: Cloud) => ({
  fetch,
  clock,
  random: () => 0.5,
  log: quiet,
  signal: never,
  onPlan: () => undefined,
  onFound: () => undefined,
  onWait: () => undefined,
  report: () => undefined,
});
const accessOf = ({ emulator }: Cloud) => ({ token: "emulator", endpoint: emulator.url });

const tearDown = (cloud: Cloud, of: Environment, options: Partial<TeardownOptions> = {}) =>
  teardown({ environment: of, access: accessOf(cloud), mode: "apply", keep: [], ...options }, portsOf(cloud));
const sweepIn = (cloud: Cloud, options: Partial<SweepOptions> = {}) =>
  sweep({ access: accessOf(cloud), mode: "list", environments: [], repository: "shop", ...options }, portsOf(cloud));

/** What a cloud controller and a CSI driver make for the cluster of the first server that carries our labels. */
async function controllersWork(cloud: Cloud): Promise<void> {
  const { client } = cloud;
  const [server] = await client.list(servers, { label_selector: "slipway.dev/environment=dev" }, never);
  await client.create(
    loadBalancers,
    {
      name: "a-service",
      load_balancer_type: "lb11",
      location: "nbg1",
      algorithm: { type: "round_robin" },
      labels: { "hcloud-ccm/service-uid": "1" },
      targets: [{ type: "server", server: { id: server?.id } }],
    },
    never,
  );
  await client.create(
    volumes,
    {
      name: "pvc-1",
      size: 10,
      server: server?.id,
      labels: { "managed-by": "csi-driver", "pvc-namespace": "preview-7" },
    },
    never,
  );
  // Until both are there.
  cloud.emulator.clock.advance(60_000);
}

const spec = { volumes: [{ name: "data", sizeGB: 10 }], network: {}, placementGroup: true };

describe("tearing an Environment down", () => {
  it("deletes everything that it has and that controllers made for it, and nothing else", async () => {
    await using cloud = await openCloud({ speed: 20 });
    await addForeign(cloud);
    cloud.emulator.clock.advance(60_000);
    const foreign = await everything(cloud);
    await provisionIn(cloud, declaredOf(environment(spec)));
    await controllersWork(cloud);
    cloud.emulator.requests.splice(0);
    const { plan } = await tearDown(cloud, environment(spec));
    expect(plan.steps.filter(({ action }) => action === "delete").map(({ on }) => on.kind)).toEqual([
      "load balancer",
      "server",
      "volume",
      "volume",
      "primary ip",
      "primary ip",
      "network",
      "placement group",
      "firewall",
      "ssh key",
    ]);
    expect(cloud.emulator.requests.some(({ path }) => path.includes("poweroff") || path.includes("shutdown"))).toBe(
      false,
    );
    expect(await everything(cloud)).toEqual(foreign);
    expect(touched(cloud.emulator.requests, foreign)).toEqual([]);
  });

  it("keeps addresses and volumes, with which the next server comes back", async () => {
    await using cloud = await openCloud({ speed: 20 });
    await provisionIn(cloud, declaredOf(environment(spec)));
    const before = (await everything(cloud)).filter(({ kind }) => kind === "primary ip" || kind === "volume");
    const { kept } = await tearDown(cloud, environment(spec), { keep: ["primary-ip", "volumes"] });
    expect(new Set(kept.map(({ resource }) => resource.id))).toEqual(new Set(before.map(({ id }) => id)));
    await provisionIn(cloud, declaredOf(environment(spec)));
    const after = (await everything(cloud)).map(({ path }) => path);
    expect(after).toEqual(expect.arrayContaining(before.map(({ path }) => path)));
  });

  it("wants the name of a protected Environment typed", async () => {
    await using cloud = await openCloud({ speed: 20 });
    const guarded = environment({ protection: true });
    await provisionIn(cloud, declaredOf(guarded));
    const before = await everything(cloud);
    await expect(tearDown(cloud, guarded)).rejects.toMatchObject({ code: "SLW-HETZNER-PROTECTED" });
    await expect(tearDown(cloud, guarded, { confirm: "prod" })).rejects.toMatchObject({
      code: "SLW-HETZNER-PROTECTED",
    });
    expect(await everything(cloud)).toEqual(before);
    await tearDown(cloud, guarded, { confirm: "dev" });
    expect(await everything(cloud)).toEqual([]);
  });

  it("only says what it would do when it is asked for a plan", async () => {
    await using cloud = await openCloud({ speed: 20 });
    await provisionIn(cloud, declaredOf(environment()));
    const before = await everything(cloud);
    await tearDown(cloud, environment(), { mode: "plan" });
    expect(await everything(cloud)).toEqual(before);
  });

  it("tries for a while and then fails where Hetzner does not let go, and a rerun finishes", async () => {
    await using cloud = await openCloud({ speed: 20 });
    await provisionIn(cloud, declaredOf(environment()));
    cloud.emulator.faults.add({
      fault: "error",
      code: "resource_in_use",
      method: "DELETE",
      path: "/firewalls/*",
      times: null,
    });
    await expect(tearDown(cloud, environment())).rejects.toMatchObject({ apiCode: "resource_in_use" });
    cloud.emulator.faults.clear();
    await tearDown(cloud, environment());
    expect(await everything(cloud)).toEqual([]);
  });
});

describe("sweeping a project", () => {
  it("deletes what no file declares any more, and leaves what is in use or another repository's", async () => {
    await using cloud = await openCloud({ speed: 20 });
    await provisionIn(cloud, declaredOf(environment(), "shop"));
    await provisionIn(cloud, declaredOf(environment({}, {}, "gone"), "shop"));
    await provisionIn(cloud, declaredOf(environment({}, {}, "theirs"), "blog"));
    const options = { environments: [environment()] };
    const { found, orphans } = await sweepIn(cloud, options);
    expect(new Set(orphans.map(({ environment: name }) => name))).toEqual(new Set(["gone"]));
    expect(orphans.reduce((sum, { monthly = 0 }) => sum + monthly, 0)).toBeGreaterThan(5_000_000);
    expect(found.filter(({ verdict }) => verdict === "another repository's").length).toBeGreaterThan(3);
    await sweepIn(cloud, { ...options, mode: "delete" });
    const names = (await everything(cloud)).map(({ labels }) => labels["slipway.dev/environment"]);
    expect(new Set(names)).toEqual(new Set(["dev", "theirs"]));
  });

  it("finds what controllers made for a cluster that is gone, once a sweep has seen it while it ran", async () => {
    await using cloud = await openCloud({ speed: 20 });
    await provisionIn(cloud, declaredOf(environment(), "shop"));
    await controllersWork(cloud);
    const options = { environments: [environment()] };
    const { orphans } = await sweepIn(cloud, { ...options, mode: "delete" });
    expect(orphans).toEqual([]);
    const [server] = await cloud.client.list(servers, {}, never);
    await cloud.client.delete(servers, server?.id ?? 0, never);
    cloud.emulator.clock.advance(60_000);
    const later = await sweepIn(cloud, options);
    expect(later.orphans.map(({ resource }) => resource.name)).toEqual(["a-service", "pvc-1"]);
  });

  it("takes a closed preview's volume for an orphan, and an open one's not", async () => {
    await using cloud = await openCloud({ speed: 20 });
    await provisionIn(cloud, declaredOf(environment(), "shop"));
    await controllersWork(cloud);
    await sweepIn(cloud, { environments: [environment()], mode: "delete" });
    const [volume] = await cloud.client.list(volumes, { name: "pvc-1" }, never);
    await cloud.client.act(volumes, volume?.id ?? 0, "detach", {}, never);
    cloud.emulator.clock.advance(60_000);
    const orphansWith = async (open: string[]): Promise<string[]> =>
      (await sweepIn(cloud, { environments: [environment()], previews: { prefix: "preview-", open } })).orphans.map(
        ({ resource }) => resource.name,
      );
    expect(await orphansWith(["preview-7"])).toEqual([]);
    expect(await orphansWith([])).toEqual(["pvc-1"]);
  });

  it("says of a load balancer of some unknown cluster that it cannot tell, and leaves it", async () => {
    await using cloud = await openCloud({ speed: 20 });
    const labels = { "hcloud-ccm/service-uid": "2" };
    const body = {
      name: "whose",
      load_balancer_type: "lb11",
      location: "nbg1",
      algorithm: { type: "round_robin" },
      labels,
    };
    await cloud.client.create(loadBalancers, body, never);
    const { found } = await sweepIn(cloud, { mode: "delete" });
    expect(found).toMatchObject([{ verdict: "unclear", resource: { name: "whose" } }]);
    expect(await cloud.client.list(loadBalancers, {}, never)).toHaveLength(1);
  });
});

import { describe, expect, it } from "vitest";
import { hour, publicKey, startTrial } from "./testing/client.ts";

const rule = { direction: "in", protocol: "tcp", port: "22", source_ips: ["0.0.0.0/0"] };

describe("the API's rules", () => {
  it("a token opens its own project only, and one for reading changes nothing", async () => {
    await using trial = await startTrial({
      tokens: { a: { project: "one" }, b: { project: "two" }, r: { project: "one", access: "read" } },
    });
    await trial.call("POST", "/ssh_keys", { name: "key", public_key: publicKey(1) }, "a");
    const count = async (token: string) =>
      (await trial.call("GET", "/ssh_keys", undefined, token)).body["ssh_keys"].length;
    expect([await count("a"), await count("b"), await count("r")]).toEqual([1, 0, 1]);
    expect(await trial.refusal("POST", "/ssh_keys", { name: "x", public_key: publicKey(2) }, "r")).toBe(
      "token_readonly",
    );
    expect(await trial.refusal("GET", "/ssh_keys", undefined, "constructor")).toBe("unauthorized");
  });

  it("errors name every field that is wrong", async () => {
    await using trial = await startTrial();
    const { status, body } = await trial.call("POST", "/servers", {
      name: "no host name",
      labels: { "hetzner.cloud/a": "b" },
    });
    expect(status).toBe(422);
    expect(body["error"].code).toBe("invalid_input");
    expect(body["error"].details.fields).toEqual([
      { name: "name", messages: ["must be a valid hostname (RFC 1123)"] },
      { name: "server_type", messages: ["is missing"] },
      { name: "image", messages: ["is missing"] },
      { name: "labels", messages: ["the prefix hetzner.cloud/ is reserved"] },
    ]);
  });

  it("JSON that is none, and paths that are none, are told so", async () => {
    await using trial = await startTrial();
    const answer = await fetch(`${trial.emulator.url}/servers`, {
      method: "POST",
      headers: { Authorization: "Bearer emulator" },
      body: "{",
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: "json_error" } });
    expect(await trial.refusal("GET", "/zones")).toBe("not_found");
    expect(await trial.refusal("GET", "/datacenters")).toBe("deprecated_api_endpoint");
  });

  it("user data has 32 KiB, in bytes", async () => {
    await using trial = await startTrial();
    const server = { name: "web", server_type: "cx23", image: "debian-12", location: "nbg1" };
    expect(await trial.refusal("POST", "/servers", { ...server, user_data: "ä".repeat(16 * 1024 + 1) })).toBe(
      "invalid_input",
    );
    expect((await trial.call("POST", "/servers", { ...server, user_data: "ä".repeat(16 * 1024) })).status).toBe(201);
  });

  it("a firewall has 50 rules of 100 networks, and a server 5 firewalls", async () => {
    await using trial = await startTrial();
    const make = (rules: unknown[], name = "wall") =>
      trial.refusal("POST", "/firewalls", { name, rules }).catch(() => "made");
    expect(await make(Array.from({ length: 51 }, () => rule))).toBe("invalid_input");
    expect(await make([{ ...rule, source_ips: Array.from({ length: 101 }, (_, n) => `10.0.${n}.0/24`) }])).toBe(
      "invalid_input",
    );
    expect(await make([{ ...rule, protocol: "icmp" }])).toBe("invalid_input");
    expect(
      await make(
        Array.from({ length: 50 }, () => rule),
        "wall-0",
      ),
    ).toBe("made");
    const id = await trial.server("web");
    const apply = (firewall: number) =>
      trial.call("POST", `/firewalls/${firewall}/actions/apply_to_resources`, {
        apply_to: [{ type: "server", server: { id } }],
      });
    const statuses = [];
    for (let n = 1; n <= 6; n += 1) {
      const { body } = await trial.call("POST", "/firewalls", { name: `wall-${n}`, rules: [] });
      statuses.push((await apply(body["firewall"].id)).status);
    }
    expect(statuses).toEqual([201, 201, 201, 201, 201, 403]);
  });

  it("a label selector finds a server some seconds after its labels match", async () => {
    await using trial = await startTrial();
    const id = await trial.server("web");
    const { body } = await trial.call("POST", "/firewalls", {
      name: "wall",
      apply_to: [{ type: "label_selector", label_selector: { selector: "tier=web" } }],
    });
    const found = async () =>
      (await trial.call("GET", `/firewalls/${body["firewall"].id}`)).body["firewall"].applied_to[0].applied_to_resources
        .length;
    trial.wait(hour);
    await trial.call("PUT", `/servers/${id}`, { labels: { tier: "web" } });
    expect(await found()).toBe(0);
    trial.wait(5000);
    expect(await found()).toBe(1);
    expect((await trial.call("GET", `/servers/${id}`)).body["server"].public_net.firewalls).toEqual([
      { id: body["firewall"].id, status: "applied" },
    ]);
  });

  it("a change of a network keeps others away with conflict, of a server with locked", async () => {
    await using trial = await startTrial();
    const { body } = await trial.call("POST", "/networks", { name: "inside", ip_range: "10.0.0.0/16" });
    const { id } = body["network"];
    const subnet = (third: number) => ({ type: "cloud", network_zone: "eu-central", ip_range: `10.0.${third}.0/24` });
    await trial.call("POST", `/networks/${id}/actions/add_subnet`, subnet(1));
    expect(await trial.refusal("POST", `/networks/${id}/actions/add_subnet`, subnet(2))).toBe("conflict");
    trial.wait(hour);
    expect((await trial.call("POST", `/networks/${id}/actions/add_subnet`, subnet(2))).status).toBe(201);
    const server = await trial.server("web");
    await trial.call("POST", `/servers/${server}/actions/reboot`);
    expect((await trial.call("GET", `/servers/${server}`)).body["server"].locked).toBe(true);
    expect(await trial.refusal("POST", `/servers/${server}/actions/poweroff`)).toBe("locked");
  });

  it("limits of a project are kept, 30 snapshots among them", async () => {
    await using trial = await startTrial({ limits: { ssh_keys: 1 } });
    await trial.call("POST", "/ssh_keys", { name: "one", public_key: publicKey(1) });
    expect(await trial.refusal("POST", "/ssh_keys", { name: "two", public_key: publicKey(2) })).toBe(
      "resource_limit_exceeded",
    );
    const id = await trial.server("web");
    const statuses = [];
    for (let n = 0; n < 31; n += 1) {
      statuses.push((await trial.call("POST", `/servers/${id}/actions/create_image`)).status);
      trial.wait(hour);
    }
    expect(statuses).toEqual([...Array.from({ length: 30 }, () => 201), 403]);
  });

  it("a server that cannot be made leaves nothing half done", async () => {
    await using trial = await startTrial();
    const { body } = await trial.call("POST", "/networks", { name: "empty", ip_range: "10.0.0.0/16" });
    const wanted = {
      name: "web",
      server_type: "cx23",
      image: "debian-12",
      location: "nbg1",
      networks: [body["network"].id],
    };
    expect(await trial.refusal("POST", "/servers", wanted)).toBe("no_subnet_available");
    expect((await trial.call("GET", "/primary_ips")).body["primary_ips"]).toEqual([]);
    expect(trial.emulator.billing.open()).toEqual([]);
  });

  it("a released address is not given out again at once", async () => {
    await using trial = await startTrial();
    const address = async (name: string) => {
      const id = await trial.server(name);
      const { ip } = (await trial.call("GET", `/servers/${id}`)).body["server"].public_net.ipv4;
      await trial.call("DELETE", `/servers/${id}`);
      trial.wait(hour);
      return ip;
    };
    expect(await address("one")).not.toBe(await address("two"));
  });
});

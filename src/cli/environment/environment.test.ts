import { describe, expect, it } from "vitest";
import { environmentText } from "../../environment/environment.fixture.ts";
import { SlipwayError } from "../../model/error.ts";
import { createFolder } from "../../tree/testing/repository.ts";
import type { Terminal } from "../terminal.ts";
import { checkEnvironmentCommand } from "./check.ts";
import { costOfEnvironment } from "./cost.ts";
import type { EnvironmentOptions } from "./options.ts";
import { showEnvironment } from "./show.ts";

const bootstrap = "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: root }\n";
const sleep =
  '  sleep: { timezone: Europe/Berlin, up: "07:30", down: "20:00", days: [mon, tue, wed, thu, fri] }\n  backup: { schedule: "0 16 * * 1-5", keep: { daily: 7 } }\n';
const lists = { server: "provider: hetzner, locations: [nbg1], types: [cx33, cpx32]" };
const good = environmentText(`${sleep}  budget: { monthlyEUR: 12 }\n`, lists);

type Command = (name: string | undefined, options: EnvironmentOptions, terminal: Terminal) => Promise<number>;

async function run(
  command: Command,
  files: Record<string, string>,
  { name, format = "text" }: { name?: string; format?: "text" | "json" } = {},
): Promise<{ exitCode: number; text: string }> {
  using folder = createFolder({ "argocd/root.yaml": bootstrap, ...files });
  let text = "";
  const out = (piece: string): void => void (text += piece);
  const terminal = { out, err: () => undefined, width: 100, colour: false, live: false, env: {} };
  return { exitCode: await command(name, { root: folder.root, format }, terminal), text };
}

async function refusal(...[command, files, options]: Parameters<typeof run>): Promise<SlipwayError> {
  try {
    await run(command, files, options);
  } catch (error) {
    if (error instanceof SlipwayError) return error;
  }
  throw new Error("nothing was refused");
}

describe("slipway env check", () => {
  it("shows each mistake at its line, and exits with 1", async () => {
    const bad = environmentText("  budget: { monthlyEur: 12 }\n", {
      server: "provider: hetzner, locations: [nbg1], types: [cx]",
    });
    const { exitCode, text } = await run(checkEnvironmentCommand, { "environments/dev.yaml": bad });
    expect(exitCode).toBe(1);
    expect(text)
      .toBe(`environments/dev.yaml:6:59 error environment/invalid spec.server.types[0] is "cx": a server type looks like cx23
    6 │   server: { provider: hetzner, locations: [nbg1], types: [cx] }
      │                                                           ^

environments/dev.yaml:9:11 error environment/invalid spec.budget.monthlyEUR is missing
    9 │   budget: { monthlyEur: 12 }
      │           ^
    → Most that a month may cost, in euros net of VAT.

environments/dev.yaml:9:13 error environment/invalid spec.budget has no field "monthlyEur"
    9 │   budget: { monthlyEur: 12 }
      │             ^
    → Did you mean monthlyEUR?

1 Environment: dev · 3 errors
`);
  });

  it("exits with 0 when only notices are left", async () => {
    const { exitCode, text } = await run(checkEnvironmentCommand, { "environments/dev.yaml": good });
    expect(exitCode).toBe(0);
    expect(text).toMatch(/environment\/budget With cpx32, tried when cx33 is out of stock/);
    expect(text).toMatch(/1 Environment: dev · 1 notice\n$/);
  });

  it("says so when nothing is wrong, also in JSON", async () => {
    const files = { "environments/dev.yaml": environmentText("") };
    expect(await run(checkEnvironmentCommand, files)).toEqual({
      exitCode: 0,
      text: "1 Environment: dev · nothing is wrong\n",
    });
    const { text } = await run(checkEnvironmentCommand, files, { format: "json" });
    expect(JSON.parse(text)).toEqual({
      version: 1,
      environments: [{ name: "dev", file: "environments/dev.yaml", valid: true }],
      findings: [],
    });
  });

  it("heeds slipway.yaml and comments that give a reason", async () => {
    const mixed = { server: "provider: hetzner, locations: [nbg1], types: [cx33, cax21]" };
    const off = {
      "environments/dev.yaml": environmentText("", mixed),
      "slipway.yaml": 'rules: { "environment/*": off }\n',
    };
    expect((await run(checkEnvironmentCommand, off)).text).toContain("nothing is wrong");
    const comment = environmentText("", mixed).replace(
      /( types: .*)/,
      "$1 # slipway-ignore environment/architecture: built for both",
    );
    expect((await run(checkEnvironmentCommand, { "environments/dev.yaml": comment })).text).toContain(
      "nothing is wrong",
    );
  });

  it("names the closest when there is no such Environment, and says where they are looked for", async () => {
    const files = { "environments/dev.yaml": environmentText("") };
    expect(await refusal(checkEnvironmentCommand, files, { name: "dve" })).toMatchObject({
      code: "SLW-USAGE",
      message: 'There is no Environment "dve"',
      hint: "Did you mean dev? There is: dev",
    });
    expect((await refusal(checkEnvironmentCommand, {})).hint).toContain("manifests/environments/dev.yaml");
  });
});

describe("slipway env show", () => {
  it("prints YAML that says what is a default, and refuses what is not valid", async () => {
    const { text } = await run(showEnvironment, { "environments/dev.yaml": good });
    expect(text).toMatch(/^# environments\/dev\.yaml, with defaults\napiVersion: slipway\.dev\/v1alpha1\n/);
    expect(text).toContain("    count: 1 # default\n");
    const error = await refusal(showEnvironment, { "environments/dev.yaml": environmentText("  wrong: 1\n") });
    expect(error.code).toBe("SLW-CONFIG");
    expect(error.message).toBe(
      'Environment dev is not valid\n  environments/dev.yaml:9:3 spec has no field "wrong"\n    It has: server, agents, kubernetes, argocd, sleep, backup, previews, budget',
    );
  });

  it("prints one Environment, or all of them, as JSON", async () => {
    const files = { "environments/dev.yaml": good, "environments/two.yaml": environmentText("", { name: "two" }) };
    const names = async (name?: string): Promise<unknown> =>
      JSON.parse((await run(showEnvironment, files, { format: "json", ...(name !== undefined && { name }) })).text);
    expect(await names("two")).toMatchObject({ metadata: { name: "two" } });
    expect(await names()).toMatchObject([{ metadata: { name: "dev" } }, { metadata: { name: "two" } }]);
  });
});

describe("slipway env cost", () => {
  it("prints what everything costs, what sleep saves, and where the prices are from", async () => {
    const { exitCode, text } = await run(costOfEnvironment, { "environments/dev.yaml": good });
    expect(exitCode).toBe(0);
    expect(text).toBe(`dev, awake 07:30–20:00 on mon–fri (Europe/Berlin)

                            hourly  hours  a month  always on
  server    cx33 in nbg1  € 0.0136  282.8   € 3.85     € 8.49
  address   IPv4 address  € 0.0008    all   € 0.50     € 0.50
  together                € 0.0144          € 4.35     € 8.99

  Sleep saves € 4.64 a month (52 %); the dearest month, July 2026, costs € 4.57
  Within the budget of € 12.00: 38 % of it is used
  Out of stock? Then cpx32 € 16.59, over the budget

  · Hours round up: each time it comes back, the last hour counts in full
  · A server that is only powered off costs as much as one that runs: to sleep it is deleted
  · Its address is kept while it sleeps, so that DNS stays
  · Prices are those for new orders: a server from before a rise can be cheaper when it is left on
  · Outgoing traffic: 20 TB a month are included, then € 1.00 for each

Euros, net of VAT, with prices of 2026-11-30 for new orders; an average month of that year.
Source: https://www.hetzner.com/cloud/, from tables published between August and November 2026
instead of the API.
Estimates: hourly prices are the monthly price over 624 hours, at which the provider's cap is
reached; prices of cpx11 to cpx51 in ash and hil, and of cpx12 and cpx22 in sin; included traffic
outside of Europe, load balancers beyond lb11, and the dates of deprecations.
`);
  });

  it("of a cluster that is somebody else's is nothing", async () => {
    const files = { "environments/local.yaml": environmentText("", { name: "local", server: "provider: none" }) };
    expect((await run(costOfEnvironment, files)).text).toBe(
      "local\n  The cluster is not slipway's, and so costs nothing here.\n",
    );
  });

  it("is decimal text in JSON", async () => {
    const { text } = await run(costOfEnvironment, { "environments/dev.yaml": good }, { name: "dev", format: "json" });
    expect(JSON.parse(text)).toMatchObject({
      environment: "dev",
      monthly: "4.35",
      alwaysOn: "8.99",
      budget: { limit: "12.00", isOver: false },
      lines: [
        { kind: "server", hourly: "0.013600", hours: 282.75 },
        { kind: "primary-ip", hours: null },
      ],
      unpriced: [],
    });
  });
});

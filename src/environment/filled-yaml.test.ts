import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { daysText } from "./days.ts";
import { documentOf, environmentText } from "./environment.fixture.ts";
import { filledYaml } from "./filled-yaml.ts";
import { privateNetwork } from "./network.ts";

const filled = (text: string): string => {
  const { environment, declared } = documentOf(text);
  if (environment === undefined) throw new Error("it is not valid");
  return filledYaml(environment, declared);
};

describe("an Environment with its defaults", () => {
  it("says which of its fields the file does not have", () => {
    const text = filled(environmentText(""));
    expect(text).toContain("    types: [ cx33 ]\n");
    expect(text).toContain("    image: ubuntu-24.04 # default\n");
    expect(text).toContain("    sshFrom: [ 0.0.0.0/0, ::/0 ] # default\n");
    expect(text).not.toContain("network");
  });

  it("can be used as it is, and then says the same", () => {
    const once = filled(environmentText('  sleep: { timezone: UTC, down: "20:00", up: "07:30", days: [mon] }\n'));
    expect(parse(once, { version: "1.1" })).toEqual(parse(once));
    expect(filled(once)).toBe(once.replaceAll(" # default", ""));
  });

  it("has the network that several servers imply", () => {
    const text = environmentText("  agents: { count: 1 }\n");
    expect(filled(text)).toContain("    network: { cidr: 10.0.0.0/16 } # implied by several servers\n");
    const { environment } = documentOf(text.replace("types: [cx33]", "types: [cx33], network: { cidr: 10.9.0.0/16 }"));
    expect(environment && privateNetwork(environment)).toBe("10.9.0.0/16");
  });
});

it.each([
  [["mon", "tue", "wed", "thu", "fri"], "mon–fri"],
  [["sun", "sat"], "sat, sun"],
  [["fri", "mon", "tue", "wed", "sun"], "mon–wed, fri, sun"],
  [["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "every day"],
] as const)("the days %j are %s", (days, text) => {
  expect(daysText(days)).toBe(text);
});

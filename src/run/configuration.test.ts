import { describe, expect, it } from "vitest";
import { z } from "zod";
import { SlipwayError } from "../model/error.ts";
import { openWorkingCopy } from "../tree/index.ts";
import { createFolder } from "../tree/testing/repository.ts";
import { configurationSchema, readConfiguration } from "./configuration.ts";

const read = (text: string | undefined) =>
  readConfiguration({ read: () => (text === undefined ? undefined : new TextEncoder().encode(text)) });

function refusal(text: string): SlipwayError {
  try {
    read(text);
  } catch (error) {
    if (error instanceof SlipwayError) return error;
  }
  throw new Error("was accepted");
}

describe("slipway.yaml", () => {
  it("has defaults for everything, also when it is empty or absent", () => {
    expect(read(undefined)).toMatchObject({ repository: [], schemaLocations: ["default"] });
    expect(read("")).toEqual(read(undefined));
  });

  it("takes one repository address or several", () => {
    expect(read("repository: https://example.com/a.git").repository).toEqual(["https://example.com/a.git"]);
    expect(read("repository: [a, b]").repository).toEqual(["a", "b"]);
  });

  it("names every mistake, and the line of the first", () => {
    const error = refusal('kubernetesVersion: "1.36"\npullRequests:\n  - number: -1\n    branch: x\nignored: []\n');
    expect(error.code).toBe("SLW-CONFIG");
    expect(error.message).toMatch(/^slipway\.yaml:3 is not valid/);
    expect(error.message).toContain("pullRequests.0.number");
    expect(error.message).toContain("ignored");
  });

  it("takes levels for rules and families, and names the closest for an unknown rule", () => {
    const { rules, overrides } = read(
      'rules: { "policy/*": off, policy/drain: error }\noverrides: [{ files: [a/**], rules: { "*": off } }]\n',
    );
    expect(rules).toEqual({ "policy/*": "off", "policy/drain": "error" });
    expect(overrides).toEqual([{ files: ["a/**"], rules: { "*": "off" } }]);
    const error = refusal("ignore: []\nrules:\n  policy/image-tags: off\n");
    expect(error.message).toMatch(/^slipway\.yaml:3 is not valid/);
    expect(error.message).toContain('there is no rule "policy/image-tags"; the closest is "policy/image-tag"');
    expect(refusal("rules: { policy/drain: fatal }\n").message).toContain("rules.policy/drain");
  });

  it("points at a syntax error", () => {
    expect(refusal("ignore: []\na: b\n  c: d\n").message).toMatch(/^slipway\.yaml:2 is not valid/);
  });

  it("refuses an alias bomb in words", () => {
    const levels = Array.from(
      { length: 9 },
      (_, at) => `a${at}: &a${at} [${Array(9).fill(at === 0 ? "x" : `*a${at - 1}`)}]`,
    );
    expect(refusal(levels.join("\n")).code).toBe("SLW-CONFIG");
  });

  it("that is a link out of the repository is a mistake too", async () => {
    using folder = createFolder();
    folder.link("slipway.yaml", "/etc/passwd");
    const tree = await openWorkingCopy(folder.root);
    expect(() => readConfiguration(tree)).toThrow(
      /^slipway\.yaml:1 is not valid\n {2}symbolic link .* leaves the repository/,
    );
  });

  it("has a JSON Schema for editors that is current", async () => {
    const schema = z.toJSONSchema(configurationSchema, { io: "input", target: "draft-2020-12" });
    const published = { $id: "https://slipway.dev/schemas/slipway.v1.json", title: "slipway.yaml", ...schema };
    await expect(`${JSON.stringify(published, null, 2)}\n`).toMatchFileSnapshot("../../schemas/slipway.v1.json");
  });
});

import { describe, expect, it } from "vitest";
import { rememberNothing } from "../../gitops/layout.ts";
import { memoryTree } from "../../gitops/testing/memory-tree.ts";
import type { Finding } from "../../model/finding.ts";
import { baselineJsonSchema, baselineOf, hideBaseline, readBaseline, withoutFixed } from "./baseline.ts";
import { readComments } from "./ignores.ts";
import { settle } from "./settle.ts";

const found = (rule: string, line = 2, more: Partial<Finding> = {}): Finding => ({
  rule,
  severity: "warning",
  message: `Found at line ${line}`,
  at: [{ file: "web.yaml", line, column: 1 }],
  docs: "",
  ...more,
});
const reach = { files: new Set<string>(), outside: new Set<string>() };

function settled(text: string, findings: readonly Finding[], more: { levels?: object; complete?: boolean } = {}) {
  const comments = readComments(memoryTree({ "web.yaml": text }), [], rememberNothing);
  const levels = { rules: {}, overrides: [], ...more.levels };
  const { complete = true } = more;
  const outcome = settle(findings, { levels, comments }, { reach, complete, requireSources: false });
  return { said: outcome.findings.map(({ rule, severity }) => `${severity} ${rule}`), ignored: outcome.ignored };
}

describe("what is told of what was found", () => {
  it("leaves out what a comment ignores at any of a finding's places, and counts it", () => {
    const far = found("policy/probes", 9, {
      at: [
        { file: "base.yaml", line: 1, column: 1 },
        { file: "web.yaml", line: 2, column: 1 },
      ],
    });
    const text = "a: 1\nb: 2 # slipway-ignore policy/*: because\n";
    expect(settled(text, [found("policy/image-tag"), far, found("policy/image-tag", 1)])).toEqual({
      said: ["warning policy/image-tag"],
      ignored: 2,
    });
  });

  it("ignores nothing without a reason, or for a rule that there is not", () => {
    const findings = [found("policy/image-tag")];
    const said = ["warning policy/image-tag", "warning ignore/invalid"];
    expect(settled("a: 1\nb: 2 # slipway-ignore policy/image-tag\n", findings).said).toEqual(said);
    expect(settled("a: 1\nb: 2 # slipway-ignore policy/image-tags: x\n", findings).said).toEqual(said);
  });

  it("says which comments ignore nothing, once everything was rendered", () => {
    const text = "a: 1\nb: 2 # slipway-ignore policy/image-tag: because\n";
    expect(settled(text, []).said).toEqual(["notice ignore/unused"]);
    expect(settled(text, [], { complete: false }).said).toEqual([]);
    expect(settled(text, [], { levels: { rules: { "policy/image-tag": "off" } } }).said).toEqual([]);
    expect(settled(text, [], { levels: { rules: { "ignore/unused": "error" } } }).said).toEqual([
      "error ignore/unused",
    ]);
  });

  it("gives rules the level they are to have, the exact one and the last one first", () => {
    const findings = [found("policy/image-tag"), found("policy/probes", 3), found("schema/invalid", 4)];
    const rules = { "policy/*": "off", "policy/probes": "error" } as const;
    expect(settled("", findings, { levels: { rules } }).said).toEqual([
      "error policy/probes",
      "warning schema/invalid",
    ]);
    const overrides = [
      { files: ["**/web.yaml"], rules: { "*": "off" } },
      { files: ["*.yaml"], rules: { "schema/*": "notice" } },
    ] as const;
    expect(settled("", findings, { levels: { rules, overrides } }).said).toEqual(["notice schema/invalid"]);
  });
});

describe("the baseline", () => {
  const resource = { apiVersion: "apps/v1", kind: "Deployment", namespace: "web", name: "web" };
  const before = [found("schema/invalid", 4, { resource, path: "spec.replicas" }), found("yaml/duplicate-key", 7)];

  it("hides what was there before, on whatever line it is now, and no more of it", () => {
    const moved = [found("schema/invalid", 14, { resource, path: "spec.replicas" }), found("yaml/duplicate-key", 17)];
    const second = found("yaml/duplicate-key", 30);
    expect(hideBaseline(moved, baselineOf(before), true)).toEqual({ findings: [], about: [], baselined: 2 });
    expect(hideBaseline([...moved, second], baselineOf(before), true).findings).toEqual([second]);
  });

  it("says what is fixed, and loses it on an update, without taking in what is new", () => {
    const now = [before[0]!, found("policy/probes")];
    const { about } = hideBaseline(now, baselineOf(before), true);
    expect(about.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      "baseline/fixed 1 of the findings in the baseline is no longer there",
    ]);
    expect(hideBaseline(now, baselineOf(before), false).about).toEqual([]);
    expect(withoutFixed(baselineOf(before), now)).toEqual(baselineOf([before[0]!]));
  });

  it("is read from its file, which must be what it should be", () => {
    const read = (text: string) => readBaseline({ read: () => new TextEncoder().encode(text) });
    expect(read(JSON.stringify(baselineOf(before)))).toEqual(baselineOf(before));
    expect(() => read("{")).toThrow("it is not JSON");
    expect(() => read('{"version":1,"findings":[{}]}')).toThrow("findings.0.rule");
  });

  it("has a published schema that is current", async () => {
    const text = `${JSON.stringify(baselineJsonSchema(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot("../../../schemas/baseline.v1.json");
  });
});

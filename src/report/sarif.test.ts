import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { anyReport } from "./report.arbitrary.ts";
import { example, finding, report } from "./report.fixture.ts";
import { renderSarif } from "./sarif.ts";

// What the OASIS schema says of the properties used here, and what GitHub's code scanning requires beyond it.
const level = z.enum(["none", "note", "warning", "error"]);
const message = z.strictObject({ text: z.string(), markdown: z.string().optional() });
const location = z.strictObject({
  id: z.int().min(0).optional(),
  physicalLocation: z.strictObject({
    artifactLocation: z.strictObject({
      uri: z.string().regex(/^(?!\/)[\w%.~!*'()/-]*$/),
      uriBaseId: z.literal("%SRCROOT%"),
    }),
    region: z.strictObject({ startLine: z.int().min(1), startColumn: z.int().min(1) }),
  }),
  message: message.optional(),
});
const rule = z.strictObject({
  id: z.string(),
  name: z.string(),
  shortDescription: message,
  fullDescription: message,
  helpUri: z.string(),
  help: message,
  defaultConfiguration: z.strictObject({ level }),
  properties: z.strictObject({
    tags: z.array(z.string()),
    "problem.severity": z.enum(["error", "warning", "recommendation"]),
  }),
});
const result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().min(0),
  level,
  message,
  locations: z.array(location).length(1),
  relatedLocations: z.array(location).min(1).optional(),
  partialFingerprints: z.strictObject({ primaryLocationLineHash: z.string().regex(/^[0-9a-f]{16}:\d+$/) }),
  properties: z.record(z.string(), z.string()),
});
const log = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.literal("slipway"),
          semanticVersion: z.string(),
          informationUri: z.url(),
          rules: z.array(rule),
        }),
      }),
      automationDetails: z.strictObject({ id: z.string().regex(/\/$/) }),
      invocations: z.tuple([
        z.strictObject({
          executionSuccessful: z.literal(true),
          toolExecutionNotifications: z.array(
            z.strictObject({ level, message, descriptor: z.strictObject({ id: z.string() }) }),
          ),
        }),
      ]),
      columnKind: z.literal("utf16CodeUnits"),
      results: z.array(result),
    }),
  ]),
});

const run = (...args: Parameters<typeof renderSarif>) => log.parse(JSON.parse(renderSarif(...args))).runs[0];

test("any report is valid SARIF, its rules found where the results point", () => {
  fc.assert(
    fc.property(anyReport, (one) => {
      const { results, tool } = run(one);
      expect(results.every(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id === ruleId)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test("a finding has its place, and what led there beside it", () => {
  const [first] = run(example(), { pathPrefix: "deploy", category: "pr" }).results;
  expect(first?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
    "deploy/manifests/apps/payload-cms/overlays/production/replicas.yaml",
  );
  expect(first?.relatedLocations?.map((one) => one.message?.text)).toEqual(["base"]);
});

test("a finding that names no file stands where its Application is declared, or is said of the run", () => {
  const { results, invocations } = run(
    report({
      applications: example().applications,
      findings: [finding("a/b", { application: "loki" }), finding("c/d", { message: "Nowhere" })],
    }),
  );
  expect(results.map((one) => one.locations[0]?.physicalLocation.artifactLocation.uri)).toEqual([
    "manifests/argocd/applications/loki.yaml",
  ]);
  expect(invocations[0].toolExecutionNotifications.map((one) => one.message.text)).toEqual(["Nowhere"]);
});

describe("a fingerprint", () => {
  const prints = (...findings: Parameters<typeof finding>[1][]): string[] =>
    run(report({ findings: findings.map((rest) => finding("a/b", rest)) })).results.map(
      (one) => one.partialFingerprints.primaryLocationLineHash,
    );
  const at = (line: number) => [{ file: "a.yaml", line, column: 1 }];

  test("stays when lines move and numbers change", () => {
    expect(prints({ message: "line 3 is bad", at: at(3) })).toEqual(prints({ message: "line 9 is bad", at: at(9) }));
  });

  test("tells apart what is the same twice, and what is not the same", () => {
    expect(new Set(prints({ at: at(3) }, { at: at(9) }, { at: at(9), path: "spec" })).size).toBe(3);
  });
});

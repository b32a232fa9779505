import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { effectKinds } from "../model/change.ts";
import { annotationsOf } from "./annotations.ts";
import { dangerFindings, effectDescriptions } from "./effect-findings.ts";
import { example } from "./report.fixture.ts";
import { renderSarif } from "./sarif.ts";

test("dangerous effects are findings of their own; a removed resource stands where its Application is declared", () => {
  expect(dangerFindings(example()).map(({ rule, at, message }) => [rule, at[0]?.file, message])).toEqual([
    [
      "effect/deletes-data",
      "manifests/argocd/applications/payload-dev.yaml",
      "PersistentVolumeClaim payload/uploads deletes its volume's data when it is pruned",
    ],
    ["effect/rejected", undefined, expect.stringMatching(/^StatefulSet payload\/postgres is rejected by/)],
  ]);
});

test("SARIF and annotations have them beside the findings", () => {
  const sarif: {
    runs: { tool: { driver: { rules: { id: string; helpUri: string }[] } }; results: { ruleId: string }[] }[];
  } = JSON.parse(renderSarif(example()));
  const [run] = sarif.runs;
  expect(run?.results.map(({ ruleId }) => ruleId)).toContain("effect/deletes-data");
  expect(run?.tool.driver.rules.find(({ id }) => id === "effect/rejected")?.helpUri).toMatch(/\/effects\.md#rejected$/);
  expect(annotationsOf(example()).annotations.map(({ title, level }) => `${level} ${title}`)).toContain(
    "warning effect/deletes-data (payload-dev)",
  );
});

test("every kind has a section in docs/effects.md that begins with its sentence", () => {
  const page = readFileSync(new URL("../../docs/effects.md", import.meta.url), "utf8");
  const sections = new Map(page.split("\n## ").map((part) => [part.split("\n")[0] ?? "", part]));
  expect([...sections.keys()].slice(1)).toEqual([...effectKinds]);
  for (const kind of effectKinds) expect(sections.get(kind)).toContain(`\n\n${effectDescriptions[kind]}.`);
});

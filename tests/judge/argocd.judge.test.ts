import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isObject } from "../../src/gitops/json.ts";
import type { JsonObject } from "../../src/model/resource.ts";
import { errorsOf, followToTheBottom, type Judged, keyed, list } from "./argocd-cluster.ts";
import { nameOf } from "./argocd-objects.ts";
import { bootstrapOf, type Case } from "./corpus.ts";
import { figure, type Likeness, likeness, total } from "./likeness.ts";
import { findingsOf, generateFrom, renderCase } from "./slipway.ts";
import { openWorld, type World } from "./world.ts";

/** What may be there where this run cannot look is a warning or a notice, not an error. */
const elsewhere = new Set(["chart-missing", "chart-version-missing", "project-missing", "revision-missing"]);

let world: World;
let judged: Map<string, Judged>;
beforeAll(async () => {
  world = await openWorld();
  judged = await followToTheBottom(world.plane.api, world.argo, { within: 300_000 });
});
afterAll(() => world[Symbol.asyncDispose]());

describe("Argo CD and slipway", () => {
  it("render the same resources", async () => {
    const parts: Likeness[] = [];
    const lines: string[] = [];
    for (const { root } of world.corpus) {
      for (const { report, rendered } of await renderCase(root, world.folder)) {
        const theirs = judged.get(report.name);
        const ours = keyed(rendered.resources.map(({ manifest }) => manifest));
        parts.push(likeness(report.name, theirs?.resources ?? new Map(), ours));
        const said = [theirs === undefined ? "is unknown to Argo CD" : theirs.errors, report.reason ?? []].flat();
        lines.push(...said.map((text) => `  ${report.name}: ${text}`));
      }
    }
    const all = total(parts);
    tell(`${parts.length} Applications: ${figure(all, "resources")}`, [...lines, ...linesOf(all)]);
    expect(lines).toEqual([]);
    expect(parts.length).toBeGreaterThanOrEqual(60);
    expect(all.identical / all.all).toBeGreaterThanOrEqual(0.99);
  });

  it("generate the same Applications", async () => {
    const made = Map.groupBy([...judged.values()], ({ object }) => ownerOf(object));
    const declaredIn = rootsByName(world.corpus);
    const parts: Likeness[] = [];
    for (const set of await list(world.plane.api, "ApplicationSet")) {
      const name = nameOf(set);
      // What a parent renders has no place in a bootstrap folder.
      const root = declaredIn.get(name) ?? join(world.folder, "git", "app-of-apps.git");
      if (rootsByName(world.mistakes).has(name)) continue;
      const { applications } = await generateFrom(set, root);
      const theirs = (made.get(name) ?? []).map(({ object }) => declared(object));
      parts.push(likeness(name, keyed(theirs), keyed(applications.map(({ object }) => declared(object)))));
    }
    const all = total(parts);
    tell(`${parts.length} ApplicationSets: ${figure(all, "Applications")}`, linesOf(all));
    expect(parts.length).toBeGreaterThanOrEqual(15);
    expect(all.identical / all.all).toBeGreaterThanOrEqual(0.99);
  });

  it("refuse the same mistakes", async () => {
    const sets = await list(world.plane.api, "ApplicationSet");
    const objects = new Map(
      [...sets, ...(await list(world.plane.api, "Application"))].map((one) => [nameOf(one), one]),
    );
    const lines: string[] = [];
    for (const mistake of world.mistakes) {
      const object = objects.get(mistake.name);
      const theirs = [world.refused.get(mistake.name) ?? [], object === undefined ? [] : errorsOf(object)].flat();
      const findings = await findingsOf(mistake.root, world.folder);
      const ours = elsewhere.has(mistake.name) ? findings : findings.filter(({ severity }) => severity === "error");
      if (theirs.length === 0) lines.push(`  ${mistake.name}: Argo CD accepts it; slipway: ${ours[0]?.message}`);
      if (ours.length === 0) lines.push(`  ${mistake.name}: slipway accepts it; Argo CD: ${theirs.join("; ")}`);
    }
    tell(`${world.mistakes.length} mistakes, ${lines.length} of them refused by one side alone`, lines);
    expect(lines).toEqual([]);
  });
});

const tell = (line: string, details: readonly string[]): void => console.log([line, ...details].join("\n"));

const linesOf = ({ differences }: Likeness): string[] =>
  differences.map(({ application, resource, what }) => `  ${application}: ${resource}: ${what}`);

const rootsByName = (cases: readonly Case[]): Map<string, string> =>
  new Map(cases.flatMap((one) => bootstrapOf(one).map((object) => [nameOf(object), one.root])));

function ownerOf(object: JsonObject): string {
  const { metadata } = object;
  const owners = isObject(metadata) ? metadata["ownerReferences"] : undefined;
  const [owner] = Array.isArray(owners) ? owners : [];
  return isObject(owner) ? String(owner["name"]) : "";
}

/** What a template says of an Application, without what the cluster adds. */
function declared({ metadata, spec }: JsonObject): JsonObject {
  const { name, labels, annotations, finalizers }: JsonObject = isObject(metadata) ? metadata : {};
  const given = Object.entries({ labels, annotations, finalizers }).filter(([, value]) => value !== undefined);
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Application",
    metadata: { name: name ?? "", ...Object.fromEntries(given) },
    spec: spec ?? null,
  };
}

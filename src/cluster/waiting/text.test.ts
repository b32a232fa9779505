import { describe, expect, it } from "vitest";
import { plain } from "../../report/text/style.ts";
import { progressOf } from "./progress.ts";
import { summaryMarkdown } from "./summary.ts";
import { changeLines, treeLines } from "./text.ts";
import { application, child, goal, owned, pod, worldOf } from "./world.fixture.ts";

const waiting = { reason: "ImagePullBackOff", message: "not found" };
const status = { phase: "Pending", containerStatuses: [{ name: "main", state: { waiting } }] };
const world = worldOf(
  ["Application", application("root", { namespace: "argocd", resources: [child("web")] })],
  ["Application", application("web", { wave: 1, health: "Progressing", resources: [owned("Job", "web", "seed")] })],
  ["Pod", pod("seed-1", "web", ["Job", "seed"], status)],
);
const progress = progressOf(world, goal);

describe("progress in words", () => {
  it("is a tree with the reasons below each Application", () => {
    expect(treeLines(progress, plain)).toEqual([
      "✓ root                                        Synced     Healthy     aaaaaaa",
      "✗   web                              wave 1   Synced     Progressing aaaaaaa",
      "      Pod web/seed-1 ImagePullBackOff: registry.example.com/web:9: not found",
    ]);
  });

  it("is only what has changed where the log grows", () => {
    expect(changeLines(undefined, progress, 61_000, plain)).toHaveLength(3);
    expect(changeLines(progress, progress, 62_000, plain)).toEqual([]);
  });

  it("is a table with times in the summary, in which names from elsewhere are no markup", () => {
    const [first] = progress.applications;
    const odd = first === undefined ? [] : [{ ...first, name: "a|b <img>" }];
    const waited = {
      outcome: { kind: "time-limit" } as const,
      progress: { applications: odd, done: false },
      timeline: new Map([["a|b <img>", { seen: 2_000, done: 65_000 }]]),
      world,
      elapsed: 70_000,
    };
    const text = summaryMarkdown(waited, [], "dev");
    expect(text).toContain("## dev: not there after 1 min 10 s (1 of 1 are)");
    expect(text).toContain("| a\\|b &lt;img&gt; |  | Synced | Healthy | aaaaaaa | 2 s | 1 min 5 s |");
  });
});

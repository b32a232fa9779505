import { describe, expect, it } from "vitest";
import type { FetchedChart, Sources, Unavailable } from "../gitops/sources.ts";
import { type Outside, recordedOutside, sameAnswers } from "./outside.ts";

const ref = { repository: "https://charts.example.com", chart: "web", version: "1" };
const chart = (id: string): FetchedChart => ({
  file: "/charts/web-1.tgz",
  id: `sha256:${id}`,
  version: "1",
  locked: true,
  contents: "chart",
});
const absent: Unavailable = { unavailable: "it is nowhere", rule: "sources/unavailable" };

/** A world in which one chart is as given, and no repository, file or revision is to be had. */
function outside(found: FetchedChart | Unavailable): Outside {
  const nothing = (): Promise<Unavailable> => Promise.resolve(absent);
  const sources: Sources = {
    chart: () => Promise.resolve(found),
    git: nothing,
    file: nothing,
    resolver: { chart: nothing, git: nothing, file: nothing },
  };
  return { sources, treeAt: () => Promise.resolve(undefined) };
}

describe("what a run was told from outside", () => {
  it("is the same only as long as every answer is", async () => {
    const recorded = recordedOutside(outside(chart("a")));
    expect(await recorded.sources.chart(ref)).toEqual(chart("a"));
    expect(await recorded.treeAt("v1")).toBeUndefined();
    const answers = recorded.answers();
    expect(answers.map(({ question }) => question.kind)).toEqual(["chart", "revision"]);
    expect(await sameAnswers(answers, outside(chart("a")))).toBe(true);
    expect(await sameAnswers(answers, outside(chart("b")))).toBe(false);
    expect(await sameAnswers(answers, outside(absent))).toBe(false);
  });

  it("counts what could not be had, too", async () => {
    const recorded = recordedOutside(outside(absent));
    await Promise.all([
      recorded.sources.chart(ref),
      recorded.sources.chart(ref),
      recorded.sources.git("https://x", "v1"),
    ]);
    const answers = recorded.answers();
    expect(answers).toHaveLength(2);
    expect(await sameAnswers(answers, outside(absent))).toBe(true);
    expect(await sameAnswers(answers, outside(chart("a")))).toBe(false);
  });

  it("is nothing for a run that asked nothing", async () => {
    expect(await sameAnswers(recordedOutside(outside(absent)).answers(), outside(chart("a")))).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { emptyLock } from "./lock.ts";
import type { ChartLock } from "./lock.ts";
import { planLock } from "./lock-plan.ts";
import type { LockResolver } from "./lock-plan.ts";

const digestOf = (letter: string): string => `sha256:${letter.repeat(64)}`;
const commitOf = (letter: string): string => letter.repeat(40);
const repository = "https://charts.example.com";
const web = { repository, chart: "web", version: "^1" };
const worker = { repository, chart: "worker", version: "2.0.0" };
const base = { repoURL: "https://github.com/org/base", revision: "main" };

/** Answers from a table and notes what it was asked. */
function resolver(charts: Record<string, string>, commit: string): LockResolver & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    chart: async ({ chart }) => {
      asked.push(chart);
      const letter = charts[chart];
      if (letter === undefined) return { unavailable: `no chart ${chart}`, rule: "sources/unavailable" };
      return { resolved: "1.2.0", digest: digestOf(letter) };
    },
    file: async ({ url }) => {
      asked.push(url);
      return { digest: digestOf("f") };
    },
    git: async ({ repoURL }) => {
      asked.push(repoURL);
      return { commit };
    },
  };
}

const locked: ChartLock = {
  ...emptyLock,
  charts: [{ ...web, resolved: "1.1.0", digest: digestOf("a") }],
  git: [{ ...base, commit: commitOf("1") }],
};

describe("planLock", () => {
  it("adds what is new, sorted", async () => {
    const plan = await planLock(
      emptyLock,
      { charts: [worker, web, web], git: [base], files: [] },
      resolver({ web: "a", worker: "b" }, commitOf("1")),
      { update: false },
    );
    expect(plan.lock.charts.map(({ chart }) => chart)).toEqual(["web", "worker"]);
    expect(plan.lock.git).toEqual([{ ...base, commit: commitOf("1") }]);
    expect(plan.changes.map(({ kind, name }) => [kind, name])).toEqual([
      ["added", "https://github.com/org/base at main"],
      ["added", `web from ${repository}`],
      ["added", `worker from ${repository}`],
    ]);
  });

  it("keeps what is locked without asking anyone", async () => {
    const answers = resolver({}, commitOf("2"));
    const plan = await planLock(locked, { charts: [web], git: [base], files: [] }, answers, { update: false });
    expect(plan.lock).toEqual(locked);
    expect(plan.changes.every(({ kind }) => kind === "kept")).toBe(true);
    expect(answers.asked).toEqual([]);
  });

  it("resolves anew when updating, and says from what to what", async () => {
    const plan = await planLock(
      locked,
      { charts: [web], git: [base], files: [] },
      resolver({ web: "b" }, commitOf("1")),
      {
        update: true,
      },
    );
    expect(plan.changes).toEqual([
      { kind: "kept", name: "https://github.com/org/base at main", to: commitOf("1") },
      { kind: "updated", name: `web from ${repository}`, from: `1.1.0 ${digestOf("a")}`, to: `1.2.0 ${digestOf("b")}` },
    ]);
  });

  it("resolves anew only what is named, by chart, by the last part of its address, or by the address", async () => {
    const values = { url: "https://example.com/values/prod.yaml" };
    const current: ChartLock = {
      ...locked,
      charts: [...locked.charts, { ...worker, resolved: "2.0.0", digest: digestOf("a") }],
      files: [{ ...values, digest: digestOf("a") }],
    };
    const needed = { charts: [web, worker], git: [base], files: [values] };
    const asked = async (...update: string[]): Promise<string[]> => {
      const answers = resolver({ web: "b", worker: "b" }, commitOf("2"));
      const { changes } = await planLock(current, needed, answers, { update });
      expect(changes.filter(({ kind }) => kind === "updated")).toHaveLength(answers.asked.length);
      return answers.asked;
    };
    expect(await asked("worker")).toEqual(["worker"]);
    expect(await asked("base")).toEqual([base.repoURL]);
    expect(await asked("prod.yaml", "web")).toEqual(["web", values.url]);
    expect(await asked(base.repoURL)).toEqual([base.repoURL]);
    expect(await asked("nothing")).toEqual([]);
  });

  it("drops what is needed no more", async () => {
    const plan = await planLock(locked, { charts: [], git: [], files: [] }, resolver({}, ""), { update: false });
    expect(plan.lock).toEqual(emptyLock);
    expect(plan.changes.map(({ kind }) => kind)).toEqual(["removed", "removed"]);
  });

  it("keeps the entry of what cannot be resolved, and says why", async () => {
    const plan = await planLock(
      locked,
      { charts: [web, worker], git: [base], files: [] },
      resolver({}, commitOf("1")),
      {
        update: true,
      },
    );
    expect(plan.lock.charts).toEqual(locked.charts);
    expect(plan.changes.filter(({ kind }) => kind === "failed")).toEqual([
      { kind: "failed", name: `web from ${repository}`, reason: "no chart web", to: `1.1.0 ${digestOf("a")}` },
      { kind: "failed", name: `worker from ${repository}`, reason: "no chart worker" },
    ]);
  });
});

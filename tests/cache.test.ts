import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeMeta, encodeHead, headerLength, metaLength } from "../src/engine/cache/format.ts";
import { buildStamp, locate } from "../src/engine/index.ts";
import type { Report, Stats } from "../src/model/report.ts";
import { createFolder, createRepository } from "../src/tree/testing/repository.ts";
import { validate } from "../src/validate.ts";

const service = (name: string, port: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  selector: { app: ${name} }\n  ports:\n    - port: ${port}\n`;
const application = (path: string): string => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: ${path.replaceAll("/", "-")}, namespace: argocd }
spec:
  project: default
  source: { repoURL: https://example.com/this.git, path: ${path} }
  destination: { server: https://kubernetes.default.svc, namespace: shop }
`;

const repository = createRepository({
  "slipway.yaml": "repository: https://example.com/this.git\n",
  "argocd/overlay.yaml": application("overlay"),
  "argocd/chart.yaml": application("chart"),
  "base/kustomization.yaml": "resources: [service.yaml]\n",
  "base/service.yaml": service("web", "80"),
  "overlay/kustomization.yaml": "namePrefix: shop-\nresources: [../base]\n",
  "chart/Chart.yaml": "apiVersion: v2\nname: chart\nversion: 1.0.0\n",
  "chart/values.yaml": "port: 8080\n",
  "chart/templates/service.yaml": service("{{ .Release.Name }}", "{{ .Values.port }}"),
  "broken/kustomization.yaml": "resources: [absent.yaml]\n",
  "plain/service.yaml": service("plain", '"http"'),
  "plain/config.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata: { answer: yes, answer: no }\n",
});
const base = repository.commit();
repository.write({ "chart/values.yaml": "port: 8081\n" });
const home = createFolder();
const fileIn = (kind: "results" | "reports"): string => {
  const folder = join(home.root, "slipway", kind);
  return join(folder, readdirSync(folder)[0] ?? "");
};
const cacheFile = (): string => fileIn("results");
/** Without it, a run over known files begins from the results of single steps. */
const forgetReports = (): void => rmSync(fileIn("reports"));

async function run(cache: boolean, cacheHome = home.root): Promise<{ report: Omit<Report, "stats">; stats: Stats }> {
  const silent = (): void => undefined;
  const { report } = await validate(
    { root: repository.root, base, cache, offline: true, requireSources: false, failOn: "never" },
    {
      log: { debug: silent, info: silent, warning: silent },
      clock: { now: () => 0, sleep: () => Promise.resolve() },
      signal: new AbortController().signal,
      env: { XDG_CACHE_HOME: cacheHome },
    },
  );
  const { stats, ...rest } = report;
  return { report: rest, stats };
}

let expected: Omit<Report, "stats">;
let written: Buffer;
let writtenReport: Buffer;

beforeAll(async () => {
  expected = (await run(false)).report;
  expect((await run(true)).report).toEqual(expected);
  written = readFileSync(cacheFile());
  writtenReport = readFileSync(fileIn("reports"));
}, 120_000);
afterAll(() => {
  repository[Symbol.dispose]();
  home[Symbol.dispose]();
});

describe("a run with what an earlier one left", () => {
  it("gives the same report without rendering", async () => {
    expect(expected.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["schema/invalid", "yaml/duplicate-key", "render/failed"]),
    );
    expect(expected.changes).toHaveLength(1);
    forgetReports();
    const { report, stats } = await run(true);
    expect(report).toEqual(expected);
    expect(stats).toMatchObject({ rendered: 0 });
    expect(stats.cached).toBeGreaterThan(2);
    expect(Object.keys(stats.durations)).toContain("render");
  });

  it("takes a report as a whole where nothing at all is different, and counts as if it had not", async () => {
    const { stats: before } = await run(true);
    const { report, stats } = await run(true);
    expect(report).toEqual(expected);
    expect(Object.keys(stats.durations)).toEqual(["read", "total"]);
    const counts = (all: Stats): unknown => ({ ...all, durations: {}, peakMemoryBytes: 0 });
    expect(counts(stats)).toEqual(counts(before));
  });

  const damages: [string, (bytes: Buffer) => Buffer][] = [
    ["bytes of its first part are changed", (bytes: Buffer) => flip(bytes, headerLength + 20)],
    ["bytes of its last part are changed", (bytes: Buffer) => flip(bytes, bytes.length - 3)],
    ["it ends early", (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    ["it is nearly empty", (bytes: Buffer) => bytes.subarray(0, 10)],
    ["it is something else", () => Buffer.from("{}")],
    ["it is from another version", (bytes: Buffer) => poisoned(bytes, "another version")],
  ];

  it.each(damages)("gives the same report when, of the file of reports, %s", async (_, damage) => {
    writeFileSync(fileIn("reports"), damage(writtenReport));
    const { report, stats } = await run(true);
    expect(report).toEqual(expected);
    expect(Object.keys(stats.durations)).toContain("render");
    expect(readFileSync(fileIn("reports")).length).toBeGreaterThan(writtenReport.length * 0.9); // and is whole again
  });

  it.each(damages)("gives the same report when, of the file of results, %s", async (_, damage) => {
    forgetReports();
    writeFileSync(cacheFile(), damage(written));
    expect((await run(true)).report).toEqual(expected);
    expect(readFileSync(cacheFile()).length).toBeGreaterThan(written.length * 0.9); // and is whole again
  });

  it("believes what is poisoned only if this very build wrote it, which the damage above does not look like", async () => {
    forgetReports();
    writeFileSync(cacheFile(), poisoned(written, buildStamp(locate())));
    expect((await run(true)).report).not.toEqual(expected);
    forgetReports();
    chmodSync(cacheFile(), 0o666);
    expect((await run(true)).report).toEqual(expected);
  });

  it("sees every change of a file, and a change that is taken back", async () => {
    const edits = [
      { "base/service.yaml": service("web", "8443"), "broken/absent.yaml": service("there", "80") },
      { "plain/config.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata: { answer: 0644 }\n" },
      { "base/service.yaml": service("web", "80") },
    ];
    for (const edit of edits) {
      repository.write(edit);
      expect((await run(true)).report).toEqual((await run(false)).report);
    }
    repository.commit();
    const { report, stats } = await run(true);
    expect(report).toEqual((await run(false)).report);
    expect(stats.rendered).toBe(0); // a commit alone changes no file
  }, 180_000);

  it("goes on where nothing can be kept", async () => {
    expect((await run(true, cacheFile())).report).toEqual((await run(false)).report);
  });
});

function flip(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

/** The same file with its digest right, but a stamp of choice and no finding in it. */
function poisoned(bytes: Buffer, stamp: string): Buffer {
  const length = metaLength(bytes.subarray(0, headerLength)) ?? 0;
  const text = bytes.subarray(headerLength, headerLength + length);
  const meta = decodeMeta(bytes.subarray(0, headerLength), text, buildStamp(locate()));
  if (meta === undefined) throw new Error("the cache file could not be read");
  const entries = meta.entries.map((entry) => ({ ...entry, facts: Array.isArray(entry.facts) ? [] : entry.facts }));
  return Buffer.concat([encodeHead({ ...meta, stamp, entries }), bytes.subarray(headerLength + length)]);
}

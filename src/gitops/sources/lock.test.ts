import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chartKey, chartLockJsonSchema, gitKey, readLock } from "./lock.ts";

const digest = `sha256:${"ab".repeat(32)}`;
const head = "apiVersion: slipway.dev/v1alpha1\nkind: ChartLock\n";
const entry = `  - repository: https://charts.example.com\n    chart: web\n    version: ^1\n    resolved: 1.2.0\n    digest: ${digest}\n`;

describe("readLock", () => {
  it("reads entries and takes missing lists for empty ones", () => {
    expect(readLock(`${head}charts:\n${entry}`)).toEqual({
      lock: {
        apiVersion: "slipway.dev/v1alpha1",
        kind: "ChartLock",
        charts: [{ repository: "https://charts.example.com", chart: "web", version: "^1", resolved: "1.2.0", digest }],
        git: [],
        files: [],
      },
    });
  });

  it.each([
    ["bad YAML", `${head}charts: [`, 3, 10, /Flow sequence/],
    ["an empty file", "", 1, 1, /expected object/],
    [
      "a bad digest",
      `${head}charts:\n${entry.replace(digest, "sha256:12")}`,
      8,
      13,
      /charts\.0\.digest: must be sha256:/,
    ],
    [
      "a number as version",
      `${head}charts:\n${entry.replace("^1", "1.10")}`,
      6,
      14,
      /charts\.0\.version: .*expected string/,
    ],
    ["an unknown field", `${head}charts:\n${entry}    note: x\n`, 4, 5, /charts\.0: Unrecognized key: "note"/],
    [
      "an entry twice",
      `${head}charts:\n${entry}${entry.replace(".com", ".com/")}`,
      9,
      5,
      /charts\.1: web is locked twice/,
    ],
    [
      "a short commit",
      `${head}git:\n  - repoURL: https://x/y\n    revision: main\n    commit: abc1234\n`,
      6,
      13,
      /full commit/,
    ],
  ])("says where %s is", (_, text, line, column, message) => {
    expect(readLock(text)).toEqual({ problems: [{ line, column, message: expect.stringMatching(message) }] });
  });

  it("takes any text without throwing", () => {
    const bomb = `${head}a: &a [x]\nb: &b [${"*a,".repeat(200)}]\nc: [${"*b,".repeat(200)}]\n`;
    expect(readLock(bomb)).toHaveProperty("problems");
    expect(readLock("[".repeat(20_000))).toHaveProperty("problems");
    const fragment = fc.constantFrom(
      head,
      "charts:\n",
      entry,
      "  - &x\n",
      "*x",
      "\t",
      "---\n",
      "\uFEFF",
      "git: {}\n",
      "\0",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(fragment, fc.string({ maxLength: 6 })), { maxLength: 8 }), (parts) => {
        const read = readLock(parts.join(""));
        expect("lock" in read || read.problems.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true);
      }),
    );
  });

  it("reports every problem at once", () => {
    const read = readLock(`kind: Chart\ncharts:\n${entry.replace(digest, "x")}`);
    expect("problems" in read && read.problems.map(({ line }) => line)).toEqual([1, 1, 7]);
  });
});

describe("keys", () => {
  it("see through spellings of the same source", () => {
    const key = chartKey({ repository: "https://charts.example.com", chart: "web", version: "1.0.0" });
    expect(chartKey({ repository: "https://Charts.example.com/", chart: "web", version: "1.0.0 " })).toBe(key);
    expect(gitKey({ repoURL: "https://x/y", revision: "" })).toBe(
      gitKey({ repoURL: "https://x/y/", revision: "HEAD" }),
    );
  });
});

describe("the published JSON Schema", () => {
  // After a change of the schema: npx vitest run src/gitops/sources/lock.test.ts -u
  it("is current", async () => {
    const text = `${JSON.stringify(chartLockJsonSchema(), undefined, 2)}\n`;
    await expect(text).toMatchFileSnapshot("../../../schemas/chart-lock.v1.json");
  });

  it("agrees with the reader", () => {
    const validate = new Ajv2020({ strict: true }).compile(chartLockJsonSchema());
    const read = readLock(`${head}charts:\n${entry}`);
    if (!("lock" in read)) throw new Error("the lock should be readable");
    expect(validate(read.lock)).toBe(true);
    expect(validate({ ...read.lock, charts: [{ ...read.lock.charts[0], digest: "sha256:12" }] })).toBe(false);
    expect(validate({ apiVersion: "slipway.dev/v1alpha1", kind: "ChartLock" })).toBe(true);
  });
});

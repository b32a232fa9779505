import fc from "fast-check";
import { dump } from "js-yaml";
import { describe, expect, it } from "vitest";
import { archiveUrl, findEntry, indexUrl } from "./chart-index.ts";
import { SourceProblem } from "./problem.ts";
import { scanIndex } from "./index-scan.ts";

const index = `apiVersion: v1
entries:
  # a comment
  "quoted-name":
  - version: 0.1.0
    urls: [a.tgz]
  web:
  - annotations:
      example.com/changes: |
        - version: 9.9.9
        web:
      text: "spread over
        version: 8.8.8"
    digest: aaaa
    urls:
    - web-1.10.0.tgz
    version: "1.10.0" # newest
  - version: 1.10
    digest: ''
    urls:
      - web-1.10.tgz

  - dependencies:
    - name: other
      version: 7.7.7
    version: 1.9.0
    urls:
    - https://cdn.example.com/web-1.9.0.tgz
  worker:
  - version: 2.0.0
    urls: [worker-2.0.0.tgz]
generated: "2026-11-23T07:00:00Z"
`;
const find = (text: string, chart: string, wanted: string): unknown => findEntry(text, chart, wanted, "https://x");

/** Whether an entry or an expected failure comes of a text; any other error is the outcome itself. */
function outcome(text: string): unknown {
  try {
    find(text, "web", "");
    return "fine";
  } catch (error) {
    return error instanceof SourceProblem ? "fine" : error;
  }
}

describe("findEntry", () => {
  it("reads one version without being misled by text inside values", () => {
    expect(scanIndex(index, "web")?.map(({ version }) => version)).toEqual(["1.10.0", "1.10", "1.9.0"]);
    expect(find(index, "web", "")).toEqual({ version: "1.10.0", digest: "aaaa", urls: ["web-1.10.0.tgz"] });
    expect(find(index, "web", "1.10")).toEqual({ version: "1.10", digest: "", urls: ["web-1.10.tgz"] });
    expect(find(index, "web", "1.9.x")).toMatchObject({ urls: ["https://cdn.example.com/web-1.9.0.tgz"] });
    expect(find(index, "quoted-name", "")).toMatchObject({ version: "0.1.0" });
    expect(find(index, "worker", "")).toMatchObject({ version: "2.0.0" });
  });

  it("reads Windows line ends", () => {
    expect(find(index.replaceAll("\n", "\r\n"), "web", "1.9.0")).toMatchObject({ version: "1.9.0" });
  });

  it.each([
    ["JSON", JSON.stringify({ apiVersion: "v1", entries: { web: [{ version: "1.0.0", urls: ["a.tgz"] }] } })],
    ["flow style", "entries: {web: [{version: 1.0.0, urls: [a.tgz]}]}"],
    ["aliases", "x: &u [a.tgz]\nentries:\n  web:\n  - version: 1.0.0\n    urls: *u\n"],
    ["wide indentation", "entries:\n    web:\n        -   version: 1.0.0\n            urls: [a.tgz]\n"],
    ["a folded version", "entries:\n  web:\n  - version: >-\n      1.0.0\n    urls: [a.tgz]\n"],
  ])("reads %s", (_, text) => {
    expect(find(text, "web", "")).toEqual({ version: "1.0.0", digest: "", urls: ["a.tgz"] });
  });

  it.each([
    ["no such chart", index, "absent", 'the repository https://x has no chart "absent"'],
    ["a name of Object.prototype", index, "constructor", "has no chart"],
    ["broken YAML", "entries: [", "web", "the index of https://x is not valid YAML"],
    ["a web page", "<html>hello</html>", "web", "https://x is not a chart repository"],
    ["no address", "entries:\n  web:\n  - version: 1.0.0\n", "web", "has no download address"],
    ["no version that fits", index, "web", 'no version satisfies "^3"; its newest versions are 1.10.0, 1.10, 1.9.0'],
  ])("says so: %s", (_, text, chart, reason) => {
    expect(() => find(text, chart, "^3".repeat(Number(reason.includes("^3"))))).toThrow(reason);
  });

  it("lists what a full parse lists, whatever the values are", () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
    const version = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)).map((parts) => parts.join("."));
    const entry = fc.record({ version, urls: fc.constant(["a.tgz"]), description: fc.string({ unit: "grapheme" }) });
    const repository = fc.dictionary(name, fc.array(entry, { minLength: 1, maxLength: 4 }), { minKeys: 1, maxKeys: 4 });
    fc.assert(
      fc.property(repository, fc.boolean(), (entries, noIndent) => {
        const text = dump({ apiVersion: "v1", entries }, { seqNoIndent: noIndent, quoteStyle: "double" });
        for (const [chart, versions] of Object.entries(entries)) {
          const scanned = scanIndex(text, chart);
          expect(scanned?.map((listed) => listed.version)).toEqual(versions.map((item) => item.version));
        }
      }),
    );
  });

  it("answers or explains, whatever it is given", () => {
    const fragment = fc.constantFrom(
      "entries:\n",
      "  web:\n",
      "  - version: 1.0.0\n",
      "    urls: [a.tgz]\n",
      "  -\n",
      "&x ",
      "*x",
      "\t",
      "---\n",
      "{",
      '"',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(fragment, fc.string({ maxLength: 4 })), { maxLength: 10 }), (parts) => {
        expect(outcome(parts.join(""))).toBe("fine");
      }),
    );
  });

  it("finds one chart in an index of 12 MB quickly", () => {
    const items = Array.from(
      { length: 300 },
      (_, i) => `  - version: 1.${i}.0\n    description: ${"x".repeat(400)}\n    urls: [w.tgz]\n`,
    );
    const charts = Array.from({ length: 90 }, (_, i) => `  chart-${String(i).padStart(2, "0")}:\n${items.join("")}`);
    const text = `apiVersion: v1\nentries:\n${charts.join("")}`;
    expect(text.length).toBeGreaterThan(12_000_000);
    const started = performance.now();
    expect(find(text, "chart-89", "^1")).toMatchObject({ version: "1.299.0" });
    // The scan takes about 50 ms here, a full parse a second and more.
    expect(performance.now() - started).toBeLessThan(600);
  });
});

describe("archiveUrl", () => {
  it("resolves against the repository as a folder and carries its query over", () => {
    expect(archiveUrl(new URL("https://x/charts?token=1"), "web.tgz").href).toBe("https://x/charts/web.tgz?token=1");
    expect(archiveUrl(new URL("https://x/charts/"), "https://cdn/web.tgz").href).toBe("https://cdn/web.tgz");
    expect(indexUrl(new URL("https://x/charts/")).href).toBe("https://x/charts/index.yaml");
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyReport } from "../report.arbitrary.ts";
import { application, example, finding, report } from "../report.fixture.ts";
import { coloured, wantsColour } from "./style.ts";
import { renderText } from "./text.ts";
import { columns } from "./wrap.ts";

const sources: Record<string, string> = {
  "manifests/apps/payload-cms/overlays/production/replicas.yaml": '  replicas: "two"',
  "manifests/environments/dev.yaml": "    spare: no",
};
const readLine = (file: string): string | undefined => sources[file];

describe("something of everything", () => {
  test.each([80, 120])("in %i columns", async (width) => {
    await expect(renderText(example(), { width, readLine })).toMatchFileSnapshot(`../snapshots/text-${width}.txt`);
  });

  test("in colours says the same", () => {
    const text = renderText(example(), { width: 80, readLine, paint: coloured });
    expect(text).toContain("\u001b[");
    // oxlint-disable-next-line no-control-regex -- these are the colours
    expect(text.replaceAll(/\u001b\[\d+m/g, "")).toBe(renderText(example(), { width: 80, readLine }));
  });
});

test("a thousand unchanged Applications are one line", () => {
  const applications = Array.from({ length: 1000 }, (_, i) =>
    application(`app-${i}`, { status: "unchanged", resources: 3 }),
  );
  const base = { ref: "main", commit: "0123456789abcdef" };
  expect(renderText(report({ applications, base })))
    .toBe(`slipway 0.1.0 · Kubernetes 1.36 · compared with main (0123456)

  1,000 Applications unchanged

no findings · none of 1,000 Applications changes · 3,000 resources in 1.42 s
`);
});

test("a repository with nothing to deploy is told so", () => {
  expect(renderText(report())).toBe(
    "slipway 0.1.0 · Kubernetes 1.36\n\nnothing to check: there are no Applications, kustomizations, charts or manifests\n",
  );
});

test("a finding that several Applications have is told once, and counted in the row of each", () => {
  const shared = finding("schema/invalid", {
    application: "dev",
    message: "Deployment web: spec.replicas: got string, want integer",
    alsoIn: [
      { application: "prod", severity: "error" },
      { application: "sample", severity: "warning" },
    ],
  });
  const applications = ["dev", "other", "prod", "sample"].map((name) => application(name));
  const text = renderText(report({ applications, findings: [shared] }));
  expect(text.match(/want integer \(also in 2 other Applications\)/g)).toHaveLength(1);
  const rows =
    text
      .split("\n\n")[1]
      ?.split("\n")
      .map((row) => row.trim().split(/ {2,}/)) ?? [];
  expect(rows.map((cells) => [cells[1], cells.at(-1)?.split(" · ")[1]])).toEqual([
    ["dev", "1 error"],
    ["other", undefined],
    ["prod", "1 error"],
    ["sample", "1 warning"],
  ]);
  expect(text.split("\n").at(-2)).toMatch(/^1 error ·/);
});

test("notices of one rule are one paragraph, however many", () => {
  const at = (line: number) => [{ file: "a.yaml", line, column: 1 }];
  const notices = [1, 2, 3, 4, 5, 6, 7, 8].map((line) =>
    finding("schema/missing", {
      severity: "notice",
      application: `app-${line}`,
      message: `No schema ${line}`,
      hint: "Find one.",
      at: at(line),
    }),
  );
  const text = renderText(report({ findings: notices }), { readLine: () => "apiVersion: v1" });
  expect(text.split("\n\n")[2]).toBe(
    [
      "notice schema/missing 8 times",
      ...[1, 2, 3, 4, 5, 6].map((line) => `    a.yaml:${line}:1 No schema ${line}`),
      "    … 2 more",
      "    → Find one.",
    ].join("\n"),
  );
});

test("a long path keeps its end, a long name its start", () => {
  const long = `kubernetes/apps/${"x".repeat(40)}/app`;
  const names = (["implicit", "Application"] as const).map((kind) => {
    const [, , line = ""] = renderText(report({ applications: [application(long, { kind })] })).split("\n");
    return line.slice(6, 46);
  });
  expect(names).toEqual([expect.stringMatching(/^…x+\/app$/), expect.stringMatching(/^kubernetes\/apps\/x+…$/)]);
});

describe("the source line", () => {
  const caret = (source: string, column: number): string[] => {
    const one = report({ findings: [finding("a/b", { at: [{ file: "a.yaml", line: 7, column }] })] });
    return renderText(one, { width: 60, readLine: () => source })
      .split("\n")
      .slice(3, 5);
  };

  test("has a caret under the column", () => {
    expect(caret("\treplicas: x", 12)).toEqual(["    7 │  replicas: x", "      │            ^"]);
  });

  test("that is long is cut around it", () => {
    const [code = "", mark = ""] = caret(`${"x".repeat(500)}HERE${"y".repeat(500)}`, 501);
    expect(columns(code)).toBeLessThanOrEqual(60);
    expect(code.slice(mark.indexOf("^"), mark.indexOf("^") + 4)).toBe("HERE");
  });

  test.each(["apiVersion: v1", "---", "# the web server", "kind: Service"])(
    "that only opens a document, %j, is left out",
    (source) => {
      expect(caret(source, 1).join("")).not.toContain("│");
      expect(caret(source, 5).join("")).toContain("│");
    },
  );

  test("that cannot be read is left out", () => {
    expect(
      renderText(report({ findings: [finding("a/b", { at: [{ file: "a.yaml", line: 7, column: 1 }] })] })),
    ).not.toContain("│");
  });
});

test("nothing in a report can control the terminal", () => {
  fc.assert(
    fc.property(anyReport, (one) => {
      const text = renderText(one, { width: 80, readLine: () => "\u001b[2Jsource\u202e" });
      expect(text).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}]/u);
    }),
    { numRuns: 50 },
  );
});

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: "1" }, true, false],
  [{ NO_COLOR: "" }, true, true],
  [{ FORCE_COLOR: "1" }, false, true],
  [{ FORCE_COLOR: "0" }, true, false],
  [{ NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
  [{ TERM: "dumb" }, true, false],
])("with %j and a terminal: %s, colours: %s", (environment, isTerminal, colours) => {
  expect(wantsColour(environment, isTerminal)).toBe(colours);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyReport } from "../report.arbitrary.ts";
import { application, change, example, finding, report } from "../report.fixture.ts";
import { renderMarkdown } from "./markdown.ts";
import { tableHeader } from "./table.ts";

/** What a comment may be, of the 65,536 characters that GitHub takes. */
const commentLimit = 64_000;
const links = { repository: "https://github.com/example/platform", commit: "9f8e7d6c5b4a" };
const fullReport = "https://github.com/example/platform/actions/runs/1";
const size = (body: string): number => Buffer.byteLength(body);

test("the comment of a pull request with something of everything", async () => {
  const body = renderMarkdown(example(), { limit: commentLimit, links, fullReport });
  await expect(body).toMatchFileSnapshot("../snapshots/comment.md");
});

test("a first run without a base", async () => {
  const { base: _, changes: __, applicationChanges: ___, environments: ____, ...rest } = example();
  const body = renderMarkdown(report({ ...rest, changes: [] }), { limit: commentLimit });
  await expect(body).toMatchFileSnapshot("../snapshots/summary-without-base.md");
});

test("a thousand Applications of which nothing is to be said are one row", () => {
  const applications = Array.from({ length: 1000 }, (_, i) => application(`app-${i}`, { status: "unchanged" }));
  const body = renderMarkdown(report({ applications, base: { ref: "main", commit: "0".repeat(40) } }), {
    limit: commentLimit,
  });
  expect(body).toBe(
    `## slipway: no findings, nothing changes\n\nCompared with \`main\` (\`0000000\`), none of 1,000 Applications changes.\n\n${tableHeader}| 1,000 Applications | unchanged | |\n\n`,
  );
});

test("a finding that several Applications have is one row of the findings, and counted in the row of each", () => {
  const shared = finding("schema/invalid", {
    application: "dev",
    alsoIn: [{ application: "prod", severity: "warning" }],
  });
  const applications = ["dev", "other", "prod"].map((name) => application(name));
  const body = renderMarkdown(report({ applications, findings: [shared] }), { limit: commentLimit });
  expect(body).toContain("| dev | rendered | 1&nbsp;error |\n");
  expect(body).toContain("| prod | rendered | 1&nbsp;warning |\n");
  expect(body.match(/also in another Application/g)).toHaveLength(1);
});

describe("what does not fit", () => {
  const lines = (n: number): string => Array.from({ length: n }, (_, i) => `+line ${i}`).join("\n");
  const big = (app: string, i: number, length: number) =>
    change(app, `ConfigMap shop/config-${i}`, [{ path: "data.a", text: lines(length) }]);

  test("are the longest resources first, each of which keeps a line", () => {
    const changes = [big("web", 1, 20), big("web", 2, 9000), big("web", 3, 30)];
    const body = renderMarkdown(report({ applications: [application("web")], changes }), {
      limit: commentLimit,
      fullReport,
    });
    expect(size(body)).toBeLessThanOrEqual(commentLimit);
    expect(body).toContain("+line 19\n");
    expect(body).toContain("`ConfigMap shop/config-2` · changed · 1 field\n");
    expect(body).not.toContain("+line 8999");
    expect(body).toContain(
      "Left out for want of room: the fields of 1 resource. The [full report](https://github.com/example/platform/actions/runs/1) has everything.",
    );
  });

  test("are then the lists of the longest Applications, while the table has them all", () => {
    const names = Array.from({ length: 100 }, (_, i) => `app-${i}`);
    const changes = names.flatMap((name) => Array.from({ length: 100 }, (_, i) => big(name, i, 5)));
    const body = renderMarkdown(report({ applications: names.map((name) => application(name)), changes }), {
      limit: commentLimit,
    });
    expect(size(body)).toBeLessThanOrEqual(commentLimit);
    for (const name of names) expect(body).toContain(`\n| ${name} | 100&nbsp;changed |`);
    expect(body).toMatch(/the fields of 10,000 resources, the resources of \d+ Applications/);
  });

  test("are last of all the rows of the table, which are counted", () => {
    const names = Array.from({ length: 3000 }, (_, i) => `application-with-a-long-name-${i}`);
    const body = renderMarkdown(
      report({ applications: names.map((name) => application(name)), changes: names.map((name) => big(name, 0, 1)) }),
      { limit: commentLimit },
    );
    expect(size(body)).toBeLessThanOrEqual(commentLimit);
    expect(body).toMatch(/\n\| [\d,]+ more Applications with changes or findings \|/);
  });

  test("are the least grave findings", () => {
    const findings = Array.from({ length: 2000 }, (_, i) =>
      finding("a/b", { severity: i === 1999 ? "error" : "notice", message: `Finding ${i}` }),
    );
    const body = renderMarkdown(report({ findings }), { limit: commentLimit });
    expect(size(body)).toBeLessThanOrEqual(commentLimit);
    expect(body).toContain("- **error** Finding 1999<br>");
    expect(body).toMatch(/[\d,]+ more findings\./);
  });
});

test("any report fits, and keeps its verdict and the table", () => {
  fc.assert(
    fc.property(anyReport, fc.constantFrom(8000, commentLimit), (one, limit) => {
      const body = renderMarkdown(one, { limit, links, fullReport });
      expect(size(body)).toBeLessThanOrEqual(limit);
      expect(body.length).toBeLessThanOrEqual(limit);
      expect(body.startsWith("## slipway: ")).toBe(true);
      expect(
        body.includes(tableHeader) || one.applications.length + one.changes.length + one.findings.length === 0,
      ).toBe(true);
    }),
    { numRuns: 60 },
  );
});

/**
 * Draws the pictures of the pull-request comment in docs/images, from a report as `slipway validate --format markdown` writes it:
 * `node scripts/pictures.ts REPORT.md`. Needs Chromium, as `chromium` or at CHROMIUM.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

const images = fileURLToPath(new URL("../docs/images/", import.meta.url));
const [, , report] = process.argv;
if (report === undefined) throw new Error("give the report's Markdown file");

/** Close enough to how GitHub shows a comment: its widths, its font sizes, its colours. */
const style = (dark: boolean): string => `
  :root { color-scheme: ${dark ? "dark" : "light"};
    --text: ${dark ? "#f0f6fc" : "#1f2328"}; --soft: ${dark ? "#9198a1" : "#59636e"}; --line: ${dark ? "#3d444d" : "#d1d9e0"};
    --page: ${dark ? "#0d1117" : "#ffffff"}; --code: ${dark ? "#151b23" : "#f6f8fa"}; --link: ${dark ? "#4493f8" : "#0969da"}; }
  body { margin: 0; padding: 16px; background: var(--page); color: var(--text); overflow-wrap: break-word;
    font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
  a { color: var(--link); text-decoration: none; } p, ul, ol, table, pre, details { margin: 0 0 16px; }
  h1, h2, h3, h4 { margin: 24px 0 16px; line-height: 1.25; } h2 { font-size: 1.5em; } h3 { font-size: 1.25em; }
  code { font: 85% ui-monospace, "DejaVu Sans Mono", monospace; background: var(--code); padding: .2em .4em; border-radius: 6px; }
  pre { background: var(--code); padding: 16px; border-radius: 6px; overflow: auto; } pre code { padding: 0; background: none; }
  table { border-collapse: collapse; display: block; width: max-content; max-width: 100%; overflow: auto; }
  th, td { border: 1px solid var(--line); padding: 6px 13px; } blockquote { margin: 0 0 16px; padding: 0 1em; color: var(--soft);
    border-left: .25em solid var(--line); } .CAUTION { border-color: #da3633; } .CAUTION b { color: #da3633; } .WARNING { border-color: #9e6a03; } .WARNING b { color: #9e6a03; }
  .CAUTION li, .WARNING li { color: var(--text); } summary { cursor: pointer; } sub { font-size: 75%; color: var(--soft); }`;

const markdown = readFileSync(report, "utf8");
const html = micromark(markdown, {
  allowDangerousHtml: true,
  extensions: [gfm()],
  htmlExtensions: [gfmHtml()],
});
/** GitHub's alerts, which are no part of its Markdown. */
const body = html.replaceAll(
  /<blockquote>\s*<p>\[!(CAUTION|WARNING|NOTE)\]\s*(?:<\/p>)?/g,
  (_, kind: string) => `<blockquote class="${kind}"><p><b>${kind.charAt(0)}${kind.slice(1).toLowerCase()}</b></p>`,
);
const work = mkdtempSync(join(tmpdir(), "slipway-pictures-"));
try {
  for (const [name, width, height] of [
    ["comment", 860, 1180],
    ["comment-phone", 390, 2060],
  ] as const) {
    for (const shade of ["light", "dark"] as const) {
      const page = join(work, "page.html");
      const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${style(shade === "dark")}</style>`;
      writeFileSync(page, `<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
      const switches = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--hide-scrollbars",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ];
      execFileSync(
        process.env["CHROMIUM"] ?? "chromium",
        [
          ...switches,
          `--user-data-dir=${join(work, "profile")}`,
          `--window-size=${width},${height}`,
          `--screenshot=${join(images, `${name}-${shade}.png`)}`,
          `file://${page}`,
        ],
        { stdio: ["ignore", "ignore", "pipe"], timeout: 120_000 },
      );
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

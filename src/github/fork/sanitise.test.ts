import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";

import { sanitise } from "./sanitise.ts";

const linkPrefixes = ["https://github.com/acme/platform/blob/"];
const clean = (markdown: string, limit = 60_000) => sanitise(markdown, { linkPrefixes, limit });

/** As GitHub renders it, before GitHub's own clean-up: nothing may depend on that. */
const html = (markdown: string) =>
  micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });

const harmless =
  /^<\/?(?:blockquote|p|h[1-6]|ul|ol|li|em|strong|del|code|pre|hr|br|table|thead|tbody|tr|th|td|details|summary|b|i|sub|sup|kbd|ins|input|a)\b/u;

/** The tags that a browser would see and the visible text between them. */
function look(rendered: string) {
  const tags = rendered.match(/<[a-z/!?][^>]*>?/giu) ?? [];
  return { tags, links: tags.filter((tag) => tag.startsWith("<a")), text: rendered.replaceAll(/<[^>]*>/gu, "") };
}

describe("what a fork may not do", () => {
  test.each([
    ["a script", "<script>alert(1)</script>"],
    ["an image", "![x](https://evil.test/pixel.png)"],
    ["an image by reference", "![x][y]\n\n[y]: https://evil.test/pixel.png"],
    ["an image as HTML", '<img src="https://evil.test/x.png">'],
    ["a link", "[click](https://evil.test)"],
    ["a link with a backslash before it", "\\[click\\](https://evil.test)"],
    ["a link by reference", "[click][y] [y]\n\n[y]: https://evil.test"],
    ["a link in angle brackets", "<https://evil.test>"],
    ["a bare address", "see https://evil.test or www.evil.test or me@evil.test or mailto:me@evil.test"],
    ["an address with encoded colon", "https&#58;//evil.test &colon;// &commat;octocat"],
    ["a link to another repository", "[x](https://github.com/acme/platform-evil/blob/x)"],
    ["a way up out of the prefix", "[x](https://github.com/acme/platform/blob/../../../evil)"],
    ["an encoded way up", "[x](https://github.com/acme/platform/blob/%2e%2e/%2E%2E/evil)"],
    ["a script address", "[x](javascript:alert(1))"],
    ["a handler on an allowed tag", '<details ontoggle="x">'],
    ["a tag hidden by a control character", "<scr\u0000ipt>\u200b<b\u200b onclick=x>"],
    ["an open comment", "<!-- slipway:validate:manifests -->\n<!--"],
    ["a footnote", "x[^1]\n\n[^1]: https://evil.test"],
    ["a way out of the quote", "a\n\n\n# Approved\r\rby the maintainers\u2028x\u0085y"],
    ["a block that GitHub draws", '```mermaid\ngraph TD; click A "https://evil.test"\n```\n~~~ geojson\n{}\n~~~'],
  ])("%s", (_, hostile) => {
    const { tags, links } = look(html(clean(hostile)));
    expect(tags.filter((tag) => !harmless.test(tag))).toEqual([]);
    expect(tags.filter((tag) => /\son|evil|language-(?:mermaid|geojson)/iu.test(tag))).toEqual([]);
    expect(links).toEqual([]);
    expect(html(clean(hostile)).replaceAll(/^<blockquote>|<\/blockquote>$/gu, "")).not.toMatch(/<\/?blockquote>/u);
  });

  test.each(["@octocat", "@acme/maintainers", "acme/platform#12", "#12", "GH-12", "&#64;octocat", "&commat;octocat"])(
    "%s notifies nobody",
    (mention) => {
      const text = look(html(clean(`see ${mention}`))).text;
      expect(text).not.toMatch(/@[a-z0-9]|#\d|gh-\d/iu);
    },
  );
});

describe("what a report needs", () => {
  test("tables, folded sections, code and links into this repository survive", () => {
    const report = [
      "| Application | |",
      "| --- | --- |",
      "| [web](https://github.com/acme/platform/blob/abc/apps/web.yaml#L3) | 1 &lt; 2 |",
      "",
      "<details><summary><b>web</b></summary>",
      "",
      "```diff",
      "- replicas: 1",
      "+ replicas: 2",
      "```",
      "",
      "</details>",
    ].join("\n");
    const shown = html(clean(report));
    expect(shown).toContain('<a href="https://github.com/acme/platform/blob/abc/apps/web.yaml#L3">web</a>');
    expect(shown).toContain('<code class="language-diff">- replicas: 1\n+ replicas: 2');
    expect(shown).toContain("<details><summary><b>web</b></summary>");
    expect(shown).toContain("<td>1 &lt; 2</td>");
  });

  test("a text over the limit is cut at a line and says so", () => {
    const cut = clean("@octocat did this\n".repeat(5000), 1000);
    expect(cut.length).toBeLessThanOrEqual(1000);
    expect(cut).toMatch(/did this\n>\n> … the rest is left out, see the run's summary$/u);
  });
});

test("whatever is put together from dangerous pieces stays harmless", () => {
  const pieces = fc.constantFrom(
    ..."<|>|&|#|@|!|[|]|](|]:|(|)|\\|`|```|~~~|\n|\n\n|\r| |- |1. |> |x|a@b.c|lt;|#64;|https://|evil.test|www.|script|<b>|</details>|<!--|-->|https://github.com/acme/platform/blob/|..|\u200b|\u0000|\t".split(
      "|",
    ),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const { tags, links, text } = look(html(clean(parts.join(""))));
      expect(tags.filter((tag) => !harmless.test(tag))).toEqual([]);
      for (const link of links) expect(link).toMatch(/^<a href="https:\/\/github\.com\/acme\/platform\/blob\//u);
      expect(text).not.toMatch(/@[a-z0-9]/iu);
    }),
    { numRuns: 2000 },
  );
});

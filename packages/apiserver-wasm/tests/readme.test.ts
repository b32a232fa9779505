import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readCorpus } from "./corpus.ts";
import { differences } from "./differences.ts";

const home = new URL("../", import.meta.url);
const readme = readFileSync(new URL("README.md", home), "utf8");

function block(language: string): string {
  const found = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s").exec(readme)?.[1];
  if (found === undefined) throw new Error(`the README has no ${language} block`);
  return found;
}

test("the README's example prints what the README says", () => {
  const args = ["--conditions=source", "--input-type=module", "--eval", block("js")];
  expect(execFileSync(process.execPath, args, { cwd: fileURLToPath(home), encoding: "utf8" })).toBe(block("text"));
});

test("the README knows the size of the engine", () => {
  const size = statSync(new URL("apiserver-wasm.wasm.zst", home)).size.toLocaleString("en");
  expect(readme).toContain(`| \`apiserver-wasm.wasm.zst\` | ${size} |`);
});

test("the README knows how many cases agree with a real API server, and explains the others", () => {
  const all = readCorpus().cases;
  const made = all.filter(({ name }) => name.startsWith("mutated/")).length;
  const same = all.length - differences.size;
  expect(readme).toContain(`${all.length} cases: ${all.length - made} written, ${made} made`);
  expect(readme).toContain(`${same} of ${all.length} (${((100 * same) / all.length).toFixed(1)} %)`);
  for (const [name, { why }] of differences) {
    expect(readme).toContain(`| \`${name}\` |`);
    expect(readme).toContain(why);
  }
});

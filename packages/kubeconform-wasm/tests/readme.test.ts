import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

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

test.each(["schemas/kubernetes.zst", "schemas/custom.zst"])("the README knows the size of %s", (file) => {
  const size = statSync(new URL(file, home)).size.toLocaleString("en");
  expect(readme).toContain(`| \`${file}\` | ${size} |`);
});

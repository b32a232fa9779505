/**
 * Writes the tables of inputs and outputs in each action's README from its action.yml: `node scripts/action-readme.ts`.
 * A test keeps them current.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { parse } from "yaml";
import { z } from "zod";

const actionFile = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string().optional() })).default({}),
  outputs: z.record(z.string(), z.object({ description: z.string() })).default({}),
});

const actions = fileURLToPath(new URL("../actions/", import.meta.url));

export function actionFolders(): string[] {
  return readdirSync(actions)
    .map((name) => join(actions, name))
    .filter((folder) => existsSync(join(folder, "action.yml")));
}

/** The README as it should be; throws where it lacks the marks that the tables go between. */
export function currentReadme(folder: string): string {
  const { inputs, outputs } = actionFile.parse(parse(readFileSync(join(folder, "action.yml"), "utf8")));
  const inputRows = Object.entries(inputs).map(([name, { description, default: value }]) => [
    `\`${name}\``,
    description,
    value === undefined ? "" : `\`${value}\``,
  ]);
  const outputRows = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]);
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  const withInputs = between(readme, "inputs", table(["Input", "What it does", "Default"], inputRows));
  return between(withInputs, "outputs", table(["Output", "What it is"], outputRows));
}

function between(readme: string, mark: string, content: string): string {
  const [open, close] = [`<!-- ${mark} from action.yml -->`, `<!-- end of ${mark} -->`];
  const [start, end] = [readme.indexOf(open), readme.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`The README lacks ${open} … ${close}`);
  return `${readme.slice(0, start)}${open}\n${content}\n${readme.slice(end)}`;
}

function table(header: string[], rows: string[][]): string {
  return [header, header.map(() => "---"), ...rows].map(row).join("\n");
}

function row(cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

if (import.meta.main) {
  for (const folder of actionFolders()) writeFileSync(join(folder, "README.md"), currentReadme(folder));
}

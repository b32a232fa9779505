import { checkedEnvironments, named } from "../../environments.ts";
import { sortFindings } from "../../report/overview.ts";
import { findingLines } from "../../report/text/findings.ts";
import { coloured, plain } from "../../report/text/style.ts";
import { findingCounts, plural } from "../../report/wording.ts";
import { lineReader } from "../source-lines.ts";
import type { Terminal } from "../terminal.ts";
import type { EnvironmentOptions } from "./options.ts";

/** `slipway env check`: everything that is wrong, with its line; 1 where something is an error. */
export async function checkEnvironmentCommand(
  name: string | undefined,
  { root, format }: EnvironmentOptions,
  terminal: Terminal,
): Promise<number> {
  const checked = await checkedEnvironments(root);
  const documents = named(checked.documents, name);
  const files = new Set(documents.map(({ at }) => at.file));
  const findings = sortFindings(checked.findings.filter(({ at: [place] }) => files.has(place?.file ?? "")));
  const broken = findings.some(({ severity }) => severity === "error");
  if (format === "json") {
    const environments = documents.map((one) => ({
      name: one.name,
      file: one.at.file,
      valid: one.environment !== undefined,
    }));
    terminal.out(`${JSON.stringify({ version: 1, environments, findings }, null, 2)}\n`);
    return broken ? 1 : 0;
  }
  const paint = terminal.colour ? coloured : plain;
  const readLine = lineReader(root);
  for (const finding of findings) {
    terminal.out(`${findingLines(finding, paint, terminal.width ?? 100, readLine).join("\n")}\n\n`);
  }
  const counts = findingCounts(findings);
  const subject = `${plural(documents.length, "Environment")}: ${documents.map((one) => one.name).join(", ")}`;
  terminal.out(`${subject} · ${paint(broken ? "error" : "heading", counts === "" ? "nothing is wrong" : counts)}\n`);
  return broken ? 1 : 0;
}

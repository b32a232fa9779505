import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { moduleFolder } from "./go.ts";
import { custom, kubernetes } from "./sources.ts";

/** The attribution that the licenses of the sources ask for. */
export function notice(): string {
  const sources = [...kubernetes, ...custom];
  const rows = sources.map(({ name, module, version, license }) => `- ${name}: ${module}@${version}, ${license}`);
  return `Schemas generated from the API descriptions of other projects
=============================================================

kubernetes.zst and custom.zst hold data derived from the files and Go types of these modules: field names, types, constraints,
defaults and list keys, without descriptions. No code of theirs is included. Regenerate with \`npm run schemas\`.

${rows.join("\n")}

Apache-2.0: https://www.apache.org/licenses/LICENSE-2.0
${sources.flatMap(ownNotices).join("")}`;
}

/** Texts that must travel along: NOTICE files (Apache-2.0, section 4d) and the MIT license with its copyright. */
function ownNotices(source: { name: string; module: string; version: string; license: string }): string[] {
  const folder = moduleFolder(source);
  const wanted = source.license === "MIT" ? /^LICENSE/ : /^NOTICE/;
  return readdirSync(folder)
    .filter((file) => wanted.test(file))
    .sort()
    .map((file) => `\n---- ${source.name}: ${file} ----\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`);
}

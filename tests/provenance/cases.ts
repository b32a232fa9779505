import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { applicationYaml } from "../../src/gitops/testing/repository.ts";

/** A repository with something wrong in a field of what it renders, and the line a person has to edit. */
export interface Case {
  title: string;
  files: Record<string, string>;
  /** Charts from elsewhere, by `name-version`, with their files. */
  charts: Record<string, Record<string, string>>;
  /** Name of the Application; the first one of the report unless told. */
  application: string | undefined;
  kind: string;
  name: string;
  field: string;
  aspect: "value" | "key";
  /** `file:line`. */
  expected: string;
}

const marker = / ?# ← here$/;
const folder = new URL("corpus/", import.meta.url);

/** All cases of the corpus: files of texts, `=== title` before each case and `-- path --` before each file of its repository. */
export function readCases(): Case[] {
  return readdirSync(fileURLToPath(folder))
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) =>
      readFileSync(new URL(name, folder), "utf8")
        .split(/^=== /m)
        .slice(1)
        .map((text) => readCase(`${name.replace(".txt", "")}: ${text.split("\n", 1)[0]}`, text)),
    );
}

function readCase(title: string, text: string): Case {
  const [head = "", ...parts] = text.split(/^-- (.+) --\n/m);
  const header = new Map(
    head
      .split("\n")
      .slice(1)
      .filter((line) => line !== "")
      .map((line): [string, string] => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]),
  );
  const files: Record<string, string> = {};
  const charts: Case["charts"] = {};
  let expected = header.get("at");
  for (let index = 0; index < parts.length; index += 2) {
    const path = parts[index] ?? "";
    const lines = (parts[index + 1] ?? "").split("\n");
    const here = lines.findIndex((line) => marker.test(line));
    if (here >= 0) expected = `${path}:${here + 1}`;
    const content = lines
      .map((line) => line.replace(marker, ""))
      .join(header.get("newlines") === "crlf" ? "\r\n" : "\n");
    const [, chart, inside] = /^@([^/]+)\/(.*)$/.exec(path) ?? [];
    if (chart !== undefined && inside !== undefined) charts[chart] = { ...charts[chart], [inside]: content };
    else files[path] = content;
  }
  const path = header.get("path");
  if (path !== undefined) files["app.yaml"] = applicationYaml("web", path);
  const [kind = "", name = ""] = (header.get("of") ?? "").split(" ");
  if (expected === undefined || kind === "") throw new Error(`${title}: no line is marked, or no resource is named`);
  const aspect = header.get("aspect") === "key" ? "key" : "value";
  const field = header.get("field") ?? "";
  return { title, files, charts, application: header.get("application"), kind, name, field, aspect, expected };
}
